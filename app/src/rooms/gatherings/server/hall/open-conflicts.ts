import type { Context } from '#platform/context.ts';
import { personNames } from '#rooms/people/server/index.ts';
import type { HallKind, HallValue } from '../../hall-words.ts';
import type { InGathering } from '../../words.ts';
import { standingOf } from './standing.ts';
import { type Target, targetOf } from './targets.ts';
import type { OpenConflict } from './what-stands.ts';

/** What two devices recorded otherwise, each with what stands now. The caller has authorized. */
export async function openConflicts(context: Context, which: InGathering): Promise<OpenConflict[]> {
  const rows = await context.db
    .selectFrom('gatherings.hallConflict')
    .select(['id', 'kind', 'subject', 'arrived', 'happenedAt', 'arrivedAt', 'enteredBy'])
    .where('communityId', '=', which.communityId)
    .where('gatheringId', '=', which.gatheringId)
    .where('settledAt', 'is', null)
    .orderBy('arrivedAt')
    .orderBy('id')
    .limit(100)
    .execute();
  const names = await personNames(
    context.db,
    rows.map(({ enteredBy }) => enteredBy),
  );
  const conflicts: OpenConflict[] = [];
  for (const { enteredBy, subject, kind, arrived, ...row } of rows) {
    const target = targetOf(kind as HallKind, subject);
    conflicts.push({
      ...row,
      kind: target.kind,
      about: await aboutOf(context, which, target),
      group: 'group' in target ? target.group : '',
      standing: (await standingOf(context, which, target))?.value ?? null,
      arrived: arrived as HallValue | null,
      by: names.get(enteredBy)?.name ?? '',
    });
  }
  return conflicts;
}

/** Whose presence or which question it is about. */
async function aboutOf(context: Context, which: InGathering, target: Target): Promise<string> {
  if (target.kind === 'hands') {
    const row = await context.db
      .selectFrom('gatherings.handQuestion')
      .select('question')
      .where('communityId', '=', which.communityId)
      .where('gatheringId', '=', which.gatheringId)
      .where('position', '=', target.position)
      .executeTakeFirst();
    return row?.question ?? '';
  }
  if (target.kind !== 'attendance') return '';
  if (target.by === 'person') return (await personNames(context.db, [target.who])).get(target.who)?.name ?? '';
  if (target.by === 'name') return target.who;
  const row = await context.db
    .selectFrom('gatherings.registration')
    .select('name')
    .where('communityId', '=', which.communityId)
    .where('id', '=', target.who)
    .executeTakeFirst();
  return row?.name ?? '';
}
