import { promisify } from 'node:util';
import { constants, gzip, zstdCompress } from 'node:zlib';

const zip = promisify(gzip);
const zstd = promisify(zstdCompress);

export type Encoding = 'zstd' | 'gzip' | 'identity';

/** The encoding a browser gets: zstd 3 or gzip 1 cost the least CPU for the bytes they save. */
export function chooseEncoding(accepts: string | undefined): Encoding {
  if (/\bzstd\b/.test(accepts ?? '')) return 'zstd';
  return /\bgzip\b/.test(accepts ?? '') ? 'gzip' : 'identity';
}

/** Compresses a whole body; small ones are left as they are. */
export async function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'zstd') return zstd(body, { params: { [constants.ZSTD_c_compressionLevel]: 3 } });
  if (encoding === 'gzip') return zip(body, { level: 1 });
  return body;
}

/** Text compresses; pictures, fonts and archives do not. */
export const isText = (type: string): boolean =>
  /^text\/(?!event-stream)|^application\/(json|javascript|manifest\+json|xml|atom\+xml)|^image\/svg/.test(type);
