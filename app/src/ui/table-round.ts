/** One group round the table: how many seats are its share, and how many of them are taken. */
export interface SeatGroup {
  readonly label: string;
  readonly seats: number;
  readonly filled: number;
}

/** A chair seen from above, in a 320 × 320 frame. */
export interface Seat {
  readonly x: number;
  readonly y: number;
  /** Index of its group. */
  readonly group: number;
  readonly filled: boolean;
}

/** Where the number of a group stands, at the edge of the table. */
export interface GroupSign {
  readonly x: number;
  readonly y: number;
  readonly group: number;
}

/** Chairs and signs, ready to be drawn. */
export interface RoundTable {
  readonly seats: readonly Seat[];
  readonly signs: readonly GroupSign[];
  /** Radius of one chair. */
  readonly chair: number;
}

const MIDDLE = 160;
const INNER = 116;
const OUTER = 143;
const ONE_ROW = 44;
const GAP = 1.4;

/**
 * Seats the groups one after another round a table without a head. More than 44 chairs stand in two rows, so that a
 * single one can still be told at 160 pixels. Between groups stays a gap, so that they can be told apart without colour.
 */
export function seatRound(groups: readonly SeatGroup[]): RoundTable {
  const all = groups.reduce((sum, group) => sum + group.seats, 0);
  const rows = all > ONE_ROW ? 2 : 1;
  const columns = groups.map((group) => Math.ceil(group.seats / rows));
  const places = columns.reduce((sum, count) => sum + count, 0) + GAP * groups.length;
  const step = (2 * Math.PI) / Math.max(places, 8);
  const seats: Seat[] = [];
  const signs: GroupSign[] = [];
  let at = GAP / 2;
  groups.forEach((group, index) => {
    for (let seat = 0; seat < group.seats; seat += 1) {
      const turn = (at + Math.floor(seat / rows) + 0.5) * step;
      const radius = rows === 1 ? (INNER + OUTER) / 2 : seat % 2 === 0 ? INNER : OUTER;
      seats.push({ ...point(turn, radius), group: index, filled: seat < group.filled });
    }
    if (group.seats > 0) signs.push({ ...point((at + (columns[index] ?? 0) / 2) * step, 72), group: index });
    at += (columns[index] ?? 0) + GAP;
  });
  const room = (2 * Math.PI * (rows === 1 ? (INNER + OUTER) / 2 : INNER)) / Math.max(places, 8);
  return { seats, signs, chair: Math.min(12, round(room * 0.41)) };
}

function point(turn: number, radius: number): { x: number; y: number } {
  return { x: round(MIDDLE + radius * Math.sin(turn)), y: round(MIDDLE - radius * Math.cos(turn)) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
