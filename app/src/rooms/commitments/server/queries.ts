import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { House } from '#platform/house.ts';
import type { SaidAnswer } from '../rules.ts';
import type { CommitmentKey } from './store.ts';

const AT_ONCE = 100;

/** An asking whose day has come. */
export interface DueAsking {
  readonly slug: string;
  readonly number: number;
  readonly months: number;
}

/** Askings whose day has come, the oldest first. */
export function dueAskings(house: House): Promise<DueAsking[]> {
  return house.database.db
    .selectFrom('commitments.asking as a')
    .innerJoin('commitments.commitment as w', (join) =>
      join.onRef('w.communityId', '=', 'a.communityId').onRef('w.id', '=', 'a.commitmentId'),
    )
    .innerJoin('communities.community as k', 'k.id', 'a.communityId')
    .select(['k.slug', 'w.number', 'a.months'])
    .where('a.dueAt', '<=', house.now())
    .where('a.askedAt', 'is', null)
    .where('a.calledOffAt', 'is', null)
    .orderBy('a.dueAt')
    .limit(AT_ONCE)
    .execute();
}

/** Months of the newest asking that went out; null while the house has not asked yet. */
export async function newestAsked(context: Context, { communityId, id }: CommitmentKey): Promise<number | null> {
  const row = await context.db
    .selectFrom('commitments.asking')
    .select('months')
    .where('communityId', '=', communityId)
    .where('commitmentId', '=', id)
    .where('askedAt', 'is not', null)
    .orderBy('months', 'desc')
    .executeTakeFirst();
  return row?.months ?? null;
}

/** Every answer to one given word, as the sum looks at them. */
export function answersTo(context: Context, { communityId, id }: CommitmentKey): Promise<SaidAnswer[]> {
  return context.db
    .selectFrom('commitments.answer')
    .select(['answeredBy', 'answer', 'months'])
    .where('communityId', '=', communityId)
    .where('commitmentId', '=', id)
    .orderBy('answeredAt')
    .orderBy('id')
    .execute();
}

/** True for a word that was asked about and that nobody it was given to has answered since. */
export const waitsForAnswer = sql<boolean>`(w.state <> 'taken-back' and exists (
  select from commitments.asking a where a.community_id = w.community_id and a.commitment_id = w.id
    and a.asked_at is not null and not exists (
      select from commitments.answer b where b.community_id = w.community_id and b.commitment_id = w.id
        and b.answered_at >= a.asked_at)))`;
