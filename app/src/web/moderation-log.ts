import type { Context } from '#platform/context.ts';
import { showWordFoldLog } from '#rooms/commitments/server/index.ts';
import { showModerationLog } from '#rooms/forum/server/index.ts';
import { showNeedFoldLog } from '#rooms/needs/server/index.ts';

const PAGE = 50;

/** One public log for whatever was folded, newest first: ids sort by time. */
export async function showLog(context: Context, slug: string, before?: string) {
  const posts = await showModerationLog(context, slug, before);
  const others = [...(await showNeedFoldLog(context, slug, before)), ...(await showWordFoldLog(context, slug, before))];
  const all = [...posts.lines, ...others].sort((a, b) => (a.id < b.id ? 1 : -1));
  const lines = all.slice(0, PAGE);
  const more = all.length > PAGE || posts.next !== null;
  return { community: posts.community, lines, next: more ? (lines.at(-1)?.id ?? null) : null };
}
