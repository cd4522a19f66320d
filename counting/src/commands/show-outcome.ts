import type { Election } from '../election.ts';
import type { Outcome, Step } from '../outcome.ts';

/** The longest line of a step; `--json` has everything. */
const longest = 160;

/** An outcome as a table for people: who won, what was tied, what was spent, what was noted about the file, and the steps in short. */
export function showOutcome(outcome: Outcome, election: Election): string {
  const nameOf = new Map(election.options.map(({ id, name }) => [id, name]));
  const options = Object.entries(outcome.options).map(([key, value]) => `${key}=${value}`);
  const rows: [string, string][] = [
    ['Method', [outcome.method, ...options].join(' ')],
    ['Counted', `${outcome.counted}${outcome.blank > 0 ? `, of them blank ${outcome.blank}` : ''}`],
  ];
  if (outcome.spent !== undefined) rows.push(['Spent', `${outcome.spent} of ${outcome.budget ?? '?'}`]);
  if (outcome.winners.length === 0) rows.push(['Winners', 'none']);
  outcome.winners.forEach((id, i) => {
    rows.push([i === 0 ? 'Winners' : '', `${i + 1}. ${[id, nameOf.get(id)].filter(Boolean).join('  ')}`]);
  });
  outcome.tied.forEach((set, i) => {
    rows.push([i === 0 ? 'Tied' : '', set.join(' = ')]);
  });
  election.notes?.forEach((note, i) => {
    rows.push([i === 0 ? 'Noted' : '', showStep(note)]);
  });
  outcome.steps.forEach((step, i) => {
    rows.push([i === 0 ? 'Steps' : '', showStep(step)]);
  });
  return `${rows.map(([label, text]) => `${label.padEnd(9)}${text}`).join('\n')}\n`;
}

function showStep({ kind, ...facts }: Step): string {
  const parts = Object.entries(facts).map(([name, fact]) => `${name} ${showFact(fact)}`);
  const text = [kind, ...parts].join(' · ');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function showFact(fact: unknown): string {
  if (Array.isArray(fact)) return fact.map(showFact).join(fact.some(Array.isArray) ? ' / ' : ' ');
  if (typeof fact !== 'object' || fact === null) return String(fact);
  return Object.entries(fact)
    .map(([name, part]) => `${name}: ${showFact(part)}`)
    .join(', ');
}
