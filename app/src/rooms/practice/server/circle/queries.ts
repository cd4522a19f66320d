import type { Context } from '#platform/context.ts';
import { authorize, may } from '#platform/permissions.ts';
import type { Community } from '#rooms/communities/index.ts';
import { onOwn, onPractice } from '../../permissions.ts';
import { type FoundPractice, findPractice } from '../find-practice.ts';
import { allOfPractice, type Choice, knowParties, type ShownParty } from '../parties.ts';

/** A stay in the circle. */
export interface ShownSeat {
  /** Only for who may end it. */
  readonly id: string | null;
  readonly who: ShownParty;
  readonly organisation: ShownParty | null;
  readonly chosenBy: string;
  readonly seatedAt: Date;
  readonly untilOn: string | null;
  readonly endedAt: Date | null;
  readonly endedWhy: string | null;
  /** The reader sits there. */
  readonly mine: boolean;
}

/** What the page of the circle shows. */
export interface CirclePage {
  readonly practice: Community;
  readonly sitting: readonly ShownSeat[];
  readonly before: readonly ShownSeat[];
  readonly may: { readonly seat: boolean };
  readonly people: readonly Choice[];
  readonly organisations: readonly Choice[];
}

/** Who sits in the circle now, in the order in which they came. */
export async function seatsOf(context: Context, { subject }: FoundPractice): Promise<ShownSeat[]> {
  const rows = await context.db
    .selectFrom('practice.circleSeat')
    .select(['id', 'personId', 'organisationId', 'chosenBy', 'seatedAt', 'untilOn', 'endedAt', 'endedWhy'])
    .where('communityId', '=', subject.communityId)
    .orderBy('seatedAt')
    .orderBy('id')
    .limit(400)
    .execute();
  const show = await knowParties(context, subject, rows);
  const { actor } = context;
  return rows.map(({ id, personId, organisationId, ...seat }) => {
    const own = { communityId: subject.communityId, personId, organisationId: null };
    return {
      ...seat,
      id: seat.endedAt === null && may(onOwn.endSeat, actor, own) ? id : null,
      who: show({ personId }),
      organisation: organisationId ? show({ organisationId }) : null,
      mine: actor.kind === 'person' && actor.personId === personId,
    };
  });
}

/** The page of the circle: who sits in it, who sat before. */
export async function showCircle(context: Context, slug: string): Promise<CirclePage> {
  const found = await findPractice(context, slug);
  const { practice, subject } = found;
  authorize(onPractice.read, context.actor, subject);
  const seats = await seatsOf(context, found);
  const seat = may(onPractice.seat, context.actor, subject);
  const all = seat ? await allOfPractice(context, subject) : [];
  return {
    practice,
    sitting: seats.filter(({ endedAt }) => endedAt === null),
    before: seats.filter(({ endedAt }) => endedAt !== null).reverse(),
    may: { seat },
    people: all.filter(({ value }) => value.startsWith('p:')),
    organisations: all.filter(({ value }) => value.startsWith('o:')),
  };
}
