/** Under so many people everyone has a chair; from then on a chair is a hundredth of the roll. */
const OWN_CHAIR_UNTIL = 60;

/**
 * Chairs per group: one a person below 60, else a hundred shared out by the largest remainders; taken is rounded down, so that
 * a chair is never shown as taken by a part of a person.
 */
export function seatsOf(
  groups: readonly { readonly onRoll: number; readonly tookPart: number }[],
): { seats: number; filled: number }[] {
  const people = groups.reduce((sum, { onRoll }) => sum + onRoll, 0);
  if (people < OWN_CHAIR_UNTIL) return groups.map(({ onRoll, tookPart }) => ({ seats: onRoll, filled: tookPart }));
  const exact = groups.map(({ onRoll }) => (onRoll * 100) / people);
  const seats = exact.map(Math.floor);
  const order = exact
    .map((share, at) => ({ at, rest: share - seats[at] }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  const left = 100 - seats.reduce((sum, count) => sum + count, 0);
  for (const { at } of order.slice(0, left)) seats[at] += 1;
  return groups.map(({ onRoll, tookPart }, at) => ({
    seats: seats[at],
    filled: onRoll === 0 ? 0 : Math.floor((seats[at] * tookPart) / onRoll),
  }));
}
