import { sql } from 'kysely';
import type { z } from 'zod';
import type { Action } from './action.ts';
import type { Actor } from './actor.ts';
import type { Announcement, Context } from './context.ts';
import type { Db } from './database/tables.ts';
import { chanceAt, type House } from './house.ts';
import { NOBODY, newTimeId } from './ids.ts';
import type { Language } from './language/language.ts';
import { type FieldProblem, Refusal } from './refusal.ts';

/** How an action is asked for. `key` is the idempotency key of the form that asked, made before it was sent. */
export interface Asking {
  readonly actor: Actor;
  readonly language: Language;
  readonly key?: string;
}

/**
 * Parses the input, opens a transaction, runs the action, writes what it announced to the outbox and commits.
 * With a key, a second arrival gets the first answer and nothing is done again.
 * Throws a Refusal for everything expected.
 */
export async function runAction<Input, Result>(
  house: House,
  asking: Asking,
  { action, input }: { readonly action: Action<Input, Result>; readonly input: unknown },
): Promise<Result> {
  const parsed = parseInput(action.input, input);
  return runParsed(house, asking, { name: action.name, run: (context) => action(context, parsed) });
}

/** Runs any piece of work the way an action runs: one transaction, an outbox, tasks for afterwards. */
export async function runParsed<Result>(
  house: House,
  asking: Asking,
  work: { readonly name: string; run(context: Context): Promise<Result> },
): Promise<Result> {
  const announcements: Announcement[] = [];
  const tasks: (() => Promise<void>)[] = [];
  const result = await house.database.db.transaction().execute(async (transaction) => {
    const now = house.now();
    const context: Context = {
      now,
      actor: asking.actor,
      db: transaction,
      language: asking.language,
      settings: house.settings,
      outgoing: house.outgoing,
      ...chanceAt(now),
      announce: (announcement) => announcements.push(announcement),
      afterwards: (task) => tasks.push(task),
    };
    if (!asking.key) return finish(context, await work.run(context), announcements);
    const owner = asking.actor.kind === 'person' ? asking.actor.personId : NOBODY;
    const earlier = await claimKey(transaction, { owner, key: asking.key, action: work.name, now });
    if (earlier) return earlier.result as Result;
    const done = await finish(context, await work.run(context), announcements);
    await transaction
      .updateTable('platform.doneOnce')
      .set({ result: JSON.stringify(done ?? null) })
      .where('ownerId', '=', owner)
      .where('key', '=', asking.key)
      .execute();
    return done;
  });
  tellHouse(house, announcements);
  for (const task of tasks) await task();
  return result;
}

/** Parses what came in at the edge. Throws a Refusal of kind `invalid` that names every field. */
export function parseInput<Input>(schema: z.ZodType<Input>, input: unknown): Input {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, FieldProblem> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.') || 'form';
    fields[field] ??= problemOf(issue);
  }
  throw new Refusal('platform.invalid', { kind: 'invalid', fields });
}

/** A schema may name its own sentence by giving a message that is a catalogue key (`needs.invalid.title`). */
function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  if (/^[a-z-]+\.[a-z.-]+$/.test(issue.message)) return { key: issue.message };
  if (issue.code === 'too_small') return { key: 'platform.invalid.too-small', facts: { least: Number(issue.minimum) } };
  if (issue.code === 'too_big') return { key: 'platform.invalid.too-big', facts: { most: Number(issue.maximum) } };
  if (issue.code === 'invalid_type') return { key: 'platform.invalid.missing' };
  return { key: 'platform.invalid.form' };
}

async function claimKey(
  db: Db,
  claim: { owner: string; key: string; action: string; now: Date },
): Promise<{ result: unknown } | undefined> {
  const inserted = await db
    .insertInto('platform.doneOnce')
    .values({ ownerId: claim.owner, key: claim.key, action: claim.action, doneAt: claim.now, result: null })
    .onConflict((conflict) => conflict.columns(['ownerId', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (inserted) return undefined;
  const earlier = await db
    .selectFrom('platform.doneOnce')
    .select(['action', 'result'])
    .where('ownerId', '=', claim.owner)
    .where('key', '=', claim.key)
    .executeTakeFirstOrThrow();
  if (earlier.action !== claim.action) throw new Refusal('platform.key-used', { kind: 'conflict' });
  return { result: earlier.result };
}

async function finish<Result>(
  context: Context,
  result: Result,
  announcements: readonly Announcement[],
): Promise<Result> {
  const kept = announcements.filter((announcement) => !announcement.fleeting);
  if (kept.length === 0) return result;
  await context.db
    .insertInto('platform.announcement')
    .values(
      kept.map((announcement) => ({
        communityId: announcement.communityId ?? NOBODY,
        id: newTimeId(context.now),
        kind: announcement.kind,
        facts: JSON.stringify(announcement),
        announcedAt: context.now,
      })),
    )
    .execute();
  const touched = touchedBy(kept);
  if (touched.length > 0) await sql`select pg_notify('sofra_touched', ${JSON.stringify(touched)})`.execute(context.db);
  return result;
}

/** Pages change by it. */
const isHeard = ({ quiet, fleeting }: Announcement): boolean => !quiet && !fleeting;

const touchedBy = (announcements: readonly Announcement[]): string[] => [
  ...new Set(announcements.filter(isHeard).map((a) => a.communityId ?? NOBODY)),
];

function tellHouse(house: House, announcements: readonly Announcement[]): void {
  if (announcements.length > 0) house.announced(touchedBy(announcements), !announcements.some(isHeard), announcements);
}
