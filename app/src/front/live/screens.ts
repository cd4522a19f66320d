import type { ServerResponse } from 'node:http';
import { GZIP_HEAD, type Picture, type Script, type Wire, wired } from './messages.ts';

/** A screen that takes this many bytes not off the wire is slow: pictures pass it by until it has caught up. */
const MOST_WAITING = 48 * 1024;
const AT_ONCE = 200;
/** A screen that stayed slow for so long is let go; it comes again by itself. */
const LONGEST_SLOW_MS = 20_000;

interface Screen {
  readonly response: ServerResponse;
  readonly script: Script;
  readonly wire: Wire;
  /** The wording it was sent last. */
  wording: number;
  slowSince: number;
}

/** The open screens of one gathering. */
export interface Screens {
  readonly count: number;
  add(response: ServerResponse, form: { readonly script: Script; readonly wire: Wire }, picture: Picture): void;
  /** Shows a picture on all of them, some at a time, so that whoever waits for an answer meanwhile gets it. */
  show(picture: Picture): Promise<void>;
  /** A word that changes nothing, so that nothing between here and there takes the line for dead. */
  beat(text: string): void;
  end(): void;
}

/** Keeps screens until they leave. */
export function makeScreens(): Screens {
  const screens = new Set<Screen>();
  return {
    get count() {
      return screens.size;
    },
    add(response, form, picture) {
      const screen: Screen = { response, ...form, wording: picture.wording, slowSince: 0 };
      screens.add(screen);
      response.once('close', () => screens.delete(screen));
      // A line that breaks is closed; nobody else needs to know.
      response.on('error', () => response.destroy());
      if (form.wire === 'gzip') response.write(GZIP_HEAD);
      response.write(wired(`retry: ${2000 + ((screens.size * 37) % 3000)}\n\n`, form.wire));
      response.write(picture.bytesOf('whole', form));
    },
    async show(picture) {
      let shown = 0;
      for (const screen of [...screens]) {
        showOn(screen, picture, performance.now());
        shown += 1;
        if (shown % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    },
    beat(text) {
      const bytes = { gzip: wired(text, 'gzip'), identity: wired(text, 'identity') };
      for (const { response, wire } of screens) if (response.writableLength < MOST_WAITING) response.write(bytes[wire]);
    },
    end() {
      for (const { response } of screens) response.end();
    },
  };
}

function showOn(screen: Screen, picture: Picture, now: number): void {
  const { response } = screen;
  if (response.destroyed) return;
  if (response.writableLength > MOST_WAITING) {
    if (screen.slowSince === 0) screen.slowSince = now;
    else if (now - screen.slowSince > LONGEST_SLOW_MS) response.destroy();
    return;
  }
  screen.slowSince = 0;
  response.write(picture.bytesOf(screen.wording === picture.wording ? 'counts' : 'whole', screen));
  screen.wording = picture.wording;
}
