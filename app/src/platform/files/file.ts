import type { Context } from '../context.ts';
import type { SafePicture } from './safe-picture.ts';

/** Keeps a picture with a community; the same bytes are kept once. */
export async function saveFile(context: Context, communityId: string, picture: SafePicture): Promise<void> {
  const { hash, mediaType, bytes, width, height } = picture;
  await context.db
    .insertInto('platform.file')
    .values({ communityId, hash, mediaType, bytes: Buffer.from(bytes), width, height, storedAt: context.now })
    .onConflict((conflict) => conflict.columns(['communityId', 'hash']).doNothing())
    .execute();
}

/** A kept file, or undefined. */
export async function findFile(
  context: Pick<Context, 'db'>,
  communityId: string,
  hash: string,
): Promise<{ mediaType: string; bytes: Buffer } | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(communityId) || !/^[0-9a-f]{64}$/.test(hash)) return undefined;
  return context.db
    .selectFrom('platform.file')
    .select(['mediaType', 'bytes'])
    .where('communityId', '=', communityId)
    .where('hash', '=', hash)
    .executeTakeFirst();
}

/** The address of a kept file. */
export const fileAddress = (communityId: string, hash: string): string => `/files/${communityId}/${hash}`;
