import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { renderMarkdown } from '#platform/markdown.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { mayKnow } from '../../permissions.ts';
import type { Gathering } from '../calling/find-gathering.ts';

/** One wording of the minutes. */
export interface WordingShown {
  readonly version: number;
  readonly html: string;
  readonly locale: string;
  readonly arrivedAt: Date;
  readonly laidAt: Date | null;
}

/** The minutes as a reader may see them: those who record see every wording, the others what was laid before them. */
export interface MinutesShown {
  readonly last: WordingShown;
  readonly earlier: readonly WordingShown[];
  readonly confirmed: number;
  readonly objected: number;
  /** What was objected, with the name where it may be named; only for whoever sits here. */
  readonly objections: readonly { readonly name: string; readonly words: string }[];
  readonly mine: { readonly answer: string; readonly words: string } | null;
}

/** The minutes for one reader; null when there are none for them. */
export async function minutesFor(
  context: Context,
  gathering: Gathering,
  records: boolean,
): Promise<MinutesShown | null> {
  const { communityId, id: gatheringId } = gathering;
  const rows = await context.db
    .selectFrom('gatherings.minutesWording as w')
    .leftJoin('gatherings.minutesLaying as l', (join) =>
      join
        .onRef('l.communityId', '=', 'w.communityId')
        .onRef('l.gatheringId', '=', 'w.gatheringId')
        .onRef('l.version', '=', 'w.version'),
    )
    .select(['w.version', 'w.text', 'w.locale', 'w.arrivedAt', 'l.laidAt'])
    .where('w.communityId', '=', communityId)
    .where('w.gatheringId', '=', gatheringId)
    .orderBy('w.version', 'desc')
    .limit(30)
    .execute();
  const wordings = rows
    .filter(({ laidAt }) => records || laidAt !== null)
    .map(({ text, ...row }) => ({ ...row, html: renderMarkdown(text) }));
  const [last, ...earlier] = wordings;
  if (!last) return null;
  return { last, earlier, ...(await answersTo(context, gathering, last.version)) };
}

async function answersTo(context: Context, gathering: Gathering, version: number) {
  const rows = await context.db
    .selectFrom('gatherings.minutesAnswer')
    .select(['personId', 'answer', 'words'])
    .where('communityId', '=', gathering.communityId)
    .where('gatheringId', '=', gathering.id)
    .where('version', '=', version)
    .orderBy('answeredAt')
    .execute();
  const objections = rows.filter(({ answer }) => answer === 'objected');
  const inside = mayKnow(context.actor, { ...gathering, audience: 'members' });
  const names = await personNames(
    context.db,
    objections.map(({ personId }) => personId),
  );
  const me = personOf(context.actor);
  const mine = rows.find(({ personId }) => personId === me);
  return {
    confirmed: rows.length - objections.length,
    objected: objections.length,
    objections: inside
      ? objections.map(({ personId, words }) => {
          const person = names.get(personId);
          return { name: person && person.signsAs !== 'member' ? person.name : '', words };
        })
      : [],
    mine: mine ? { answer: mine.answer, words: mine.words } : null,
  };
}
