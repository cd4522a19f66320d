import { error, redirect } from '@sveltejs/kit';
import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Room } from '#platform/room.ts';
import { STATUS } from './read.ts';

/** What every room holds of the person who asks, room by room, as a JSON file to download. */
export async function personDataFile(rooms: readonly Room[], context: Context): Promise<Response> {
  const personId = personOf(context.actor);
  if (!personId) redirect(303, '/sign-in?next=%2Fme');
  const data: Record<string, unknown> = { exportedAt: context.now, origin: context.settings.origin };
  try {
    for (const room of rooms) if (room.dataOf) data[room.name] = await room.dataOf(context, personId);
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    error(STATUS[problem.kind], context.language.say(problem.key, problem.facts));
  }
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="sofra-my-data.json"',
      'cache-control': 'no-store',
    },
  });
}
