import type { Context } from '../context.ts';

/** Whose pictures are held back, and for what: they come back when that is released. */
export interface Withheld {
  readonly communityId: string;
  readonly hashes: readonly string[];
  readonly forId: string;
  readonly ownerId: string | null;
}

/** From now on only their owner and the desk get these files, even by an address that was copied before. */
export async function withholdFiles(
  context: Context,
  { communityId, hashes, forId, ownerId }: Withheld,
): Promise<void> {
  if (hashes.length === 0) return;
  await context.db
    .insertInto('platform.withheldFile')
    .values([...new Set(hashes)].map((hash) => ({ communityId, hash, forId, ownerId, withheldAt: context.now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Gives back what was held back for one thing. */
export async function releaseFiles(context: Context, communityId: string, forId: string): Promise<void> {
  await context.db
    .deleteFrom('platform.withheldFile')
    .where('communityId', '=', communityId)
    .where('forId', '=', forId)
    .execute();
}

/** Who may have a file that is held back: its owners; undefined when anyone may. */
export async function ownersOfWithheld(
  context: Pick<Context, 'db'>,
  communityId: string,
  hash: string,
): Promise<readonly string[] | undefined> {
  const rows = await context.db
    .selectFrom('platform.withheldFile')
    .select('ownerId')
    .where('communityId', '=', communityId)
    .where('hash', '=', hash)
    .execute();
  return rows.length === 0 ? undefined : rows.flatMap(({ ownerId }) => ownerId ?? []);
}
