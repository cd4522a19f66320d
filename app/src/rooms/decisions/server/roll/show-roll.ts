import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { authorize, may } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onDecision } from '../../permissions.ts';
import type { Decision } from '../paper/find-decision.ts';
import { locate, type Place } from '../queries.ts';

/** A seat on the roll. Nothing here says who took part. */
export interface Seat {
  readonly personId: string;
  readonly name: string;
  readonly belonging: string;
  readonly confirmed: string;
  /** The table the person votes from, where tables weigh the same. */
  readonly tableLabel: string | null;
}

export interface ShownObjection {
  readonly id: string;
  readonly by: string;
  readonly about: string | null;
  readonly saidAt: Date;
  readonly words: string;
  readonly answer: { readonly words: string; readonly by: string; readonly answeredAt: Date } | null;
  readonly mayAnswer: boolean;
}

/** What the page of the roll shows. */
export interface RollPage {
  readonly place: Place;
  readonly decision: Decision;
  readonly seats: readonly Seat[];
  readonly next: string | null;
  readonly howConfirmed: readonly { readonly confirmed: string; readonly count: number }[];
  readonly objections: readonly ShownObjection[];
  readonly mayObject: boolean;
}

/** The roll as it was fixed, for members: by name, fifty a page, after the person `after`. */
export async function showRoll(
  context: Context,
  at: { slug: string; number: number },
  after?: string,
): Promise<RollPage> {
  const { place, decision } = await locate(context, at);
  const { communityId, id: decisionId } = decision;
  authorize(onDecision.seeRoll, context.actor, { communityId });
  if (!decision.openedAt) throw new Refusal('decisions.no-roll-yet', { kind: 'not-found' });
  const seats = await seatsAfter(context, decision, after);
  const howConfirmed = await context.db
    .selectFrom('decisions.roll')
    .select((eb) => ['confirmed', eb.fn.countAll<number>().as('count')])
    .where('communityId', '=', communityId)
    .where('decisionId', '=', decisionId)
    .groupBy('confirmed')
    .orderBy('confirmed')
    .execute();
  return {
    place,
    decision,
    seats: seats.slice(0, 50),
    next: seats.length > 50 ? (seats[49]?.personId ?? null) : null,
    howConfirmed: howConfirmed.map(({ confirmed, count }) => ({ confirmed, count: Number(count) })),
    objections: await objectionsTo(context, decision),
    mayObject: may(onDecision.object, context.actor, { communityId }),
  };
}

async function seatsAfter(context: Context, { communityId, id }: Decision, after?: string): Promise<Seat[]> {
  let query = context.db
    .selectFrom('decisions.roll as r')
    .innerJoin('people.person as p', 'p.id', 'r.personId')
    .select(['r.personId', 'p.name', 'r.belonging', 'r.confirmed', 'r.tableLabel'])
    .where('r.communityId', '=', communityId)
    .where('r.decisionId', '=', id)
    .orderBy('p.name')
    .orderBy('r.personId')
    .limit(51);
  if (after && /^[0-9a-f-]{36}$/.test(after)) {
    const name = (await personNames(context.db, [after])).get(after)?.name ?? '';
    query = query.where((eb) =>
      eb.or([eb('p.name', '>', name), eb.and([eb('p.name', '=', name), eb('r.personId', '>', after)])]),
    );
  }
  return query.execute();
}

async function objectionsTo(context: Context, { communityId, id }: Decision): Promise<ShownObjection[]> {
  const rows = await context.db
    .selectFrom('decisions.rollObjection as o')
    .leftJoin('decisions.rollAnswer as a', (join) =>
      join.onRef('a.communityId', '=', 'o.communityId').onRef('a.objectionId', '=', 'o.id'),
    )
    .select([
      'o.id',
      'o.saidBy',
      'o.aboutId',
      'o.saidAt',
      'o.words',
      'a.words as answer',
      'a.answeredBy',
      'a.answeredAt',
    ])
    .where('o.communityId', '=', communityId)
    .where('o.decisionId', '=', id)
    .orderBy('o.id')
    .limit(100)
    .execute();
  const names = await personNames(
    context.db,
    rows.flatMap(({ saidBy, aboutId, answeredBy }) => [saidBy, aboutId, answeredBy].filter((one) => one !== null)),
  );
  const nameOf = (personId: string | null) => (personId === null ? null : (names.get(personId)?.name ?? ''));
  const me = personOf(context.actor);
  const answers = may(onDecision.answerObjection, context.actor, { communityId });
  return rows.map((row) => ({
    id: row.id,
    by: nameOf(row.saidBy) ?? '',
    about: nameOf(row.aboutId),
    saidAt: row.saidAt,
    words: row.words,
    answer:
      row.answer !== null && row.answeredAt !== null
        ? { words: row.answer, by: nameOf(row.answeredBy) ?? '', answeredAt: row.answeredAt }
        : null,
    mayAnswer: answers && row.answer === null && row.saidBy !== me && row.aboutId !== me,
  }));
}
