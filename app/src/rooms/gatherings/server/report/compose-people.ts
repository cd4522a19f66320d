import type { Block } from '#platform/document/document.ts';
import type { Language } from '#platform/language/language.ts';
import { countryName } from './compose-parts.ts';
import type { Composing } from './compose-report.ts';
import type { PeopleLine } from './records.ts';

/** Who took part by kind and country; where so few stand behind a number that it could name them, it is not shown. */
export function peopleBlocks({ records, language }: Composing): Block[] {
  const { people } = records;
  if (!people.counted) return [];
  const n =
    people.total === null ? language.say('report.people.few') : language.say('report.people.n', { n: people.total });
  const kind = (group: string) =>
    language.say(
      group === 'own' || group === 'unknown' ? `report.people.${group}` : `communities.organisation-kind.${group}`,
    );
  const country = (group: string) =>
    group === 'unknown' ? language.say('report.people.unknown') : countryName(language, group);
  const said = (lines: readonly PeopleLine[]) => lines.some(({ group }) => group !== 'unknown');
  return [
    { kind: 'paragraph', text: n },
    ...(said(people.kinds)
      ? [figure(language, { caption: 'report.people.by-kind', lines: people.kinds, label: kind, n })]
      : []),
    ...(said(people.countries)
      ? [figure(language, { caption: 'report.people.by-country', lines: people.countries, label: country, n })]
      : []),
  ];
}

/** A figure with its bars; where none of the numbers may be shown only what they were counted by. */
function figure(
  language: Language,
  {
    caption,
    lines,
    label,
    n,
  }: {
    readonly caption: string;
    readonly lines: readonly PeopleLine[];
    readonly label: (group: string) => string;
    readonly n: string;
  },
): Block {
  if (lines.every(({ count }) => count === null)) {
    const groups = language.list(lines.map(({ group }) => label(group)));
    const text = [{ text: `${language.say(caption)}: `, strong: true }, { text: `${groups}. ` }];
    return { kind: 'paragraph', text: [...text, { text: language.say('report.people.all-hidden') }] };
  }
  return {
    kind: 'figure',
    caption: language.say(caption),
    bars: lines.map(({ group, count }) => ({
      label: label(group),
      value: count,
      shown: count === null ? language.say('report.people.hidden') : language.number(count),
    })),
    n,
    direction: language.say('report.people.direction'),
  };
}
