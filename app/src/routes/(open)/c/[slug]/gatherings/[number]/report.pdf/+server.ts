import { fileNameOf } from '#platform/document/document.ts';
import { renderPdf } from '#platform/document/to-pdf.ts';
import { showReport } from '#rooms/gatherings/server/index.ts';
import { contextIn, sendDownload } from '#web/download.ts';
import { numberIn, read } from '#web/read.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { slug } = event.params;
  const number = numberIn(event, event.params.number);
  const { document, changedAt } = await read(event, () => showReport(contextIn(event), { slug, number }));
  return sendDownload({
    bytes: await renderPdf(document, changedAt),
    mediaType: 'application/pdf',
    fileName: fileNameOf(`${slug}-${number}-report-${document.lang}`, 'pdf'),
  });
};
