import { expect, it } from 'vitest';
import { sendDownload } from './download.ts';

it('a file goes out whole, under its name, and is shown by nobody else’s page', async () => {
  const bytes = new TextEncoder().encode('%PDF-извештај');
  const response = sendDownload({ bytes, mediaType: 'application/pdf', fileName: 'lipa-9-report-sr-Latn.pdf' });
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'application/pdf',
    'content-length': String(bytes.length),
    'content-disposition': 'attachment; filename="lipa-9-report-sr-Latn.pdf"',
    'cache-control': 'private, no-cache',
    'content-security-policy': "default-src 'none'",
  });
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
});
