import { constants, deflateRawSync } from 'node:zlib';
import type { LiveFloor, ScreenQuestion } from '#rooms/gatherings/server/index.ts';

/** How a screen reads: as it was written, or in Latin letters where that is one to one. */
export type Script = 'written' | 'latin';
export type Wire = 'gzip' | 'identity';

/** A stream in gzip begins with these bytes; every message behind them is a block of its own, so that all screens share it. */
export const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** A message as it goes over the wire. A block refers to nothing before it: any order of blocks is a valid stream. */
export const wired = (text: string, wire: Wire): Buffer =>
  wire === 'gzip'
    ? deflateRawSync(text, { level: 6, finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 4096 })
    : Buffer.from(text);

export const HEARTBEAT = ': \n\n';

/** One picture of a floor, and every form in which a screen may ask for it, each made once. */
export interface Picture {
  readonly floor: LiveFloor;
  /** Counts up when the words on the screen change; a screen that has seen these words gets only the numbers. */
  readonly wording: number;
  bytesOf(kind: 'whole' | 'counts', form: { readonly script: Script; readonly wire: Wire }): Buffer;
}

/** Makes a picture of a floor. `show` gives a member's words in Latin letters. */
export function pictureOf(
  floor: LiveFloor,
  { wording, show }: { readonly wording: number; show(text: string, locale?: string): string },
): Picture {
  const made = new Map<string, Buffer>();
  return {
    floor,
    wording,
    bytesOf(kind, { script, wire }) {
      const key = `${kind} ${script} ${wire}`;
      const known = made.get(key);
      if (known) return known;
      const data = kind === 'counts' ? countsOf(floor) : wholeOf(floor, script === 'latin' ? show : asWritten);
      const bytes = wired(`id: ${floor.version}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`, wire);
      made.set(key, bytes);
      return bytes;
    },
  };
}

const asWritten = (text: string): string => text;

/** Only what moves: the order, and how many. Tuples of number, "me too", first time. */
const countsOf = ({ version, asked, supports, waiting }: LiveFloor) => ({
  version,
  asked,
  supports,
  waiting: waiting.map((question) => [question.number, question.supports, question.firstTime ? 1 : 0]),
});

function wholeOf(floor: LiveFloor, show: (text: string, locale?: string) => string) {
  const said = (question: ScreenQuestion) => ({
    number: question.number,
    text: show(question.text, question.locale),
    lang: question.locale,
    who: question.who && show(question.who),
    actingFor: question.actingFor && show(question.actingFor),
    supports: question.supports,
    firstTime: question.firstTime,
  });
  const { version, asked, supports, open, now, taken, waiting } = floor;
  return {
    version,
    asked,
    supports,
    open,
    now: now && { title: show(now.title), by: show(now.by) },
    taken: taken && said(taken),
    waiting: waiting.map(said),
  };
}

/** Whether a screen that knows the words of one picture can show the other by its numbers alone. */
export function sameWords(before: LiveFloor, after: LiveFloor): boolean {
  const known = new Set(before.waiting.map(({ id }) => id));
  return (
    before.open === after.open &&
    before.taken?.id === after.taken?.id &&
    before.taken?.supports === after.taken?.supports &&
    before.now?.title === after.now?.title &&
    before.now?.by === after.now?.by &&
    after.waiting.every(({ id }) => known.has(id))
  );
}

/** Whether two pictures show the same. */
export const sameFloor = (before: LiveFloor, after: LiveFloor): boolean =>
  sameWords(before, after) &&
  JSON.stringify({ ...countsOf(before), version: 0 }) === JSON.stringify({ ...countsOf(after), version: 0 });
