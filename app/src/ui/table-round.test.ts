import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seatRound } from './table-round.ts';

const groups = fc.array(
  fc.tuple(fc.nat(40), fc.nat(40)).map(([seats, filled]) => ({ label: 'g', seats, filled: Math.min(seats, filled) })),
  { minLength: 1, maxLength: 6 },
);

test('every share has its chair, and as many are filled as people came', () => {
  fc.assert(
    fc.property(groups, (given) => {
      const { seats } = seatRound(given);
      given.forEach((group, index) => {
        const own = seats.filter((seat) => seat.group === index);
        expect(own.length).toBe(group.seats);
        expect(own.filter((seat) => seat.filled).length).toBe(group.filled);
      });
    }),
  );
});

test('no two chairs stand in one place, and all stand inside the frame', () => {
  fc.assert(
    fc.property(groups, (given) => {
      const { seats, chair } = seatRound(given);
      for (const [at, one] of seats.entries()) {
        expect(Math.hypot(one.x - 160, one.y - 160) + chair).toBeLessThanOrEqual(160);
        for (const other of seats.slice(at + 1)) {
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(chair * 1.8);
        }
      }
    }),
  );
});

test('a hundred chairs can be told apart at 160 pixels', () => {
  const { chair } = seatRound([60, 25, 15].map((seats) => ({ label: '', seats, filled: seats })));
  expect(chair / 2).toBeGreaterThanOrEqual(2);
});
