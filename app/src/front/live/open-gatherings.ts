import type { Actor } from '#platform/actor.ts';
import { type House, readingContext } from '#platform/house.ts';
import { type FloorAddress, rememberFloor } from '#rooms/gatherings/server/index.ts';
import { type LiveGathering, openGathering } from './gathering.ts';

/** The gatherings that somebody looks at in this process. */
export interface OpenGatherings {
  /** The one under an address, opened when nobody looks at it yet. Throws a Refusal where this actor may not look at it. */
  find(address: FloorAddress, actor: Actor): Promise<LiveGathering>;
  /** Those that are open now. */
  all(): Iterable<LiveGathering>;
}

/** Keeps them until nobody looks any more. */
export function keepOpen(house: House): OpenGatherings {
  const known = new Map<string, Promise<LiveGathering>>();
  const open = new Set<LiveGathering>();

  async function begin(key: string, address: FloorAddress, actor: Actor): Promise<LiveGathering> {
    const remembered = await rememberFloor(readingContext(house, actor, house.languages.source), address);
    const idle = () => {
      one.close();
      open.delete(one);
      known.delete(key);
    };
    const one = openGathering({ house, address, remembered, idle });
    open.add(one);
    return one;
  }

  return {
    find(address, actor) {
      const key = `${address.slug}/${address.number}`;
      const opening = known.get(key) ?? begin(key, address, actor);
      if (!known.has(key)) {
        known.set(key, opening);
        opening.catch(() => known.delete(key));
      }
      return opening;
    },
    all: () => open,
  };
}
