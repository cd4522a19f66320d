import { type Card, nameOfCard } from './card.ts';
import { drawCard } from './draw-card.ts';

const MOST_KEPT = 8 * 1024 * 1024;
const MOST_WAITING = 12;
/** A picture takes a tenth of a second: nobody can make this house draw for more than some seconds of a minute. */
const MOST_A_MINUTE = 60;

/** Pictures that were drawn, newest last, and those that are being drawn. */
export interface Cards {
  /** The picture of a card, or undefined when too many were asked for: come again later. */
  keep(card: Card, photoOf: (address: string) => Promise<Uint8Array | undefined>): Promise<Uint8Array | undefined>;
}

/** Draws one picture after another, the same one once, and keeps what there is room for. `now` in milliseconds. */
export function openCards(draw: typeof drawCard = drawCard, now: () => number = Date.now): Cards {
  const kept = new Map<string, Uint8Array>();
  const drawing = new Map<string, Promise<Uint8Array>>();
  let last: Promise<unknown> = Promise.resolve();
  let begun: number[] = [];
  const mayBegin = () => {
    begun = begun.filter((at) => at > now() - 60_000);
    return begun.length < MOST_A_MINUTE && drawing.size < MOST_WAITING;
  };
  return {
    async keep(card, photoOf) {
      // A picture that was folded is another card: the same words without it.
      const photo = card.photo ? await photoOf(card.photo) : undefined;
      const shown = photo ? card : { ...card, photo: undefined };
      const name = nameOfCard(shown);
      const known = kept.get(name) ?? drawing.get(name);
      if (known) return known;
      if (!mayBegin()) return undefined;
      begun.push(now());
      const drawn = last.then(() => draw(shown, photo)).finally(() => drawing.delete(name));
      last = drawn.catch(() => undefined);
      drawing.set(name, drawn);
      const bytes = await drawn;
      keepOne(kept, name, bytes);
      return bytes;
    },
  };
}

function keepOne(kept: Map<string, Uint8Array>, name: string, bytes: Uint8Array): void {
  kept.set(name, bytes);
  let size = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [oldest, { length }] of kept) {
    if (size <= MOST_KEPT) break;
    kept.delete(oldest);
    size -= length;
  }
}
