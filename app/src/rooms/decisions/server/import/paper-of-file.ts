import { type Election, showRational } from '@sofra/counting';
import type { BallotKind, Method, MethodOptions } from '../../words.ts';
import type { Countable } from '../outcome/count.ts';
import type { ImportedPaper } from './store.ts';

/** Pabulib's language tags as ours; what we don't speak is kept as written and shown as it stands. */
const languageOf = (tag: string | undefined): string => (tag && /^[a-z]{2}$/.test(tag) ? tag : 'en');

/** How a town's file was counted, as near as its own word for the rule says; options are written into the outcome. */
export function methodOfFile(election: Election, wanted?: 'equal-shares' | 'greedy'): Countable {
  const rule = (election.meta?.rule ?? '').toLowerCase();
  const method: Method = wanted ?? (/^greedy/.test(rule) ? 'greedy' : 'equal-shares');
  return {
    method,
    methodOptions: method === 'greedy' ? greedyOptions(election, rule) : equalSharesOptions(rule),
    ballotKind: election.kind as BallotKind,
    budget: election.budget ? showRational(election.budget) : '0',
  };
}

/** A threshold holds wherever the file states one, whatever its rule is called: towns that state one keep to it. */
function greedyOptions(election: Election, rule: string): MethodOptions {
  const { meta = {}, valueScale } = election;
  const threshold = meta.min_project_score_threshold?.trim();
  return {
    misfit: rule === 'greedy-no-skip' || rule === 'greedy-custom' ? 'stop' : 'skip',
    ...(threshold && /\d/.test(threshold) ? { scoreAtLeast: threshold } : {}),
    ...borda(election),
    ...(valueScale ? { valueScale } : {}),
  };
}

/** Plain "equalshares" leaves money over; a comparison with greedy came with no exhaustive stop where it was used. */
function equalSharesOptions(rule: string): MethodOptions {
  const comparison = /comparison/.test(rule) ? { comparison: 'yes' as const } : {};
  if (rule === 'equalshares' || rule === 'equalshares-comparison') return { completion: 'none', ...comparison };
  return { completion: 'add1', exhaustive: comparison.comparison ? 'no' : 'yes', ...comparison };
}

function borda({ kind, meta = {} }: Election): MethodOptions {
  const longest = Number(meta.max_length);
  return kind === 'ranked' && Number.isSafeInteger(longest) && longest > 0 ? { longestBallot: longest } : {};
}

/** The paper that an imported file makes. */
export function paperOfFile(
  election: Election,
  countable: Countable,
  made: { readonly number: number; readonly draftedBy: string | null; readonly draftedAt: Date },
): ImportedPaper {
  const { meta = {}, options } = election;
  const place = [meta.description, [meta.unit, meta.subunit].filter(Boolean).join(', '), meta.instance].filter(Boolean);
  return {
    decision: {
      ...made,
      question: (place.join(' · ') || 'Participatory budget').slice(0, 300).padEnd(5, '.'),
      paper: '',
      locale: languageOf(meta.language),
      method: countable.method,
      methodOptions: JSON.stringify(countable.methodOptions),
      ballotKind: countable.ballotKind,
      budget: countable.budget ?? '0',
      currency: /^[A-Z]{3}$/.test(meta.currency ?? '') ? meta.currency : null,
    },
    options: options.map(({ id, name, cost, excludes, facts }, at) => ({
      position: at + 1,
      code: id.slice(0, 100),
      name: (name || id).slice(0, 500),
      cost: cost ? showRational(cost) : null,
      excludes: excludes ?? null,
      announced: facts?.selected === undefined || facts.selected === '' ? null : facts.selected !== '0',
    })),
  };
}
