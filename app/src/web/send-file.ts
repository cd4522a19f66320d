import { error } from '@sveltejs/kit';
import { hasRole, personOf } from '#platform/actor.ts';
import { findFile } from '#platform/files/file.ts';
import { ownersOfWithheld } from '#platform/files/withhold.ts';

/**
 * Sends a kept picture: what an address shows never changes, so browsers keep it for a day; no longer, because what it
 * belongs to may be folded. A picture of something folded goes to its owner and the desk only.
 */
export async function sendFile(
  { house, actor }: Pick<App.Locals, 'house' | 'actor'>,
  { community, hash }: { readonly community: string; readonly hash: string },
): Promise<Response> {
  const file = await findFile(house.database, community, hash);
  if (!file) error(404);
  const owners = await ownersOfWithheld(house.database, community, hash);
  const mine = owners?.includes(personOf(actor) ?? '') || hasRole(actor, community, 'facilitator', 'steward');
  if (owners && !mine) error(404);
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'cache-control': owners ? 'private, no-store' : 'public, max-age=86400',
      'content-security-policy': "default-src 'none'",
      'content-disposition': 'inline',
    },
  });
}
