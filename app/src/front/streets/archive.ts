import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** The edges of what a file of streets covers, in degrees. */
export interface Bounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** A file of streets that can be drawn. */
export interface Archive {
  readonly bytes: number;
  /** Changes with the file: its size and when it was written. */
  readonly tag: string;
  readonly bounds: Bounds;
  readonly maxZoom: number;
}

/** Why a file cannot be drawn; each has its sentence under `front.streets.unreadable`. */
export type Flaw = 'absent' | 'no-archive' | 'cut' | 'pictures' | 'packed' | 'no-roads';

/** Thrown by `readArchive`. */
export class FlawedArchive extends Error {
  readonly flaw: Flaw;
  constructor(flaw: Flaw) {
    super(flaw);
    this.flaw = flaw;
  }
}

const HEADER_BYTES = 127;
/** More than this is no description of layers, and is not read into memory. */
const MOST_METADATA = 4 * 1024 * 1024;
const GZIP = 2;
const NOT_PACKED = 1;
const DRAWN_BY_VECTORS = 1;

/**
 * Reads what a `.pmtiles` file of version 3 says of itself, after the public specification (127 bytes, then a description of
 * its layers). Throws FlawedArchive when the map could not draw streets out of it.
 */
export async function readArchive(path: string): Promise<Archive> {
  const file = await open(path).catch(() => {
    throw new FlawedArchive('absent');
  });
  try {
    const { size, mtimeMs } = await file.stat();
    const header = await read(file, 0, HEADER_BYTES);
    if (header.toString('latin1', 0, 7) !== 'PMTiles' || header[7] !== 3) throw new FlawedArchive('no-archive');
    if (number(header, 56) + number(header, 64) > size) throw new FlawedArchive('cut');
    if (header[99] !== DRAWN_BY_VECTORS) throw new FlawedArchive('pictures');
    for (const packing of [header[97], header[98]])
      if (packing !== GZIP && packing !== NOT_PACKED) throw new FlawedArchive('packed');
    const length = number(header, 32);
    if (length > MOST_METADATA) throw new FlawedArchive('no-archive');
    const metadata = await read(file, number(header, 24), length);
    if (!(await layersOf(metadata, header[97] === GZIP)).includes('roads')) throw new FlawedArchive('no-roads');
    return {
      bytes: size,
      tag: tagOf({ size, mtimeMs }),
      bounds: {
        west: degrees(header, 102),
        south: degrees(header, 106),
        east: degrees(header, 110),
        north: degrees(header, 114),
      },
      maxZoom: header[101],
    };
  } finally {
    await file.close();
  }
}

/** Two files with the same tag are the same file. */
export const tagOf = ({ size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }): string =>
  `${size.toString(36)}-${Math.round(mtimeMs).toString(36)}`;

async function read(file: Awaited<ReturnType<typeof open>>, from: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, from);
  if (bytesRead < length) throw new FlawedArchive(from === 0 ? 'no-archive' : 'cut');
  return buffer;
}

async function layersOf(metadata: Buffer, packed: boolean): Promise<unknown[]> {
  try {
    const words = packed ? await promisify(gunzip)(metadata, { maxOutputLength: MOST_METADATA }) : metadata;
    const { vector_layers: layers } = JSON.parse(words.toString('utf8'));
    return layers.map(({ id }: { readonly id: unknown }) => id);
  } catch {
    throw new FlawedArchive('no-roads');
  }
}

const number = (header: Buffer, at: number): number => Number(header.readBigUInt64LE(at));
const degrees = (header: Buffer, at: number): number => header.readInt32LE(at) / 10_000_000;
