import type { Dice } from './dice.ts';
import type { Programme } from './kinds.ts';

/** Draws who sits for each kind: everyone of a kind is equally likely, and of a household at most one. Ids, sorted. */
export function seatPeople({ kinds, homes }: Programme, seats: ArrayLike<number>, dice: Dice): string[] {
  const shared = new Set(homes.flatMap((home) => home.kinds));
  const panel = kinds.flatMap((kind, index) =>
    shared.has(index) ? [] : dice.shuffled(kind.people).slice(0, seats[index]),
  );
  for (const home of homes) {
    const wanted = home.kinds.flatMap((kind) => Array.from({ length: seats[kind] }, () => kind));
    const households = dice.shuffled(home.households).slice(0, wanted.length);
    households.forEach((members, index) => {
      const ofKind = new Set(kinds[wanted[index]].people);
      const able = members.filter((person) => ofKind.has(person.id)).map((person) => person.id);
      panel.push(able[dice.below(able.length)]);
    });
  }
  return panel.sort();
}
