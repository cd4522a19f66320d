import type { Election } from '../election.ts';

/** How an election is to be counted, and why. */
export interface Choice {
  readonly method: string;
  /** Options as texts, as if they had been written on the command line. */
  readonly options: Readonly<Record<string, string>>;
  /** Set when the file does not say how it is counted, or in words that are not known: what it says. */
  readonly assumed?: string;
}

const none = { utility: 'cost', completion: 'none' };
const add1 = { utility: 'cost', completion: 'add1' };

/** The rules of Pabulib and how they are counted here. */
const rules: Readonly<Record<string, Omit<Choice, 'assumed'>>> = {
  greedy: { method: 'greedy', options: { misfit: 'skip' } },
  'greedy-no-skip': { method: 'greedy', options: { misfit: 'stop' } },
  'greedy-custom': { method: 'greedy', options: { misfit: 'stop' } },
  'greedy-threshold': { method: 'greedy', options: { misfit: 'skip', threshold: 'file' } },
  'greedy-exclusive': { method: 'greedy', options: { misfit: 'skip' } },
  phragmen: { method: 'phragmen', options: {} },
  equalshares: { method: 'equal-shares', options: none },
  'equalshares-comparison': { method: 'equal-shares', options: { ...none, comparison: 'yes' } },
  'equalshares/add1': { method: 'equal-shares', options: { ...add1, exhaustive: 'yes' } },
  'equalshares/add1-comparison': { method: 'equal-shares', options: { ...add1, exhaustive: 'no', comparison: 'yes' } },
};

/** A greedy rule keeps to a threshold wherever the file states one: Pabulib checks every greedy outcome that way. */
function ruleOf({ meta = {} }: Election, name: string): Omit<Choice, 'assumed'> {
  const { method, options } = rules[name];
  const states = /\d/.test(meta.min_project_score_threshold ?? '');
  return method === 'greedy' && states ? { method, options: { ...options, threshold: 'file' } } : { method, options };
}

/** The method that the election's own file names, or the usual one for its kind of ballots, with the choices that the file makes. */
export function namedMethod(election: Election): Choice {
  const choice = usualMethod(election);
  return { ...choice, options: { ...choice.options, ...election.methodOptions?.texts } };
}

function usualMethod(election: Election): Choice {
  const { kind, meta = {}, scale = [], seats } = election;
  if (meta.method) return { method: meta.method, options: {} };
  if (election.budget || meta.rule !== undefined) {
    const rule = (meta.rule ?? '').trim().toLowerCase();
    if (Object.hasOwn(rules, rule)) return ruleOf(election, rule);
    return { ...ruleOf(election, 'greedy'), assumed: rule === '' ? 'no rule' : rule };
  }
  if (kind === 'score' || kind === 'cumulative') return { method: 'score', options: {} };
  if (kind === 'grades') return { method: scale.length <= 2 ? 'approval' : 'majority-judgment', options: {} };
  if (kind !== 'ranked') return { method: kind, options: {} };
  if (meta.default) return { method: 'schulze', options: { default: meta.default, level: 'opposition' } };
  if (seats !== undefined) return { method: 'scottish-stv', options: {} };
  return { method: hasEqualRanks(election) ? 'schulze' : 'irv', options: {} };
}

function hasEqualRanks({ ballots: { size, start, value } }: Election): boolean {
  for (let row = 0; row < size; row++) {
    const ranks = value.subarray(start[row], start[row + 1]);
    if (new Set(ranks).size < ranks.length) return true;
  }
  return false;
}
