import type { Context } from '#platform/context.ts';
import { Refusal } from '#platform/refusal.ts';
import type { FoundFloor } from './find-floor.ts';

type At = FoundFloor['at'];

export async function saveOnFloor(
  context: Context,
  at: At,
  on: { readonly speakerId: string | null; readonly agendaPosition: number | null; readonly putBy: string },
): Promise<void> {
  await context.db
    .insertInto('gatherings.onFloor')
    .values({ ...at, ...on, id: context.newId(), putAt: context.now })
    .execute();
}

export async function saveTurn(
  context: Context,
  at: At,
  turn: { readonly questions: string; readonly turnedBy: string },
): Promise<void> {
  await context.db
    .insertInto('gatherings.floorTurn')
    .values({ ...at, ...turn, id: context.newId(), turnedAt: context.now })
    .execute();
}

/** How many groups one gathering may have named in its life. */
const MOST_EVER = 12;

/** Groups that are no longer named end; questions that named them keep them. A name that comes back is the same group. */
export async function saveGroups(context: Context, at: At, names: readonly string[]): Promise<void> {
  const { db, now } = context;
  const here = await db
    .selectFrom('gatherings.floorGroup')
    .select(['position', 'name', 'endedAt'])
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .execute();
  for (const { position, name, endedAt } of here) {
    const wanted = names.includes(name);
    if (wanted === (endedAt === null)) continue;
    await db
      .updateTable('gatherings.floorGroup')
      .set({ endedAt: wanted ? null : now })
      .where('communityId', '=', at.communityId)
      .where('gatheringId', '=', at.gatheringId)
      .where('position', '=', position)
      .execute();
  }
  const fresh = names.filter((name) => !here.some((group) => group.name === name));
  if (here.length + fresh.length > MOST_EVER) throw new Refusal('floor.too-many-groups');
  if (fresh.length > 0)
    await db
      .insertInto('gatherings.floorGroup')
      .values(fresh.map((name, index) => ({ ...at, name, position: here.length + index + 1 })))
      .execute();
}
