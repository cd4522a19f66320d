import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderOfWaiting } from './coming-rules.ts';

const waiting = fc.record({
  id: fc.uuid(),
  registeredAt: fc.integer({ min: 0, max: 5 }).map((minute) => new Date(minute * 60_000)),
  attended: fc.integer({ min: 0, max: 3 }),
});

it('puts those who wait in the same order, however they are listed', () => {
  const lists = fc.uniqueArray(waiting, { selector: ({ id }) => id, maxLength: 12 });
  const shuffled = lists.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(orderOfWaiting(other)).toEqual(orderOfWaiting(one));
    }),
  );
});

it('puts nobody who was at more of the last gatherings before who was at fewer, nor who came later before an equal', () => {
  fc.assert(
    fc.property(fc.array(waiting, { maxLength: 12 }), (list) => {
      const order = orderOfWaiting(list);
      order.slice(1).forEach((next, at) => {
        const before = order[at];
        expect(before.attended).toBeLessThanOrEqual(next.attended);
        if (before.attended === next.attended) expect(before.registeredAt <= next.registeredAt).toBe(true);
      });
    }),
  );
});
