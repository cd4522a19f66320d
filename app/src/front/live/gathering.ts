import type { ServerResponse } from 'node:http';
import type { House } from '#platform/house.ts';
import type { FloorAddress, Remembered } from '#rooms/gatherings/server/index.ts';
import { beginDrawing, type Drawing } from './drawing.ts';
import { HEARTBEAT, type Picture, type Script, type Wire } from './messages.ts';
import { makeScreens, type Screens } from './screens.ts';

/** What happens together is drawn together. */
const GATHER_MS = 40;
const HEARTBEAT_MS = 15_000;
/** Also without a word from anywhere it is looked at again: the clock closes questions, a line may have been lost. */
const LOOK_AGAIN_MS = 10_000;
const IDLE_LOOKS = 12;

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
export function openGathering({ house, address, remembered, idle }: Parts): LiveGathering {
  const screens = makeScreens();
  const drawing = beginDrawing({ house, address, remembered, screens });
  const watch = drawWhenDue(drawing, screens, (error) =>
    console.error(JSON.stringify({ at: house.now(), live: address, error: String(error) })),
  );
  const beating = setInterval(() => screens.beat(HEARTBEAT), HEARTBEAT_MS).unref();
  let lookedInVain = 0;
  const looking = setInterval(() => {
    lookedInVain = screens.count === 0 ? lookedInVain + 1 : 0;
    if (lookedInVain >= IDLE_LOOKS) idle();
    else watch.wake();
  }, LOOK_AGAIN_MS).unref();
  return {
    gatheringId: remembered.floor.gathering.id,
    communityId: remembered.floor.community.id,
    isPublic: () => drawing.remembered.floor.gathering.audience === 'public',
    screens,
    wake(anew) {
      if (anew) drawing.anew();
      watch.wake();
    },
    async join(response, form) {
      const shown = drawing.picture ?? (await watch.now());
      if (!response.destroyed) screens.add(response, form, shown);
    },
    close() {
      clearInterval(beating);
      clearInterval(looking);
      watch.close();
      screens.end();
    },
  };
}

/** When a picture is drawn: soon after something happened, and one at a time. */
interface Watch {
  wake(): void;
  /** At once, or the one that is being drawn. */
  now(): Promise<Picture>;
  close(): void;
}

function drawWhenDue(drawing: Drawing, screens: Screens, failed: (error: unknown) => void): Watch {
  let underWay: Promise<Picture> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wokenAgain = false;

  /** What is asked for while one is drawn is drawn after it. */
  function now(): Promise<Picture> {
    underWay ??= drawing.draw().finally(() => {
      underWay = undefined;
      if (wokenAgain) wake();
    });
    return underWay;
  }

  function wake(): void {
    wokenAgain = underWay !== undefined;
    if (wokenAgain) return;
    timer ??= setTimeout(
      () => {
        timer = undefined;
        if (screens.count === 0) drawing.forget();
        else now().catch(failed);
      },
      Math.max(GATHER_MS, drawing.dueIn()),
    );
  }

  return { wake, now, close: () => clearTimeout(timer) };
}
