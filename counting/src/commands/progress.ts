import type { Chunks } from '../formats/lines.ts';
import { openFile } from '../formats/read-election.ts';

/** Counting as many bytes of ballots takes over a second, and a count does not stop to look at the time. */
const muchToRead = 2_000_000;

/** A file whose reading is shown on standard error once it takes over a second, when that is a terminal. */
export interface WatchedFile {
  readonly chunks: Chunks;
  /** Says what goes on now, when more than a second has passed or what was read is so much that it surely will. */
  say(what: string): void;
}

/** Opens a file, lets it be worked on, and clears what was said, whatever came of it. Throws a FileError when it cannot be opened. */
export async function watching<Answer>(
  path: string,
  work: (file: WatchedFile) => Promise<Answer> | Answer,
): Promise<Answer> {
  const source = await openFile(path);
  const started = performance.now();
  let saidAt = started;
  let said = false;
  let bytes = 0;
  const say = (what: string): void => {
    const long = performance.now() - started > 1000 || bytes > muchToRead;
    if (!process.stderr.isTTY || !long) return;
    process.stderr.write(`\r\u001b[K${what} …`);
    saidAt = performance.now();
    said = true;
  };
  async function* chunks() {
    for await (const chunk of source) {
      bytes += chunk.length;
      if (performance.now() - saidAt > 1000) say(`reading ${path}: ${(bytes / 1e6).toFixed(0)} MB`);
      yield chunk;
    }
  }
  try {
    return await work({ chunks: chunks(), say });
  } finally {
    if (said) process.stderr.write('\r\u001b[K');
  }
}
