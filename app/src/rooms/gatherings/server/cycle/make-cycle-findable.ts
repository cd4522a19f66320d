import type { Context } from '#platform/context.ts';
import { writeSearchEntry } from '#platform/search.ts';
import type { Cycle } from './find-cycle.ts';

/** A cycle is found by its theme and by what is said of it. */
export const makeCycleFindable = (
  context: Context,
  {
    communityId,
    id,
    number,
    theme,
    about,
    locale,
  }: Pick<Cycle, 'communityId' | 'id' | 'number' | 'theme' | 'about' | 'locale'>,
): Promise<void> =>
  writeSearchEntry(context, {
    communityId,
    kind: 'cycle',
    id,
    path: `gatherings/cycles/${number}`,
    audience: 'public',
    title: theme,
    text: about,
    locale,
  });
