import type { Context } from '#platform/context.ts';
import { writeSearchEntry } from '#platform/search.ts';
import type { CallGathering } from '../../words.ts';

/** A gathering is found by its theme, what is said of it, its place and its programme; by members only, when it is theirs. */
export const makeFindable = (
  context: Context,
  call: CallGathering,
  { gatheringId, number }: { readonly gatheringId: string; readonly number: number },
): Promise<void> =>
  writeSearchEntry(context, {
    communityId: call.communityId,
    kind: 'gathering',
    id: gatheringId,
    number,
    path: `gatherings/${number}`,
    audience: call.audience,
    title: call.theme,
    text: [call.about, call.place, ...call.agenda.flatMap(({ title, about, ledBy }) => [title, about, ledBy])].join(
      ' ',
    ),
  });
