/** z above which a one-sided test at 90 % counts as significant. */
export const SIGNIFICANT = 1.2816;

/** z of the share of successes against one half, one success and one trial added: 2·√(n+1)·((s+1)/(n+1) − ½). */
export const shareTest = (successes: number, trials: number): number =>
  2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5);

/** Successes among trials. */
export interface Share {
  readonly successes: number;
  readonly trials: number;
}

/** z of one share against another, one success and one trial added to each; 0 when both are everything. */
export function twoSharesTest(here: Share, elsewhere: Share): number {
  const [a, b] = [here.successes + 1, elsewhere.successes + 1];
  const [n, m] = [here.trials + 1, elsewhere.trials + 1];
  const pooled = (a + b) / (n + m);
  if (pooled === 1) return 0;
  return (a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}

/** (s + 1) ÷ (n + 2): the expected share when little is known (rule of succession). */
export const expectedShare = ({ successes, trials }: Share): number => (successes + 1) / (trials + 2);
