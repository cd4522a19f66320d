import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { onOwnAccount } from '#rooms/people/index.ts';

/** Everything this room holds of one person, for "download my data". */
export async function dataOf(context: Context, personId: string): Promise<Readonly<Record<string, unknown>>> {
  authorize(onOwnAccount.see, context.actor, { personId });
  const { db } = context;
  const raised = await db
    .selectFrom('needs.need')
    .select(['communityId', 'number', 'title', 'words', 'place', 'affected', 'latitude', 'longitude', 'raisedAt'])
    .where('raisedBy', '=', personId)
    .execute();
  const folded = await db
    .selectFrom('needs.fold as f')
    .innerJoin('needs.need as n', (join) =>
      join.onRef('n.communityId', '=', 'f.communityId').onRef('n.id', '=', 'f.needId'),
    )
    .select(['f.communityId', 'n.number', 'f.reason', 'f.foldedAt', 'f.kept'])
    .where('n.raisedBy', '=', personId)
    .execute();
  const reworded = await db
    .selectFrom('needs.wording')
    .select(['communityId', 'needId', 'title', 'words', 'place', 'affected', 'untilAt'])
    .where('untilBy', '=', personId)
    .execute();
  const supported = await db
    .selectFrom('needs.support')
    .select(['communityId', 'needId', 'words', 'supportedAt', 'withdrawnAt'])
    .where('personId', '=', personId)
    .execute();
  const offered = await db
    .selectFrom('needs.offer')
    .select(['communityId', 'number', 'kind', 'title', 'words', 'offeredAt', 'withdrawnAt'])
    .where('offeredBy', '=', personId)
    .execute();
  const toldPrivately = await db
    .selectFrom('needs.privateNeed')
    .select(['communityId', 'words', 'toldAt'])
    .where('toldBy', '=', personId)
    .execute();
  return { raised, folded, reworded, supported, offered, toldPrivately };
}
