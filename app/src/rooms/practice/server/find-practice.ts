import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { once } from '#platform/database/one-page.ts';
import type { Db } from '#platform/database/tables.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import type { PracticeSubject } from '../permissions.ts';

/** A practice and what its permissions look at. */
export interface FoundPractice {
  readonly practice: Community;
  readonly subject: PracticeSubject;
}

/** The practice under an address. Throws a Refusal `not-found`, also for a community of another kind. */
export async function findPractice(context: Context, slug: string): Promise<FoundPractice> {
  const practice = await findCommunity(context.db, slug);
  if (practice.kind !== 'practice') throw notFound();
  return { practice, subject: await practiceSubject(context.db, practice.id) };
}

const practiceSubject = (db: Db, communityId: string): Promise<PracticeSubject> =>
  once(db, `practice ${communityId}`, async () => {
    const organisations = await db
      .selectFrom('communities.communityOrganisation')
      .select('organisationId')
      .where('communityId', '=', communityId)
      .where('endedAt', 'is', null)
      .execute();
    const circle = await db
      .selectFrom('practice.circleSeat')
      .select('personId')
      .where('communityId', '=', communityId)
      .where('endedAt', 'is', null)
      .execute();
    return {
      communityId,
      organisationIds: organisations.map(({ organisationId }) => organisationId),
      circle: circle.map(({ personId }) => personId),
    };
  });

/** The person who does it. Throws a Refusal `sign-in` for anyone else. */
export function signedIn(context: Context): string {
  const personId = personOf(context.actor);
  if (!personId) throw new Refusal('platform.sign-in-first', { kind: 'sign-in' });
  return personId;
}
