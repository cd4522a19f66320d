import type { Language } from '#platform/language/language.ts';
import type { ReportRecords } from './records.ts';

/** The gathering as schema.org knows an event, with its report; people only as the report itself names them. */
export function reportEvent(
  records: ReportRecords,
  language: Language,
  origin: string,
): Readonly<Record<string, unknown>> {
  const { gathering, community, hosts, speakers, texts, publishedAt } = records;
  const url = `${origin}/c/${community.slug}/gatherings/${gathering.number}`;
  const summary = texts.get('summary');
  const mode = gathering.link === null ? 'Offline' : gathering.place === '' ? 'Online' : 'Mixed';
  return {
    '@type': 'Event',
    '@id': url,
    url,
    name: language.show(gathering.theme, gathering.locale),
    startDate: gathering.startsAt.toISOString(),
    endDate: gathering.endsAt.toISOString(),
    inLanguage: gathering.locale,
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: [
      ...(gathering.place === '' ? [] : [{ '@type': 'Place', name: language.show(gathering.place, gathering.locale) }]),
      ...(gathering.link ? [{ '@type': 'VirtualLocation', url: gathering.link }] : []),
    ],
    organizer: [community, ...hosts].map(({ name, locale }) => ({
      '@type': 'Organization',
      name: language.show(name, locale),
    })),
    ...(speakers.length > 0 && {
      performer: speakers.map(({ name }) => ({ '@type': 'Person', name: language.show(name) })),
    }),
    ...(summary && { description: language.show(summary.text, summary.locale) }),
    subjectOf: {
      '@type': 'Report',
      url: `${url}/report`,
      inLanguage: language.locale,
      ...(publishedAt && { datePublished: publishedAt.toISOString() }),
    },
  };
}
