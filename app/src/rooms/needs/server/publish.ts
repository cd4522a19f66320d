import type { Context } from '#platform/context.ts';
import { writeSearchEntry } from '#platform/search.ts';

interface FindableNeed {
  readonly communityId: string;
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly words: string;
  readonly place: string;
  readonly locale: string;
}

/** A need that may be seen by everyone from now on: it goes into the search and is told. */
export async function publish(context: Context, need: FindableNeed): Promise<void> {
  await makeFindable(context, need);
  context.announce({ kind: 'needs.need-raised', communityId: need.communityId, needId: need.id });
}

/** Search finds it by what it says now. */
export const makeFindable = (context: Context, need: FindableNeed): Promise<void> =>
  writeSearchEntry(context, {
    communityId: need.communityId,
    kind: 'need',
    id: need.id,
    number: need.number,
    path: `needs/${need.number}`,
    audience: 'public',
    title: need.title,
    locale: need.locale,
    text: `${need.words} ${need.place}`,
  });
