import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { Refusal } from '#platform/refusal.ts';
import { writeSearchEntry } from '#platform/search.ts';
import { peopleWithRole } from '#rooms/communities/server/index.ts';
import type { Paper } from '../../words.ts';

/** The person who does it. Throws `sign-in-first` for nobody and for the house itself: papers are written by persons. */
export function insistOnPerson(context: Context): string {
  const personId = personOf(context.actor);
  if (!personId) throw new Refusal('platform.sign-in-first', { kind: 'sign-in' });
  return personId;
}

/** Tellers are people whom the community gave the role, and none tells on a matter of an organisation of theirs (harm.md 4). */
export async function insistOnTellers(context: Context, paper: Paper): Promise<void> {
  if (paper.tellerIds.length === 0) return;
  const chosen = await peopleWithRole(context.db, paper.communityId, 'teller');
  if (paper.tellerIds.some((id) => !chosen.includes(id)))
    throw new Refusal('decisions.not-a-teller', { fields: { tellerIds: { key: 'decisions.refusal.not-a-teller' } } });
  if (!paper.interestOrganisationId) return;
  const own = await context.db
    .selectFrom('communities.organisationMember')
    .select('personId')
    .where('organisationId', '=', paper.interestOrganisationId)
    .where('personId', 'in', paper.tellerIds)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  if (own)
    throw new Refusal('decisions.teller-of-their-own', {
      fields: { tellerIds: { key: 'decisions.refusal.teller-of-their-own' } },
    });
}

/** A draft is found by members, what was called to the table by anyone. */
export const makeFindable = (
  context: Context,
  decision: {
    readonly communityId: string;
    readonly id: string;
    readonly number: number;
    readonly question: string;
    readonly paper: string;
    readonly locale: string;
  },
  audience: 'members' | 'public',
): Promise<void> =>
  writeSearchEntry(context, {
    communityId: decision.communityId,
    kind: 'decision',
    id: decision.id,
    number: decision.number,
    path: `decisions/${decision.number}`,
    audience,
    title: decision.question,
    text: decision.paper,
    locale: decision.locale,
  });
