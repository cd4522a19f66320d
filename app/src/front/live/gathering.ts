import type { ServerResponse } from 'node:http';
import { nobody, system } from '#platform/actor.ts';
import { type House, readingContext } from '#platform/house.ts';
import { drawFloor, type FloorAddress, type Remembered, rememberFloor } from '#rooms/gatherings/server/index.ts';
import { HEARTBEAT, type Picture, pictureOf, type Script, sameFloor, sameWords, type Wire } from './messages.ts';
import { makeScreens, type Screens } from './screens.ts';

/** At most two pictures a second, however much happens. */
export const BETWEEN_PICTURES_MS = 500;
const LONGEST_BETWEEN_MS = 1000;
/** What happens together is drawn together. */
const GATHER_MS = 40;
const HEARTBEAT_MS = 15_000;
/** Also without a word from anywhere it is looked at again: the clock closes questions, a line may have been lost. */
const LOOK_AGAIN_MS = 10_000;
const IDLE_LOOKS = 12;
/** Names and times of the call are read anew after so long. */
const REMEMBER_MS = 60_000;

/** One gathering that somebody looks at: its screens and the one picture they share. */
export interface LiveGathering {
  readonly gatheringId: string;
  readonly communityId: string;
  isPublic(): boolean;
  readonly screens: Screens;
  join(response: ServerResponse, form: { readonly script: Script; readonly wire: Wire }): Promise<void>;
  /** Something happened: a new picture is due, soon but not at once. `anew`: the call itself may have changed. */
  wake(anew?: boolean): void;
  close(): void;
}

interface Parts {
  readonly house: House;
  readonly address: FloorAddress;
  readonly remembered: Remembered;
  /** Nobody has looked for a while. */
  readonly idle: () => void;
}

/** Begins to draw a gathering for whoever looks at it. */
export function openGathering({ house, address, remembered: first, idle }: Parts): LiveGathering {
  const screens = makeScreens();
  let remembered = first;
  let rememberedAt = performance.now();
  let picture: Picture | undefined;
  let drawing: Promise<Picture> | undefined;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let wokenAgain = false;
  let between = BETWEEN_PICTURES_MS;

  async function draw(): Promise<Picture> {
    // Members-only ones are opened by somebody who may; the picture itself is drawn by the house.
    const context = readingContext(house, nobody, house.languages.of('sr-Latn'));
    if (performance.now() - rememberedAt > REMEMBER_MS) {
      const before = remembered.floor.gathering.audience;
      remembered = await rememberFloor({ ...context, actor: system('front.live') }, address);
      // Who may look is asked anew when it is no longer for everyone.
      if (remembered.floor.gathering.audience !== before) screens.end();
      rememberedAt = performance.now();
    }
    drawnAt = performance.now();
    const floor = await drawFloor(context, remembered);
    if (picture && sameFloor(picture.floor, floor)) return picture;
    const wording = picture && sameWords(picture.floor, floor) ? picture.wording : (picture?.wording ?? 0) + 1;
    picture = pictureOf(floor, { wording, show: context.language.show });
    const began = performance.now();
    await screens.show(picture);
    // Many screens on a small machine: sending takes a quarter of the time at most, and a picture is still there in good time.
    between = Math.min(LONGEST_BETWEEN_MS, Math.max(BETWEEN_PICTURES_MS, (performance.now() - began) * 4));
    return picture;
  }

  /** One drawing at a time; what is asked for meanwhile is drawn after it. */
  function drawOnce(): Promise<Picture> {
    drawing ??= draw().finally(() => {
      drawing = undefined;
      if (wokenAgain) wake();
    });
    return drawing;
  }

  function wake(anew = false): void {
    if (anew) rememberedAt = Number.NEGATIVE_INFINITY;
    if (drawing) {
      wokenAgain = true;
      return;
    }
    wokenAgain = false;
    const wait = Math.max(GATHER_MS, drawnAt + between - performance.now());
    timer ??= setTimeout(() => {
      timer = undefined;
      if (screens.count === 0) {
        picture = undefined;
        return;
      }
      drawOnce().catch((error) =>
        console.error(JSON.stringify({ at: house.now(), live: address, error: String(error) })),
      );
    }, wait);
  }

  const beating = setInterval(() => screens.beat(HEARTBEAT), HEARTBEAT_MS).unref();
  let lookedInVain = 0;
  const looking = setInterval(() => {
    lookedInVain = screens.count === 0 ? lookedInVain + 1 : 0;
    if (lookedInVain >= IDLE_LOOKS) idle();
    else wake();
  }, LOOK_AGAIN_MS).unref();
  return {
    gatheringId: remembered.floor.gathering.id,
    communityId: remembered.floor.community.id,
    isPublic: () => remembered.floor.gathering.audience === 'public',
    screens,
    wake,
    async join(response, form) {
      const shown = picture ?? (await drawOnce());
      if (!response.destroyed) screens.add(response, form, shown);
    },
    close() {
      clearInterval(beating);
      clearInterval(looking);
      clearTimeout(timer);
      screens.end();
    },
  };
}
