import { nobody, system } from '#platform/actor.ts';
import { type House, readingContext } from '#platform/house.ts';
import { drawFloor, type FloorAddress, type Remembered, rememberFloor } from '#rooms/gatherings/server/index.ts';
import { type Picture, pictureOf, sameFloor, sameWords } from './messages.ts';
import type { Screens } from './screens.ts';

/** At most two pictures a second, however much happens. */
export const BETWEEN_PICTURES_MS = 500;
const LONGEST_BETWEEN_MS = 1000;
/** Names and times of the call are read anew after so long. */
const REMEMBER_MS = 60_000;

/** What is drawn, and on which screens it is shown. */
export interface Sitter {
  readonly house: House;
  readonly address: FloorAddress;
  readonly remembered: Remembered;
  readonly screens: Screens;
}

/** The one picture that all screens of a gathering share. */
export interface Drawing {
  /** What was drawn last; undefined before the first time, and when it was forgotten. */
  readonly picture: Picture | undefined;
  readonly remembered: Remembered;
  /** Draws what stands now, and shows it where it differs. */
  draw(): Promise<Picture>;
  /** In so many milliseconds the next picture may be drawn; below nothing: it may already. */
  dueIn(): number;
  /** Reads the call itself anew before the next picture. */
  anew(): void;
  /** Nobody looks: the next one to come gets a picture of then. */
  forget(): void;
}

/** Begins with what is remembered of the call. */
export function beginDrawing({ house, address, remembered: first, screens }: Sitter): Drawing {
  let remembered = first;
  let rememberedAt = performance.now();
  let picture: Picture | undefined;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let between = BETWEEN_PICTURES_MS;

  // Members-only ones are opened by somebody who may; the picture itself is drawn by the house.
  const reading = () => readingContext(house, nobody, house.languages.of('sr-Latn'));

  async function rememberAnew(): Promise<void> {
    const before = remembered.floor.gathering.audience;
    remembered = await rememberFloor({ ...reading(), actor: system('front.live') }, address);
    // Who may look is asked anew when it is no longer for everyone.
    if (remembered.floor.gathering.audience !== before) screens.end();
    rememberedAt = performance.now();
  }

  return {
    get picture() {
      return picture;
    },
    get remembered() {
      return remembered;
    },
    async draw() {
      const context = reading();
      if (performance.now() - rememberedAt > REMEMBER_MS) await rememberAnew();
      drawnAt = performance.now();
      const floor = await drawFloor(context, remembered);
      if (picture && sameFloor(picture.floor, floor)) return picture;
      const wording = picture && sameWords(picture.floor, floor) ? picture.wording : (picture?.wording ?? 0) + 1;
      const drawn = pictureOf(floor, { wording, show: context.language.show });
      picture = drawn;
      const began = performance.now();
      await screens.show(drawn);
      // Many screens on a small machine: sending takes a quarter of the time at most, and a picture is still there in good time.
      between = Math.min(LONGEST_BETWEEN_MS, Math.max(BETWEEN_PICTURES_MS, (performance.now() - began) * 4));
      return drawn;
    },
    dueIn: () => drawnAt + between - performance.now(),
    anew() {
      rememberedAt = Number.NEGATIVE_INFINITY;
    },
    forget() {
      picture = undefined;
    },
  };
}
