import type { Block, Section, TextDocument } from '#platform/document/document.ts';
import { blocksOfMarkdown } from '#platform/document/of-markdown.ts';
import type { Language } from '#platform/language/language.ts';
import { REPORT_SECTIONS, type ReportSection, type TextPlace } from '../../report-words.ts';
import { conclusionBlocks, reflectionBlocks, stepBlocks } from './compose-closing.ts';
import { peopleBlocks } from './compose-people.ts';
import { questionBlocks } from './compose-questions.ts';
import { speakerBlocks } from './compose-speakers.ts';
import type { ReportRecords } from './records.ts';

/** What every part of a report is composed with. */
export interface Composing {
  readonly records: ReportRecords;
  readonly language: Language;
}

const SECTIONS: Readonly<Record<ReportSection, (composing: Composing) => Block[]>> = {
  speakers: speakerBlocks,
  questions: questionBlocks,
  reflections: reflectionBlocks,
  conclusions: conclusionBlocks,
  steps: stepBlocks,
  people: peopleBlocks,
};

/** The report in the reader's language and script. Pure: the same records make the same document. */
export function composeReport(records: ReportRecords, language: Language, origin: string): TextDocument {
  const { gathering, community } = records;
  const composing = { records, language };
  const name = language.show(community.name, community.locale);
  return {
    lang: language.locale,
    title: language.show(gathering.theme, gathering.locale),
    above: `${language.say('report.title')} · ${language.say(`gatherings.kind.${gathering.kind}`)}`,
    facts: factsOf(composing),
    sections: [
      section(composing, 'summary', textBlocks(composing, 'summary')),
      section(composing, 'theme', themeBlocks(composing)),
      ...REPORT_SECTIONS.map((id) =>
        section(composing, id, [
          ...textBlocks(composing, `${id}-before`),
          ...SECTIONS[id](composing),
          ...textBlocks(composing, `${id}-after`),
        ]),
      ),
      section(composing, 'closing', textBlocks(composing, 'closing')),
    ].filter(({ blocks }) => blocks.length > 0),
    address: `${origin}/c/${community.slug}/gatherings/${gathering.number}/report`,
    author: name,
    foot: `${name} · ${language.say('report.title')}`,
  };
}

const section = ({ language }: Composing, id: string, blocks: readonly Block[]): Section => ({
  id,
  title: language.say(`report.section.${id}`),
  blocks,
});

function factsOf({ records, language }: Composing): TextDocument['facts'] {
  const { gathering, community, hosts, publishedAt } = records;
  const where = [language.show(gathering.place, gathering.locale), gathering.link ?? ''].filter((part) => part !== '');
  const who = [community, ...hosts].map(({ name, locale }) => language.show(name, locale));
  return [
    { label: language.say('report.fact.when'), value: language.moment(gathering.startsAt, community.timeZone) },
    { label: language.say('report.fact.where'), value: where.join(' · ') },
    { label: language.say('report.fact.hosts'), value: language.list(who) },
    ...(publishedAt
      ? [{ label: language.say('report.fact.published'), value: language.day(publishedAt, community.timeZone) }]
      : []),
  ];
}

const themeBlocks = (composing: Composing): Block[] => {
  const { about, locale } = composing.records.gathering;
  return [...writtenBlocks(composing, { text: about, locale }), ...textBlocks(composing, 'opening')];
};

/** What the rapporteur wrote in one place. */
function textBlocks(composing: Composing, place: TextPlace): Block[] {
  const written = composing.records.texts.get(place);
  return written ? writtenBlocks(composing, written) : [];
}

/** What a person wrote, in the reader's script where that is one to one. */
export const writtenBlocks = (
  { language }: Composing,
  { text, locale }: { readonly text: string; readonly locale: string },
): Block[] => (text === '' ? [] : blocksOfMarkdown(language.show(text, locale), locale));
