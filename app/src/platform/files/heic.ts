import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** A decoded picture: four bytes a point, already turned upright. */
export interface DecodedPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Why an iPhone's picture was not decoded: it can't be read, has more points than this house takes, or too many wait. */
export type Undecoded = 'unread' | 'large' | 'many';

/** An iPhone's picture that was not decoded. */
export class UndecodedPicture extends Error {
  readonly why: Undecoded;
  constructor(why: Undecoded) {
    super(why);
    this.why = why;
  }
}

/** What phones take; four bytes a point must find room beside the house on a small machine. */
const MOST_PIXELS = 26_000_000;
const MOST_MEMORY = 512 * 1024 * 1024;
const LONGEST_MS = 30_000;
/** One is decoded, the others wait: nobody longer than half a minute as a rule, and with them at most 80 MB. */
const MOST_AT_ONCE = 8;
const BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'];

/**
 * A worker of one page that knows the decoder and nothing of this house. Twelve million points take it three seconds and
 * 160 MB, in which a server must go on answering; what a bad file may do ends in the memory of the decoder, and with it.
 */
const SCRIPT = `
const { parentPort, workerData: { decoder: at, upload, mostPixels, mostMemory } } = require('node:worker_threads');
const { grow } = WebAssembly.Memory.prototype;
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * 65536 > mostMemory) throw new RangeError('no more memory');
  return grow.call(this, pages);
};
console.log = console.warn = console.error = () => undefined;
const { HeifDecoder } = require(at);
const [picture] = new HeifDecoder().decode(upload);
if (!picture) throw new Error('no picture');
const [width, height] = [picture.get_width(), picture.get_height()];
if (width * height > mostPixels) parentPort.postMessage({ large: true });
else
  picture.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (shown) => {
    if (!shown) throw new Error('not decoded');
    parentPort.postMessage({ data: shown.data, width, height }, [shown.data.buffer]);
  });
`;

/** True for what an iPhone keeps its photos in (HEIC), whatever the file is called. */
export function isHeic(upload: Uint8Array): boolean {
  const head = Buffer.from(upload.buffer, upload.byteOffset, Math.min(upload.byteLength, 64)).toString('latin1');
  if (head.slice(4, 8) !== 'ftyp') return false;
  const brand = head.slice(8, 12);
  return BRANDS.includes(brand) || (/^(mif1|msf1)$/.test(brand) && BRANDS.some((one) => head.includes(one)));
}

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** Decodes an iPhone's picture, one after another. Rejects with UndecodedPicture, at once when too many wait already. */
export async function decodeHeic(upload: Uint8Array): Promise<DecodedPicture> {
  if (waiting >= MOST_AT_ONCE) throw new UndecodedPicture('many');
  waiting += 1;
  const decoded = last.then(() => decodeApart(upload)).finally(() => (waiting -= 1));
  last = decoded.catch(() => undefined);
  return decoded;
}

function decodeApart(upload: Uint8Array): Promise<DecodedPicture> {
  const decoder = createRequire(import.meta.url).resolve('libheif-js/wasm-bundle');
  const worker = new Worker(SCRIPT, {
    eval: true,
    workerData: { decoder, upload, mostPixels: MOST_PIXELS, mostMemory: MOST_MEMORY },
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  const late = setTimeout(() => void worker.terminate(), LONGEST_MS);
  return new Promise<DecodedPicture>((resolve, reject) => {
    worker.once('message', (answer: DecodedPicture | { large: true }) =>
      'large' in answer ? reject(new UndecodedPicture('large')) : resolve(answer),
    );
    worker.once('error', () => reject(new UndecodedPicture('unread')));
    worker.once('exit', () => reject(new UndecodedPicture('unread')));
  }).finally(() => {
    clearTimeout(late);
    void worker.terminate();
  });
}
