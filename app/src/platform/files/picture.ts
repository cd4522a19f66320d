import { createHash } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import { decodeHeic, isHeic, type Undecoded, UndecodedPicture } from './heic.ts';
import type { SafePicture } from './safe-picture.ts';
import { loadSharp } from './sharp.ts';

const MOST_BYTES = 10 * 1024 * 1024;
const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 1600;
/** What phones and cameras make. Everything else a decoder would read (SVG, PDF, TIFF …) is a way in that nobody needs. */
const FORMATS = new Set(['jpeg', 'png', 'webp']);

/**
 * Draws an uploaded picture anew: turned upright, at most 1600 px on its longer side, WebP, without metadata. Slow: never
 * inside a transaction. Throws a Refusal when it is too large, has too many pixels or is no picture,
 * and `too-many` when very many pictures of iPhones wait to be decoded.
 */
export async function makeSafePicture(upload: Uint8Array): Promise<SafePicture> {
  if (upload.byteLength > MOST_BYTES) throw new Refusal('platform.picture-too-large', { kind: 'invalid' });
  const sharp = await loadSharp();
  try {
    // The decoder has turned an iPhone's picture upright; sharp comes without one for it.
    const heic = isHeic(upload) ? await decodeHeic(upload) : undefined;
    const picture = heic
      ? sharp(heic.data, { raw: { width: heic.width, height: heic.height, channels: 4 } }).removeAlpha()
      : sharp(upload, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    if (!heic && !FORMATS.has((await picture.metadata()).format))
      throw new Refusal('platform.no-picture', { kind: 'invalid' });
    const { data, info } = await picture
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 74 })
      .toBuffer({ resolveWithObject: true });
    const hash = createHash('sha256').update(data).digest('hex');
    return { hash, mediaType: 'image/webp', bytes: data, width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof UndecodedPicture) throw refusalOf(error.why);
    if (error instanceof Error && /pixel limit/i.test(error.message)) throw refusalOf('large');
    throw new Refusal('platform.no-picture', { kind: 'invalid' });
  }
}

function refusalOf(why: Undecoded): Refusal {
  if (why === 'many') return new Refusal('platform.many-heics', { kind: 'too-many' });
  return new Refusal(why === 'large' ? 'platform.picture-too-large' : 'platform.unread-heic', { kind: 'invalid' });
}

/** Every picture of a form's file field, made safe; empty fields are left out. At most `most`. */
export async function picturesOf(data: FormData, field: string, most: number): Promise<SafePicture[]> {
  const uploads = data.getAll(field).filter((value): value is File => value instanceof File && value.size > 0);
  if (uploads.length > most) throw new Refusal('platform.many-pictures', { kind: 'invalid', facts: { most } });
  const pictures: SafePicture[] = [];
  for (const upload of uploads) {
    if (upload.size > MOST_BYTES) throw new Refusal('platform.picture-too-large', { kind: 'invalid' });
    pictures.push(await makeSafePicture(new Uint8Array(await upload.arrayBuffer())));
  }
  return pictures;
}
