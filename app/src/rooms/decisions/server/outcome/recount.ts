import type { Ballots, Election } from '@sofra/counting';
import { parseRational } from '@sofra/counting';
import { writeJson, writePabulib } from '@sofra/counting/formats';
import type { Context } from '#platform/context.ts';
import type { Db } from '#platform/database/tables.ts';
import { Refusal } from '#platform/refusal.ts';
import { publishesBallots } from '../../rules.ts';
import { unpackBallots } from '../import/pack-ballots.ts';
import { type Decision, type DecisionOption, optionsOf } from '../paper/find-decision.ts';
import { locate } from '../queries.ts';
import { electionOfBox } from './count.ts';
import { ballotsIn } from './count-decision.ts';
import { recountChoices, recountName, ruleName } from './recount-command.ts';
import { storedOutcome } from './show-outcome.ts';

/** A file to carry away. */
export interface RecountFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/**
 * What anyone needs to count again: every single ballot without a name where harm.md 1 allows (budgets as Pabulib, the rest as
 * counting's own JSON), otherwise the sums the method needs, and the plain word that it can't be repeated from outside.
 */
export async function recountFile(context: Context, at: { slug: string; number: number }): Promise<RecountFile> {
  const { place, decision, state } = await locate(context, at);
  if (state !== 'counted') throw new Refusal('decisions.no-outcome-yet', { kind: 'not-found' });
  const options = await optionsOf(context.db, decision);
  if (!decision.imported && !publishesBallots(decision)) {
    const { counted, facts } = await storedOutcome(context, decision);
    const sums = options.map(({ code, name: title }, index) => ({
      id: code,
      name: title,
      given: facts.support[index],
    }));
    const text = `${JSON.stringify({ repeatable: false, method: decision.method, onRoll: facts.onRoll, tables: facts.tables?.piles, sums, counted }, null, 1)}\n`;
    return { name: `${place.slug}-${decision.number}.json`, type: 'application/json', text };
  }
  const bare = decision.imported
    ? await electionOfImport(context.db, decision, options)
    : electionOfBox(decision, options, (await ballotsIn(context.db, decision)).ballots);
  const election = { ...bare, meta: metaOf(decision) };
  const fileName = recountName(place.slug, decision);
  const methodOptions = { texts: recountChoices(decision) };
  return fileName.endsWith('.json')
    ? { name: fileName, type: 'application/json', text: writeJson({ ...election, methodOptions }) }
    : { name: fileName, type: 'text/csv', text: writePabulib(election) };
}

/** What the file says of itself: a budget in Pabulib's words for its rule, anything else by the name of its method. */
const metaOf = (decision: Decision): Record<string, string> => ({
  description: decision.question,
  ...(decision.budget === null ? { method: decision.method } : { rule: ruleName(decision) }),
  ...(decision.currency ? { currency: decision.currency } : {}),
  ...Object.fromEntries(
    Object.entries(decision.methodOptions).map(([key, value]) => [META_NAMES[key] ?? key, String(value)]),
  ),
});

/** Our words for choices that Pabulib has its own words for. */
const META_NAMES: Readonly<Record<string, string>> = {
  scoreAtLeast: 'min_project_score_threshold',
  longestBallot: 'max_length',
};

/** The election of an import, put together from its parts; equal ballots stay merged. */
async function electionOfImport(db: Db, decision: Decision, options: readonly DecisionOption[]): Promise<Election> {
  const { methodOptions, ballotKind, budget } = decision;
  return {
    kind: ballotKind,
    options: options.map(({ code, name, cost, excludes, announced }) => ({
      id: code,
      name,
      ...(cost === null ? {} : { cost: parseRational(cost) }),
      ...(excludes === null ? {} : { excludes }),
      ...(announced === null ? {} : { facts: { selected: announced ? '1' : '0' } }),
    })),
    ballots: await ballotsOfImport(db, decision),
    ...(budget === null ? {} : { budget: parseRational(budget) }),
    ...(methodOptions.valueScale ? { valueScale: methodOptions.valueScale } : {}),
  };
}

async function ballotsOfImport(db: Db, { communityId, id }: Decision): Promise<Ballots> {
  const [start, option, value, times]: [number[], number[], number[], number[]] = [[0], [], [], []];
  for (let part = 0; ; part += 1) {
    const packed = await db
      .selectFrom('decisions.importedPart')
      .select(['rows', 'bytes'])
      .where('communityId', '=', communityId)
      .where('importId', '=', id)
      .where('part', '=', part)
      .executeTakeFirst();
    if (!packed) break;
    for (const ballot of unpackBallots(packed)) {
      ballot.options.forEach((index, at) => {
        option.push(index);
        value.push(ballot.values[at]);
      });
      start.push(option.length);
      times.push(ballot.times);
    }
  }
  return {
    size: times.length,
    start: Uint32Array.from(start),
    option: Uint32Array.from(option),
    value: Int32Array.from(value),
    times: Uint32Array.from(times),
  };
}
