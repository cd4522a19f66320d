import type { Election } from '../election.ts';
import { CountingError } from '../outcome.ts';
import { bltReader } from './blt.ts';
import { debianReader } from './debian.ts';
import { FileError } from './file-error.ts';
import { jsonReader } from './json.ts';
import { type Chunks, feedChunks, type LineReader } from './lines.ts';
import { pabulibReader } from './pabulib.ts';
import { preflibReader } from './preflib.ts';
import { sayCountingError } from './say-counting-error.ts';

type Format = (name: string) => LineReader<Election>;

const byEnding: Readonly<Record<string, Format>> = {
  pb: pabulibReader,
  blt: bltReader,
  hil: bltReader,
  json: jsonReader,
  soc: preflibReader,
  soi: preflibReader,
  toc: preflibReader,
  toi: preflibReader,
  cat: preflibReader,
};

/**
 * Reads an election from its text or from chunks of it, as a stream, so that the file never stands in memory as a whole.
 * The format follows the ending of `name` (.pb .blt .hil .soc .soi .toc .toi .cat .json, _tally.txt) and, where that says nothing, the first line.
 * Throws a FileError with the name, the line and what is wrong.
 */
export async function readElection(source: string | Chunks, name: string): Promise<Election> {
  let reader: LineReader<Election> | undefined;
  return feedChunks(typeof source === 'string' ? [source] : source, name, {
    line(text, number) {
      if (!reader && text.trim() === '') return;
      reader ??= formatOf(name, text)(name);
      try {
        reader.line(text, number);
      } catch (error) {
        throw placed(error, { name, line: number });
      }
    },
    close(lastLine) {
      if (!reader) throw new FileError(name, 1, 'the file is empty');
      return reader.close(lastLine);
    },
  });
}

/** What a ballot box refuses (a number beyond 32 bits), with the line that it came from. */
function placed(error: unknown, { name, line }: { name: string; line: number }): unknown {
  if (!(error instanceof CountingError)) return error;
  return new FileError(name, line, sayCountingError(error));
}

/** Reads an election from a file of this machine (needs Node). Throws a FileError also when the file cannot be opened. */
export async function readElectionFile(path: string): Promise<Election> {
  return readElection(await openFile(path), path);
}

/** A file of this machine as a stream of bytes. Throws a FileError when it cannot be opened. */
export async function openFile(path: string): Promise<Chunks> {
  const { open } = await import('node:fs/promises');
  try {
    const file = await open(path);
    if ((await file.stat()).isDirectory()) throw new Error('it is a folder');
    return file.createReadStream({ highWaterMark: 1 << 20 });
  } catch (error) {
    throw new FileError(path, 1, `cannot be opened: ${error instanceof Error ? error.message : 'unknown reason'}`);
  }
}

/** How gzip and zip files begin, read as text. */
const packed = ['\u001f\u2039', 'PK\u0003'];

function formatOf(name: string, firstLine: string): Format {
  if (packed.some((sign) => firstLine.startsWith(sign)))
    throw new FileError(name, 1, 'the file is packed: unpack it first');
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (byEnding[ending]) return byEnding[ending];
  if (/^meta\b/i.test(firstLine)) return pabulibReader;
  if (firstLine.trim().startsWith('{')) return jsonReader;
  if (/^#\s*(FILE NAME|TITLE|DATA TYPE|NUMBER|ALTERNATIVE)/i.test(firstLine)) return preflibReader;
  if (name.endsWith('_tally.txt') || /tally sheet|^\s*V:\s|\bOption\s+\d+\s*-*>?\s*:/i.test(firstLine))
    return debianReader;
  if (/^\d+\s+\d+\s*(#.*)?$/.test(firstLine)) return bltReader;
  throw new FileError(name, 1, 'the format is not known from the name or the first line');
}
