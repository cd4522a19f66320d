import { FileError } from './file-error.ts';

/** Text or UTF-8 bytes in pieces of any size: a file stream, a fetched body, an array of strings. */
export type Chunks = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
/** The lines of a file without their ends, at once or as they come. */
export type Lines = AsyncIterable<string> | Iterable<string>;

/** Something that is given a file line by line, and answers at the end. */
export interface LineReader<Answer> {
  line(text: string, number: number): void;
  close(lastLine: number): Answer;
}

/** The longest line that is read, in characters. A longer one is refused before it fills the memory. */
export const longestLine = 16 * 1024 * 1024;

/**
 * Cuts chunks into lines without their ends (LF or CRLF) and without a byte-order mark.
 * Holds one chunk and one line at a time. Throws a FileError for a line longer than `longestLine`.
 */
export async function* splitLines(chunks: Chunks, name: string): AsyncGenerator<string> {
  const cut = lineCutter(name);
  for await (const chunk of chunks) yield* cut.push(chunk);
  yield* cut.close();
}

/** Gives every line of a stream to a reader and returns its answer: what `splitLines` and `feed` do, without a wait per line. */
export async function feedChunks<Answer>(chunks: Chunks, name: string, reader: LineReader<Answer>): Promise<Answer> {
  const cut = lineCutter(name);
  let number = 0;
  const give = (line: string) => reader.line(line, ++number);
  for await (const chunk of chunks) cut.push(chunk).forEach(give);
  cut.close().forEach(give);
  return reader.close(number);
}

function lineCutter(name: string) {
  const decode = textDecoder();
  let rest = '';
  let number = 0;
  const trim = (line: string) => trimLine(line, ++number, name);
  return {
    push(chunk: string | Uint8Array): string[] {
      const pieces = (typeof chunk === 'string' ? chunk : decode(chunk)).split('\n');
      pieces[0] = rest + pieces[0];
      rest = pieces.pop() ?? '';
      if (rest.length > longestLine) trimLine(rest, number + 1 + pieces.length, name);
      return pieces.map(trim);
    },
    close(): string[] {
      rest += decode();
      return rest === '' ? [] : [trim(rest)];
    },
  };
}

/** UTF-8, or Windows-1252 from the first bytes on that are no UTF-8 (old tallies and spreadsheets). */
function textDecoder(): (bytes?: Uint8Array) => string {
  let decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      decoder = new TextDecoder('windows-1252');
      return decoder.decode(bytes, { stream: bytes !== undefined });
    }
  };
}

function trimLine(line: string, number: number, name: string): string {
  if (line.length > longestLine) {
    throw new FileError(name, number, `the line is longer than ${longestLine} characters`);
  }
  const end = line.charCodeAt(line.length - 1) === 13 ? line.length - 1 : line.length;
  return line.slice(number === 1 && line.charCodeAt(0) === 0xfeff ? 1 : 0, end);
}

/** Gives every line of a file to a reader and returns its answer. */
export async function feed<Answer>(lines: Lines, reader: LineReader<Answer>): Promise<Answer> {
  let number = 0;
  for await (const line of lines) reader.line(line, ++number);
  return reader.close(number);
}

/** The same for a text that is already whole, without waiting. */
export function feedText<Answer>(text: string, name: string, reader: LineReader<Answer>): Answer {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  lines.forEach((line, at) => {
    reader.line(trimLine(line, at + 1, name), at + 1);
  });
  return reader.close(lines.length);
}
