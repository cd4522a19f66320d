import type { Context } from '#platform/context.ts';
import type { NeedKey } from './store.ts';

/** Who raised a need and who says "me too", in it and in what is merged into it: they are told what becomes of it. */
export async function concernedBy(context: Context, { communityId, id }: NeedKey): Promise<string[]> {
  const merged = await context.db
    .selectFrom('needs.merge')
    .select('needId')
    .where('communityId', '=', communityId)
    .where('intoId', '=', id)
    .where('partedAt', 'is', null)
    .execute();
  const family = [id, ...merged.map(({ needId }) => needId)];
  const raisers = await context.db
    .selectFrom('needs.need')
    .select('raisedBy as personId')
    .where('communityId', '=', communityId)
    .where('id', 'in', family)
    .where('raisedBy', 'is not', null)
    .execute();
  const supporters = await context.db
    .selectFrom('needs.support')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('needId', 'in', family)
    .where('withdrawnAt', 'is', null)
    .execute();
  const ids = [...raisers, ...supporters].map(({ personId }) => personId);
  return [...new Set(ids.filter((personId) => personId !== null))];
}
