import { redirect } from '@sveltejs/kit';
import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { rowsOfPerson } from '#platform/person-rows.ts';
import type { Room } from '#platform/room.ts';
import { allCommunities } from '#rooms/communities/server/index.ts';

/** What the house holds of the person who asks: rooms by name, tables by name, rows as they lie there. */
export interface PersonData {
  readonly exportedAt: Date;
  readonly origin: string;
  /** What stays in the house, and why. */
  readonly leftOut: string;
  /** The communities that rows name by their id. */
  readonly communities: Readonly<Record<string, string>>;
  readonly rooms: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;
}

/** Everything the rooms hold of one person. The caller has asked who it is. */
export async function dataOfPerson(rooms: readonly Room[], context: Context, personId: string): Promise<PersonData> {
  const register = rooms.flatMap(({ tables }) => tables);
  const found = await rowsOfPerson(context, { register, people: 'people.person', personId });
  const byRoom: Record<string, Record<string, readonly unknown[]>> = {};
  const ids = new Set<string>();
  for (const [name, rows] of found) {
    const [room, table] = name.split('.');
    byRoom[room] = { ...byRoom[room], [table]: rows };
    for (const { communityId } of rows) if (typeof communityId === 'string') ids.add(communityId);
  }
  const known = await allCommunities(context.db);
  return {
    exportedAt: context.now,
    origin: context.settings.origin,
    leftOut: context.language.say('web.my-data.left-out'),
    communities: Object.fromEntries(known.filter(({ id }) => ids.has(id)).map(({ id, name }) => [id, name])),
    rooms: byRoom,
  };
}

/** What the house holds of the person who asks, as a JSON file to download. */
export async function personDataFile(rooms: readonly Room[], context: Context): Promise<Response> {
  const personId = personOf(context.actor);
  if (!personId) redirect(303, '/sign-in?next=%2Fme');
  const data = await dataOfPerson(rooms, context, personId);
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="sofra-my-data.json"',
      'cache-control': 'no-store',
    },
  });
}
