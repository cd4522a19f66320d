import type { Language } from '#platform/language/language.ts';
import { type BallotKind, CONSENT_MARKS, type Mark } from '../words.ts';
import { type NamedOption, optionName } from './option-name.ts';

/** What one ballot says, in one line. */
export function markWords(
  language: Language,
  marks: readonly Mark[],
  {
    options,
    decision,
  }: {
    options: readonly (NamedOption & { readonly position: number })[];
    decision: { readonly ballotKind: BallotKind; readonly locale: string };
  },
): string {
  if (marks.length === 0) return language.say('decisions.names.blank');
  const name = (position: number) => {
    const option = options.find((one) => one.position === position);
    return option ? optionName(language, option, decision.locale) : String(position);
  };
  if (decision.ballotKind === 'approval') return language.list(marks.map(({ option }) => name(option)));
  if (decision.ballotKind === 'ranked')
    return [...marks]
      .sort((a, b) => a.value - b.value)
      .map(({ option, value }) => `${value}. ${name(option)}`)
      .join(' · ');
  const value = (mark: Mark) =>
    decision.ballotKind === 'consent'
      ? language.say(`decisions.consent.${CONSENT_MARKS[mark.value] ?? 'agree'}`)
      : language.number(mark.value);
  return marks.map((mark) => `${name(mark.option)}: ${value(mark)}`).join(' · ');
}
