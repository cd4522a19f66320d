import type { Chunks } from '../formats/lines.ts';
import { openFile } from '../formats/read-election.ts';

/** A file whose reading is shown on standard error once it takes over a second, when that is a terminal. */
export interface WatchedFile {
  readonly chunks: Chunks;
  /** Says what goes on now, when more than a second has passed. */
  say(what: string): void;
  /** Clears what was said. */
  done(): void;
}

/** Opens a file to be watched. Throws a FileError when it cannot be opened. */
export async function watchedFile(path: string): Promise<WatchedFile> {
  const source = await openFile(path);
  const started = performance.now();
  let saidAt = started;
  let said = false;
  const say = (what: string): void => {
    if (!process.stderr.isTTY || performance.now() - started < 1000) return;
    process.stderr.write(`\r\u001b[K${what} …`);
    saidAt = performance.now();
    said = true;
  };
  async function* chunks() {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (performance.now() - saidAt > 1000) say(`reading ${path}: ${(bytes / 1e6).toFixed(0)} MB`);
      yield chunk;
    }
  }
  return {
    chunks: chunks(),
    say,
    done(): void {
      if (said) process.stderr.write('\r\u001b[K');
    },
  };
}
