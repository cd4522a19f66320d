import type { Answer } from '#platform/refusal.ts';
import { type Standing, stateOf } from './rules.ts';

/** A report is of something that was: public only when the gathering has ended, and with its summary written. */
export function mayBePublished(
  standing: Standing,
  { now, summary, published }: { readonly now: Date; readonly summary: string; readonly published: boolean },
): Answer {
  if (published) return { no: 'report.published-already' };
  const state = stateOf(standing, now);
  if (state === 'called-off') return { no: 'report.called-off' };
  if (state !== 'over') return { no: 'report.not-over' };
  return summary.trim() === '' ? { no: 'report.no-summary' } : 'yes';
}
