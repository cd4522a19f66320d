import type { Language } from '#platform/language/language.ts';
import { groupFor } from '#rooms/communities/index.ts';
import type { GroupResult, GroupRuleKind } from '../inclusion-words.ts';

interface Ruled {
  readonly rule: GroupRuleKind;
  readonly attribute: string;
  readonly group: string;
  readonly subject?: string | null;
}

/** What a rule asks of a group, in one sentence. */
export function ruleSentence(language: Language, rule: Ruled, percent: number): string {
  if (rule.rule === 'share' && rule.group === 'woman') return language.say('decisions.groups.women', { percent });
  const group = groupName(language, rule);
  return language.say(`decisions.groups.${rule.rule}`, {
    group,
    percent,
    subject: rule.subject ? language.show(rule.subject) : '',
  });
}

/** The group with the attribute it is one of: "Age: under 30". */
export const groupName = (language: Language, { attribute, group }: Pick<Ruled, 'attribute' | 'group'>): string =>
  `${language.say(`communities.attribute.${attribute}`)}: ${groupFor(language, group)}`;

/** What was found, with the figures where they may be shown and why there are none. */
export function foundSentences(language: Language, result: GroupResult): string[] {
  if (result.why) return [language.say(`decisions.groups.why-${result.why}`)];
  if (result.rule === 'approval') return [language.say('decisions.groups.no-share')];
  if (result.reached === undefined) return [language.say('decisions.groups.no-figures')];
  const { said = 0, ofGroup = 0 } = result;
  const figures = language.say('decisions.groups.figures', {
    said: language.number(said),
    group: language.number(ofGroup),
    share: language.share(ofGroup / Math.max(1, said)),
  });
  const beside =
    result.rule === 'turnout'
      ? language.say(
          result.against === 'roll' ? 'decisions.groups.beside-roll' : 'decisions.groups.beside-population',
          {
            share: language.share(result.reached),
          },
        )
      : '';
  const place =
    result.population === undefined
      ? ''
      : language.say('decisions.groups.population', { share: language.share(result.population / 100) });
  const thin =
    result.representation !== undefined && result.representation < 0.8 ? language.say('decisions.groups.thin') : '';
  return [figures, beside, place, thin].filter((sentence) => sentence !== '');
}
