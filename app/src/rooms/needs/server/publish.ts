import type { Context } from '#platform/context.ts';
import { writeSearchEntry } from '#platform/search.ts';

/** A need that may be seen by everyone from now on: it goes into the search and is told. */
export async function publish(
  context: Context,
  need: {
    readonly communityId: string;
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly words: string;
    readonly place: string;
    readonly locale: string;
  },
): Promise<void> {
  const { communityId, id, number, title } = need;
  await writeSearchEntry(context, {
    communityId,
    kind: 'need',
    id,
    number,
    audience: 'public',
    title,
    locale: need.locale,
    text: `${need.words} ${need.place}`,
  });
  context.announce({ kind: 'needs.need-raised', communityId, needId: id });
}
