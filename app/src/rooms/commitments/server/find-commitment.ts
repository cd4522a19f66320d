import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import { type Community, hasSeat } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { type CommitmentSubject, gaveIt, wasGivenIt } from '../permissions.ts';
import type { Audience, SignsAs, State } from '../words.ts';

/** A given word as actions and pages see it. */
export interface Commitment extends CommitmentSubject {
  readonly id: string;
  readonly number: number;
  readonly what: string;
  readonly words: string;
  readonly locale: string;
  readonly byName: string | null;
  readonly signsAs: SignsAs;
  readonly madeOn: string;
  readonly dueOn: string | null;
  readonly standsDueOn: string | null;
  readonly originKind: string | null;
  readonly originId: string | null;
  readonly originAddress: string | null;
  readonly originTitle: string | null;
  readonly audience: Audience;
  readonly state: State;
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
}

/** A given word and the community in whose house it stands. */
export interface Found {
  readonly community: Community;
  readonly commitment: Commitment;
}

/** Who may know what is said only inside: who has a seat, who gave it, to whom it was given, and the house itself. */
export const isInside = ({ actor }: Context, subject: CommitmentSubject): boolean =>
  actor.kind === 'system' ||
  hasSeat(actor, subject.communityId) ||
  gaveIt(actor, subject) ||
  wasGivenIt(actor, subject);

/** The given word under an address. Throws a Refusal `not-found`, also for one that this reader may not see. */
export async function commitmentAt(
  context: Context,
  { slug, number }: { readonly slug: string; readonly number: number },
): Promise<Found> {
  const community = await findCommunity(context.db, slug);
  const commitment = await context.db
    .selectFrom('commitments.commitment')
    .selectAll()
    .where('communityId', '=', community.id)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!commitment) throw notFound();
  // What is only for members is hidden, and so is a word that somebody says was never theirs.
  const hidden = commitment.audience === 'members' || (await isDisowned(context, commitment));
  if (hidden && !isInside(context, commitment)) throw notFound();
  return { community, commitment };
}

async function isDisowned(context: Context, { communityId, id, state }: Commitment): Promise<boolean> {
  if (state !== 'taken-back') return false;
  const row = await context.db
    .selectFrom('commitments.takingBack')
    .select('reason')
    .where('communityId', '=', communityId)
    .where('commitmentId', '=', id)
    .executeTakeFirst();
  return row?.reason === 'not-mine' || row?.reason === 'by-desk';
}
