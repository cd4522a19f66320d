import type { FeedEntry } from '#platform/document/to-atom.ts';
import type { Language } from '#platform/language/language.ts';
import type { ReportRecords } from './records.ts';

/** When something in a report was said or written last. */
export function changedAt({
  texts,
  questions,
  conclusions,
  steps,
  speakers,
  publishedAt,
  gathering,
}: ReportRecords): Date {
  const moments = [
    gathering.endsAt,
    publishedAt,
    ...[...texts.values()].map(({ writtenAt }) => writtenAt),
    ...questions.flatMap(({ answers }) => answers.flatMap(({ at, words }) => [at, words?.approvedAt])),
    ...conclusions.map(({ at }) => at),
    ...steps.map(({ said }) => said?.at),
    ...speakers.flatMap((speaker) => [speaker.profile?.approvedAt, speaker.case?.approvedAt]),
  ];
  return new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)));
}

/** What a report tells its readers of in time: that it is public, each later answer, and what became of each given word. */
export function entriesOf(records: ReportRecords, language: Language, origin: string): FeedEntry[] {
  const { publishedAt, community, gathering, texts } = records;
  if (!publishedAt) return [];
  const href = `${origin}/c/${community.slug}/gatherings/${gathering.number}/report`;
  const theme = language.show(gathering.theme, gathering.locale);
  const summary = texts.get('summary');
  const later = (at: Date | undefined): at is Date => at !== undefined && at > publishedAt;
  return [
    {
      id: `urn:uuid:${gathering.id}`,
      title: language.say('report.feed.published', { theme }),
      href,
      at: publishedAt,
      text: summary ? language.show(summary.text, summary.locale) : theme,
    },
    ...records.questions.flatMap(({ id, number, text, locale, folded, answers }) =>
      answers
        .map((answer, turn) => ({ ...answer, turn }))
        .filter(({ at }) => !folded && later(at))
        .map(({ at, by, words, turn }) => ({
          id: `${href}#answer-${id}-${turn + 1}`,
          title: language.say('report.feed.answered', { number, name: language.show(by) }),
          href: `${href}#questions`,
          at,
          text: `${language.show(text, locale)}\n\n${words ? language.show(words.text, words.locale) : ''}`.trim(),
        })),
    ),
    ...records.steps.flatMap(({ id, text, locale, state, said }) =>
      said && later(said.at)
        ? [
            {
              id: `urn:uuid:${id}`,
              title: language.say('report.feed.step', { state: language.say(`report.step.state.${state}`) }),
              href: `${href}#steps`,
              at: said.at,
              text: `${language.show(text, locale)}\n\n${language.show(said.text, said.locale)}`.trim(),
            },
          ]
        : [],
    ),
  ];
}
