import type { Context } from '../context.ts';
import { notFound } from '../refusal.ts';
import type { Preview } from './check-rows.ts';

/** How long a preview waits for its yes. */
const HELD_HOURS = 24;

/** A preview that waits for its yes between two pages. */
export interface HeldImport<Row> {
  readonly id: string;
  /** Where the list comes from, in the words of who brought it. */
  readonly source: string;
  readonly preview: Preview<Row>;
}

/** What is known of a preview when it is put aside. */
export interface ToHold<Row> {
  readonly communityId: string;
  /** `room.what`: only the same kind finds it again. */
  readonly kind: string;
  readonly heldFor: string;
  readonly source: string;
  readonly preview: Preview<Row>;
}

/** Keeps a preview for a day for the person who made it, and forgets older ones. Returns its id. */
export async function holdImport<Row>(context: Context, toHold: ToHold<Row>): Promise<string> {
  const id = context.newSecretId();
  const before = new Date(context.now.getTime() - HELD_HOURS * 3_600_000);
  await context.db
    .deleteFrom('platform.heldImport')
    .where('communityId', '=', toHold.communityId)
    .where('heldAt', '<', before)
    .execute();
  const { preview, ...line } = toHold;
  await context.db
    .insertInto('platform.heldImport')
    .values({ ...line, id, preview: JSON.stringify(preview), heldAt: context.now })
    .execute();
  return id;
}

/** Which preview is meant, and who asks for it. */
export interface HeldAddress {
  readonly communityId: string;
  readonly id: string;
  readonly kind: string;
  readonly heldFor: string;
}

/** The preview that this person put aside. Throws a Refusal `not-found` when it is another's, too old or gone. */
export async function heldImport<Row>(context: Context, address: HeldAddress): Promise<HeldImport<Row>> {
  const row = await context.db
    .selectFrom('platform.heldImport')
    .select(['id', 'source', 'preview'])
    .where('communityId', '=', address.communityId)
    .where('id', '=', address.id)
    .where('kind', '=', address.kind)
    .where('heldFor', '=', address.heldFor)
    .where('heldAt', '>=', new Date(context.now.getTime() - HELD_HOURS * 3_600_000))
    .executeTakeFirst();
  if (!row) throw notFound('platform.import-gone');
  return { id: row.id, source: row.source, preview: row.preview as Preview<Row> };
}

/** Forgets a preview: it was applied, or nobody wants it. */
export async function dropImport(context: Context, { communityId, id }: Pick<HeldAddress, 'communityId' | 'id'>) {
  await context.db
    .deleteFrom('platform.heldImport')
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}
