import { approval } from '../approval.ts';
import { borda } from '../borda.ts';
import { condorcet } from '../condorcet.ts';
import { consent } from '../consent.ts';
import { copeland } from '../copeland.ts';
import type { Election } from '../election.ts';
import { equalShares } from '../equal-shares.ts';
import { greedy } from '../greedy.ts';
import { greedyPerCost } from '../greedy-per-cost.ts';
import { irv } from '../irv.ts';
import { majority } from '../majority.ts';
import { majorityJudgment } from '../majority-judgment.ts';
import { meekStv } from '../meek-stv.ts';
import type { Outcome } from '../outcome.ts';
import { phragmen } from '../phragmen.ts';
import { rankedPairs } from '../ranked-pairs.ts';
import { schulze } from '../schulze.ts';
import { score } from '../score.ts';
import { scottishStv } from '../scottish-stv.ts';
import { UsageError } from './usage-error.ts';

/** How the text of an option is read: as it stands, as a whole number, as ids parted by commas, or as an order of ties (a budget's may be `cost` or `votes`). */
type Reading = 'word' | 'whole' | 'ids' | 'ties' | 'budget-ties';

interface Method {
  readonly options: Readonly<Record<string, Reading>>;
  count(election: Election, options: Readonly<Record<string, unknown>>): Outcome;
}

const reading = { overvote: 'word', maxSkipped: 'whole', duplicates: 'word' } as const;
const stv = { seats: 'whole', ...reading, ties: 'ties' } as const;
const shares = {
  utility: 'word',
  completion: 'word',
  exhaustive: 'word',
  start: 'word',
  increment: 'word',
  comparison: 'word',
} as const;
const irvWords = { batch: 'word', threshold: 'word', until: 'word', excludeFirst: 'ids' } as const;

/** Every method that `tally count` knows, by name, in the order of the help. */
export const methods: Readonly<Record<string, Method>> = {
  approval: { options: { seats: 'whole', approve: 'word', ties: 'ties' }, count: approval },
  score: { options: { seats: 'whole', ties: 'ties' }, count: score },
  majority: { options: { threshold: 'word', of: 'word', members: 'whole', ties: 'ties' }, count: majority },
  consent: { options: {}, count: consent },
  'majority-judgment': { options: { missing: 'word', ties: 'ties' }, count: majorityJudgment },
  irv: { options: { ...reading, ...irvWords, ties: 'ties' }, count: irv },
  schulze: {
    options: { strength: 'word', level: 'word', default: 'word', quorum: 'whole', ties: 'ties' },
    count: schulze,
  },
  'ranked-pairs': { options: { strength: 'word', ties: 'ties' }, count: rankedPairs },
  borda: { options: { unranked: 'word', seats: 'whole', ties: 'ties' }, count: borda },
  copeland: { options: { ties: 'ties' }, count: copeland },
  condorcet: { options: {}, count: condorcet },
  'scottish-stv': { options: { quota: 'word', decimals: 'whole', ...stv }, count: scottishStv },
  'meek-stv': { options: stv, count: meekStv },
  'equal-shares': { options: { ...shares, ties: 'budget-ties' }, count: equalShares },
  greedy: { options: { misfit: 'word', threshold: 'word', ties: 'budget-ties' }, count: greedy },
  'greedy-per-cost': { options: { misfit: 'word', ties: 'budget-ties' }, count: greedyPerCost },
  phragmen: { options: { misfit: 'word', ties: 'budget-ties' }, count: phragmen },
};

/** The method of that name. Throws a UsageError that lists the names when there is none. */
export function methodNamed(name: string): Method {
  if (Object.hasOwn(methods, name)) return methods[name];
  throw new UsageError(`there is no method ${name}; the methods are ${Object.keys(methods).join(' ')}`);
}

/** The texts of a command line as the options of a method. Throws a UsageError for an option it does not have. */
export function typedOptions(name: string, texts: Readonly<Record<string, string>>): Record<string, unknown> {
  const known = methodNamed(name).options;
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => {
      if (Object.hasOwn(known, key)) return [key, typed(known[key], text, key)];
      const names = Object.keys(known).join(' ');
      throw new UsageError(`${name} has no option ${key}; it has ${names === '' ? 'none' : names}`);
    }),
  );
}

function typed(as: Reading, text: string, key: string): unknown {
  if (as === 'word') return text;
  if (as === 'whole') {
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new UsageError(`the option ${key}=${text} is not a whole number`);
  }
  if (as !== 'ids' && text === 'list') return undefined;
  if (as === 'budget-ties' && (text === 'cost' || text === 'votes')) return text;
  return text.split(',').map((id) => id.trim());
}
