import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { tagOf } from './archive.ts';
import { type Part, partOf } from './range.ts';

interface Asked {
  readonly path: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Sends the part of a file that a request names, as RFC 9110 says (206, 304, 412, 416, HEAD), and never the whole: who asks
 * without a Range, or with an If-Range of a file that was replaced, is told to ask for a part.
 */
export async function sendPart({ path, request, response }: Asked): Promise<void> {
  const file = await open(path);
  try {
    const stat = await file.stat();
    const etag = `"${tagOf(stat)}"`;
    setHeaders(response, { etag, forGood: request.url?.endsWith(`?v=${tagOf(stat)}`) ?? false });
    const { status, part } = decide(request, { etag, size: stat.size });
    response.statusCode = status;
    if (status === 416) response.setHeader('content-range', `bytes */${stat.size}`);
    if (part) response.setHeader('content-range', `bytes ${part.from}-${part.to}/${stat.size}`);
    if (part) response.setHeader('content-length', part.to - part.from + 1);
    if (status === 200) response.setHeader('content-length', stat.size);
    if (!part) {
      response.end();
      return;
    }
    await pipeline(file.createReadStream({ start: part.from, end: part.to, autoClose: false }), response);
  } finally {
    await file.close();
  }
}

interface Answer {
  readonly status: 200 | 206 | 304 | 412 | 416;
  readonly part?: Part;
}

function decide({ method, headers }: IncomingMessage, { etag, size }: { etag: string; size: number }): Answer {
  if (headers['if-match'] !== undefined && !names(headers['if-match'], etag)) return { status: 412 };
  if (names(headers['if-none-match'], etag)) return { status: 304 };
  // A Range means nothing to HEAD; it says how large the file is.
  if (method === 'HEAD') return { status: 200 };
  const ifRange = headers['if-range'];
  const part = ifRange === undefined || ifRange === etag ? partOf(headers.range, size) : undefined;
  return part ? { status: 206, part } : { status: 416 };
}

const names = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag) ?? false;

function setHeaders(response: ServerResponse, { etag, forGood }: { etag: string; forGood: boolean }): void {
  response.setHeader('etag', etag);
  response.setHeader('accept-ranges', 'bytes');
  response.setHeader('content-type', 'application/vnd.pmtiles');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', forGood ? 'public, max-age=31536000, immutable' : 'no-cache');
}
