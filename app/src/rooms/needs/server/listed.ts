import { rolesIn } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { signature } from '#rooms/forum/server/index.ts';
import type { NeedState } from '../words.ts';

/** A need as lists show it. */
export interface ListedNeed {
  readonly number: number;
  readonly title: string;
  readonly words: string;
  readonly locale: string;
  readonly place: string;
  readonly state: NeedState;
  readonly supporters: number;
  readonly hands: number;
  readonly raisedAt: Date;
  readonly touchedAt: Date;
  readonly channel: string;
  readonly theme: string | null;
  /** Empty when it was told by somebody without an account, signs as a member, or left. */
  readonly name: string;
  readonly signed: 'name' | 'member' | 'former' | 'nobody';
  readonly actingFor: string | null;
  /** Waits for a yes; only for those whom it concerns. */
  readonly waits: boolean;
}

/** Every need of a community with what a list says of it. The caller narrows it down and never forgets `consent`. */
export const allNeeds = (context: Context, communityId: string) =>
  context.db
    .selectFrom('needs.need as n')
    .leftJoin('needs.publicationConsent as c', (join) =>
      join.onRef('c.communityId', '=', 'n.communityId').onRef('c.needId', '=', 'n.id'),
    )
    .leftJoin('needs.merge as m', (join) =>
      join.onRef('m.communityId', '=', 'n.communityId').onRef('m.needId', '=', 'n.id').on('m.partedAt', 'is', null),
    )
    .leftJoin('needs.theme as t', (join) =>
      join.onRef('t.communityId', '=', 'n.communityId').onRef('t.id', '=', 'n.themeId'),
    )
    .leftJoin('people.person as p', 'p.id', 'n.raisedBy')
    .leftJoin('communities.organisation as o', 'o.id', 'n.actingForId')
    .select(['n.number', 'n.title', 'n.words', 'n.locale', 'n.place', 'n.state', 'n.supporters', 'n.hands'])
    .select(['n.raisedAt', 'n.touchedAt', 'n.channel', 'n.raisedBy', 'n.signsAs', 't.name as theme'])
    .select(['p.name as personName', 'o.name as actingFor', 'c.answer'])
    .where('n.communityId', '=', communityId);

/** Public ones that stand by themselves. */
export const publicNeeds = (context: Context, communityId: string) =>
  allNeeds(context, communityId).where('c.answer', '=', 'yes').where('m.id', 'is', null);

type Row = Awaited<ReturnType<ReturnType<typeof allNeeds>['execute']>>[number];

/** Shapes rows for a page: names only as each chose to be named. */
export function asListed(context: Context, communityId: string, rows: readonly Row[]): ListedNeed[] {
  const inside = rolesIn(context.actor, communityId).length > 0;
  return rows.map(({ raisedBy, signsAs, personName, answer, ...row }) => ({
    ...row,
    ...(raisedBy ? signature({ name: personName ?? '', signsAs }, inside) : { name: '', signed: 'nobody' as const }),
    waits: answer !== 'yes',
  }));
}
