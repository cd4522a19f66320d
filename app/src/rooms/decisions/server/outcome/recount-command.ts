import type { Decision } from '../paper/find-decision.ts';

/** Pabulib's word for how a budget is counted. */
export function ruleName({ method, methodOptions }: Pick<Decision, 'method' | 'methodOptions'>): string {
  const { misfit, completion, exhaustive, comparison } = methodOptions;
  if (method === 'greedy') return misfit === 'stop' ? 'greedy-no-skip' : 'greedy';
  const compared = comparison === 'yes' ? '-comparison' : '';
  if (completion === 'none') return `equalshares${compared}`;
  return exhaustive === 'yes' ? 'equalshares/add1' : `equalshares/add1${compared}`;
}

/** The choices of the method as the command `tally` takes them. */
const TALLY_OPTIONS: Readonly<Record<string, string>> = {
  threshold: 'threshold',
  completion: 'completion',
  exhaustive: 'exhaustive',
  comparison: 'comparison',
  misfit: 'misfit',
};

/** The choices in force, as texts: on the command line, and in the file itself where its format has a place for them. */
export function recountChoices({ methodOptions }: Pick<Decision, 'methodOptions'>): Record<string, string> {
  const chosen = Object.entries(methodOptions).flatMap(([key, value]) =>
    TALLY_OPTIONS[key] && value !== undefined ? [[TALLY_OPTIONS[key], String(value)]] : [],
  );
  if (methodOptions.scoreAtLeast !== undefined) chosen.push(['threshold', 'file']);
  return Object.fromEntries(chosen);
}

/** The command with which anyone counts the file again, every choice written out. */
export function recountCommand(decision: Decision, name: string): string {
  const chosen = Object.entries(recountChoices(decision)).map(([key, value]) => `--option ${key}=${value}`);
  return ['npx tally count', name, '--method', decision.method, ...chosen].join(' ');
}

/** What the file of a decision is called. */
export const recountName = (slug: string, { number, budget, weight }: Decision): string =>
  // Pabulib knows no weights.
  `${slug}-${number}.${budget === null || weight === 'table' ? 'json' : 'pb'}`;
