import { CountingError } from './outcome.ts';
import { refuseImpossible } from './panel/contradictions.ts';
import { diceFrom } from './panel/dice.ts';
import { fairLottery } from './panel/fair-lottery.ts';
import { type Kind, type Programme, programmeOf } from './panel/kinds.ts';
import type { ProvenLevel } from './panel/lottery.ts';
import { arrange, type Draw, poolHash, type Quota, type Volunteer } from './panel/pool.ts';
import { repairedLottery } from './panel/repaired-lottery.ts';
import { seatPeople } from './panel/seat.ts';
import { drawTicket, TICKETS, type Ticketed, ticketed } from './panel/tickets.ts';

export type { ProvenLevel } from './panel/lottery.ts';
export type { Quota, Volunteer } from './panel/pool.ts';
export { sha256 } from './panel/sha256.ts';

/** How a panel is drawn. */
export interface PanelOptions {
  /** Seats. */
  readonly size: number;
  /** Any text, fixed and announced before it could be known to favour anyone (for example the numbers of a public lottery). */
  readonly seed: string;
  /** `leximin` (default): the lowest probability is as high as it can be, then the next …; `lottery`: draw and repair, without a solver. */
  readonly method?: 'leximin' | 'lottery';
}

/** A panel and everything needed to draw it again. Plain data. */
export interface Panel {
  readonly method: 'leximin' | 'lottery';
  readonly size: number;
  readonly seed: string;
  /** SHA-256 of the pool in its canonical form (see methods/sortition.md). */
  readonly poolHash: string;
  /** Ids of those drawn, sorted. */
  readonly panel: readonly string[];
  /** Everyone's probability of being drawn. Under `lottery` estimated from 400 further draws. */
  readonly probabilities: Readonly<Record<string, number>>;
  readonly estimated: boolean;
  /** The lowest and the highest probability. */
  readonly minimum: number;
  readonly maximum: number;
  /** Kinds of people that the rules can't tell apart; `lottery` counts seats in this order. */
  readonly kinds: readonly Pick<Kind, 'values' | 'people'>[];
  /** Names of `values`. */
  readonly attributes: readonly string[];
  /** Every way to fill the panel, with its tickets out of a billion. Empty under `lottery`. */
  readonly lottery: readonly Ticketed[];
  /** Level by level what was reached, and the bound that no lottery can exceed. */
  readonly levels: readonly ProvenLevel[];
  /** Whether the bounds were reached, checked without the solver. */
  readonly proven: boolean;
  /** How far anybody's probability is from the fairest one at most, measured; at most 0.00001. Null where that one is not known. */
  readonly deviation: number | null;
}

const ESTIMATES = 400;

/** Expected seats of each kind, in tickets. */
const seatTickets = (programme: Programme, lottery: readonly Ticketed[]): number[] =>
  programme.kinds.map((_, kind) => lottery.reduce((sum, one) => sum + one.seats[kind] * one.tickets, 0));

function probabilitiesOf(programme: Programme, expected: readonly number[], of: number): Record<string, number> {
  const known = new Map<string, number>();
  programme.kinds.forEach(({ people }, index) => {
    for (const id of people) known.set(id, expected[index] / (of * people.length));
  });
  return Object.fromEntries([...known.keys()].sort().map((id) => [id, known.get(id) ?? 0]));
}

type Drawn = Pick<Panel, 'panel' | 'probabilities' | 'estimated' | 'lottery' | 'levels' | 'proven' | 'deviation'>;

async function drawFairly(programme: Programme, seed: string): Promise<Drawn> {
  const { compositions, levels, proven, fairest } = await fairLottery(programme);
  const lottery = ticketed(compositions);
  const dice = diceFrom(seed);
  const panel = seatPeople(programme, drawTicket(lottery, dice), dice);
  const expected = seatTickets(programme, lottery);
  const probabilities = probabilitiesOf(programme, expected, TICKETS);
  const far = ({ people }: Kind, kind: number): number =>
    Math.abs(expected[kind] / TICKETS - (fairest?.[kind] ?? 0)) / people.length;
  const deviation = fairest ? Math.max(...programme.kinds.map(far)) : null;
  return { panel, probabilities, estimated: false, lottery, levels, proven, deviation };
}

function drawAndRepair(programme: Programme, { size, seed }: PanelOptions): Drawn {
  const dice = diceFrom(seed);
  const panel = seatPeople(programme, repairedLottery(programme, size, dice), dice);
  const expected = programme.kinds.map(() => 0);
  for (let again = 0; again < ESTIMATES; again++) {
    const seats = repairedLottery(programme, size, diceFrom(`${seed}:estimate:${again}`));
    seats.forEach((count, kind) => {
      expected[kind] += count;
    });
  }
  const probabilities = probabilitiesOf(programme, expected, ESTIMATES);
  return { panel, probabilities, estimated: true, lottery: [], levels: [], proven: false, deviation: null };
}

function extremes(probabilities: Readonly<Record<string, number>>): { minimum: number; maximum: number } {
  let [minimum, maximum] = [1, 0];
  for (const value of Object.values(probabilities)) {
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
  }
  return { minimum, maximum };
}

function prepare(pool: readonly Volunteer[], quotas: readonly Quota[], options: PanelOptions): [Draw, Programme] {
  if (options.seed === '') throw new CountingError('seed-missing');
  const draw = arrange(pool, quotas, options.size);
  const programme = programmeOf(draw);
  refuseImpossible(draw, programme);
  return [draw, programme];
}

/**
 * Draws a panel from volunteers so that it meets every quota (see methods/sortition.md). The same pool, quotas, size, seed and method give
 * the same panel on every machine, in whatever order they are written. People of one `household` never sit together.
 * `leximin` needs the optional package `highs`. Throws a CountingError: those of the pool (size-not-whole, quota-not-a-range, duplicate-quota,
 * duplicate-person, attribute-missing, value-without-quota), seed-missing, pool-too-small, quota-exceeds-pool, quotas-exceed-size,
 * quotas-below-size, quotas-contradict (names the fewest changes that help), panel-not-found (the search was given up), fairest-not-found (so was that for the fairest lottery), quotas-not-met (lottery only), solver-missing, solver-failed.
 */
export async function drawPanel(
  pool: readonly Volunteer[],
  quotas: readonly Quota[],
  options: PanelOptions,
): Promise<Panel> {
  const [draw, programme] = prepare(pool, quotas, options);
  const method = options.method ?? 'leximin';
  const drawn = method === 'leximin' ? await drawFairly(programme, options.seed) : drawAndRepair(programme, options);
  return {
    method,
    size: draw.size,
    seed: options.seed,
    poolHash: poolHash(draw),
    ...drawn,
    ...extremes(drawn.probabilities),
    kinds: programme.kinds.map(({ values, people }) => ({ values, people })),
    attributes: draw.attributes,
  };
}
