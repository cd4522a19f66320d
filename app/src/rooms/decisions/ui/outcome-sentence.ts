import type { Outcome } from '@sofra/counting';
import type { Language } from '#platform/language/language.ts';
import type { Bar } from '#ui/chart.ts';
import type { Result } from '../words.ts';
import { shownMoney, shownNumber, type Told } from './outcome-words.ts';

interface Sums {
  readonly result: Result;
  readonly quorumLeast: number | null;
  readonly support: readonly string[];
}

/** What was decided, in one sentence. It never says more than the count does (harm.md 11). */
export function decidedSentence(
  language: Language,
  counted: Outcome,
  { told, facts }: { told: Told; facts: Sums },
): string {
  if (facts.result === 'no-quorum')
    return language.say('decisions.decided.no-quorum', { ballots: counted.counted, least: facts.quorumLeast ?? 0 });
  if (facts.result === 'nothing-marked' || (counted.winners.length === 0 && counted.counted === counted.blank))
    return language.say('decisions.decided.nothing-marked');
  const winners = language.list(counted.winners.map((code) => told.nameOf(code)));
  if (counted.budget !== undefined)
    return language.say('decisions.decided.budget', {
      projects: counted.winners.length,
      spent: shownMoney(language, counted.spent, told.currency),
      budget: shownMoney(language, counted.budget, told.currency),
    });
  if (told.method === 'majority')
    return majoritySentence(language, counted, { result: facts.result, byTables: told.byTables === true });
  if (told.method === 'consent')
    return facts.result === 'carried'
      ? language.say('decisions.decided.consent', { options: winners })
      : language.say('decisions.decided.blocked');
  return facts.result === 'not-carried'
    ? language.say('decisions.decided.none')
    : language.say('decisions.decided.chosen', { option: winners });
}

function majoritySentence(
  language: Language,
  counted: Outcome,
  { result, byTables }: { result: Result; byTables: boolean },
): string {
  const [yes, no] = counted.steps;
  const facts = {
    yes: shownNumber(language, yes?.yes),
    no: shownNumber(language, no?.yes),
    base: shownNumber(language, yes?.base),
  };
  if (result === 'carried')
    return language.say(byTables ? 'decisions.decided.yes-tables' : 'decisions.decided.yes', facts);
  if (yes?.yes === no?.yes)
    return language.say(byTables ? 'decisions.decided.level-tables' : 'decisions.decided.level', facts);
  return language.say(byTables ? 'decisions.decided.no-tables' : 'decisions.decided.no', facts);
}

/** The bars of an outcome: what every option was given, the chosen ones marked, in the order of what they were given. */
export function barsOf(
  language: Language,
  counted: Outcome,
  { options, facts, told }: { options: readonly { readonly code: string }[]; facts: Sums; told: Told },
): Bar[] {
  const won = new Set(told.method === 'majority' || facts.result !== 'no-quorum' ? counted.winners : []);
  const bars = options.map(({ code }, at) => {
    const [top, bottom = '1'] = (facts.support[at] ?? '0').split('/');
    return {
      label: told.nameOf(code),
      value: Number(top) / Number(bottom),
      shown: shownNumber(language, facts.support[at]),
      tone: won.has(code) ? ('done' as const) : ('plain' as const),
    };
  });
  return told.method === 'majority' ? bars : bars.sort((a, b) => b.value - a.value);
}
