import { renderJsonLd } from '#platform/document/to-json-ld.ts';
import { showReport } from '#rooms/gatherings/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { shareOf } from '#web/share.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, number } = event.params;
  const report = await read(event, (context) => showReport(context, { slug, number: numberIn(event, number) }));
  const { say, show } = event.locals.language;
  const where = show(report.place.name, report.place.locale);
  return {
    ...report,
    jsonLd: report.event ? renderJsonLd(report.event) : '',
    share: shareOf(event, {
      title: report.document.title,
      about: report.summary,
      where,
      card: { kind: [say('report.title')], tone: 'pine' },
    }),
  };
};
