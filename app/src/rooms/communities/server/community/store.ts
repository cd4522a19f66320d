import type { Context } from '#platform/context.ts';
import type { Charter } from '../../charter.ts';
import type { FoundCommunity } from '../../words.ts';

/** Writes a new community; undefined when its address is taken. */
export async function saveCommunity(
  context: Context,
  { community, foundedBy }: { readonly community: FoundCommunity; readonly foundedBy: string },
): Promise<string | undefined> {
  const row = await context.db
    .insertInto('communities.community')
    .values({ ...community, id: context.newId(), code: await freeCode(context), foundedAt: context.now, foundedBy })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

const LETTERS = 'bcdfghjkmnpqrstvwxz';

/** Three letters that no community has yet; more letters when it takes too long to find them. */
async function freeCode(context: Context): Promise<string> {
  for (let tried = 0; ; tried += 1) {
    const length = 3 + Math.min(3, Math.floor(tried / 4));
    const code = Array.from({ length }, () => LETTERS[Number(context.newDigits(4)) % LETTERS.length]).join('');
    const taken = await context.db
      .selectFrom('communities.community')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirst();
    if (!taken) return code;
  }
}

/** Writes how a community describes itself now. */
export async function saveDescription(
  context: Context,
  communityId: string,
  description: Omit<FoundCommunity, 'slug'>,
): Promise<void> {
  await context.db.updateTable('communities.community').set(description).where('id', '=', communityId).execute();
}

/** Writes the next version of the charter and returns its number. */
export async function saveCharter(
  context: Context,
  communityId: string,
  charter: { readonly rules: Charter; readonly writtenBy: string; readonly why: string },
): Promise<number> {
  const last = await context.db
    .selectFrom('communities.charter')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('communityId', '=', communityId)
    .executeTakeFirst();
  const version = (last?.version ?? 0) + 1;
  const { rules, writtenBy, why } = charter;
  await context.db
    .insertInto('communities.charter')
    .values({ communityId, version, rules: JSON.stringify(rules), writtenAt: context.now, writtenBy, why })
    .execute();
  return version;
}

/** One line of the benchmark as it is kept: the share in hundredths of a percent. */
export interface BenchmarkRow {
  readonly attribute: string;
  readonly groupName: string;
  readonly share: number;
  readonly source: string;
  readonly year: number;
}

/** Puts a new benchmark in the place of the old one. */
export async function saveBenchmark(
  context: Context,
  communityId: string,
  benchmark: { readonly rows: readonly BenchmarkRow[]; readonly setBy: string },
): Promise<void> {
  await context.db.deleteFrom('communities.benchmark').where('communityId', '=', communityId).execute();
  if (benchmark.rows.length === 0) return;
  await context.db
    .insertInto('communities.benchmark')
    .values(benchmark.rows.map((row) => ({ ...row, communityId, setAt: context.now, setBy: benchmark.setBy })))
    .execute();
}

/** Writes down where to turn for help. */
export async function saveHelpLine(
  context: Context,
  communityId: string,
  line: { readonly name: string; readonly contact: string; readonly hours: string; readonly enteredBy: string },
): Promise<string> {
  const id = context.newId();
  await context.db
    .insertInto('communities.helpLine')
    .values({ ...line, communityId, id, enteredAt: context.now })
    .execute();
  return id;
}

/** Notes that a help line is no more. */
export async function closeHelpLine(context: Context, communityId: string, id: string): Promise<void> {
  await context.db
    .updateTable('communities.helpLine')
    .set({ endedAt: context.now })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute();
}

/** The next number of a community, by which people call what they see: one counter row, so numbers never repeat. */
export async function nextNumber(context: Context, communityId: string): Promise<number> {
  const row = await context.db
    .insertInto('communities.numberCounter')
    .values({ communityId, lastNumber: 1 })
    .onConflict((conflict) =>
      conflict
        .column('communityId')
        .doUpdateSet((eb) => ({ lastNumber: eb('communities.numberCounter.lastNumber', '+', 1) })),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow();
  return row.lastNumber;
}
