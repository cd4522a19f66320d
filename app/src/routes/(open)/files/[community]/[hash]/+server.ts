import { error } from '@sveltejs/kit';
import { findFile } from '#platform/files/file.ts';
import type { RequestHandler } from './$types';

/** A picture under its own hash: what it shows never changes, so it is kept for ever. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const file = await findFile(locals.house.database, params.community, params.hash);
  if (!file) error(404);
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'",
      'content-disposition': 'inline',
    },
  });
};
