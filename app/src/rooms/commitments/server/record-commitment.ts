import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { insist } from '#platform/refusal.ts';
import { dayIn, momentIn } from '#platform/time-zone.ts';
import type { Community } from '#rooms/communities/index.ts';
import { communityById, nextNumber } from '#rooms/communities/server/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { gaveIt } from '../permissions.ts';
import { askingDays, daysFit, givenToOthers } from '../rules.ts';
import { type ByWhom, RecordCommitment } from '../words.ts';
import { giversOf } from './concerned.ts';
import { makeFindable } from './make-findable.ts';
import { signingOf } from './signed-in.ts';
import { type NewCommitment, saveCommitment } from './store.ts';

/** The hour, where the community lives, at which a word is asked about. */
const ASKED_AT = '09:00';

/** What is known of a word that has just been written down. */
export interface Recorded {
  readonly commitmentId: string;
  readonly number: number;
  /** `/c/SLUG/commitments/NUMBER` */
  readonly address: string;
}

/**
 * Writes down a given word inside another action, which has authorized: the next step of a gathering, a point of an agreement.
 * From then on it is asked about after one, three and six months. Tells who gave it, unless they wrote it down themselves.
 * Throws a Refusal when the days don't fit (given in the future, due before it was given).
 */
export async function recordCommitment(context: Context, input: RecordCommitment): Promise<Recorded> {
  const said = RecordCommitment.parse(input);
  const community = await communityById(context.db, said.communityId);
  const today = dayIn(community.timeZone, context.now);
  const madeOn = said.madeOn ?? today;
  insist(daysFit({ madeOn, dueOn: said.dueOn, today }));
  const [giver, toOrganisationId] = [await giverOf(context, said.by), organisationIn(said.to)];
  insist(givenToOthers(giver.byOrganisationId ?? undefined, toOrganisationId));
  const number = await nextNumber(context, community.id);
  const commitment: NewCommitment = {
    communityId: community.id,
    id: context.newId(),
    number,
    what: said.what,
    words: said.words,
    locale: said.locale,
    ...giver,
    toOrganisationId: toOrganisationId ?? null,
    toCommunityId: otherCommunity(said),
    madeOn,
    dueOn: said.dueOn ?? null,
    origin: said.origin,
    audience: said.audience,
    recordedBy: personOf(context.actor) ?? null,
    writtenByOther: !gaveIt(context.actor, { communityId: community.id, ...giver, ...NOBODY_IN_PARTICULAR }),
  };
  await saveCommitment(context, commitment, askingsOf(commitment, { community, today, now: context.now }));
  await makeFindable(context, commitment);
  const address = `/c/${community.slug}/commitments/${number}`;
  await tellGiver(context, commitment, address);
  context.announce({
    kind: 'commitments.commitment-made',
    communityId: community.id,
    commitmentId: commitment.id,
    number,
    originKind: said.origin?.kind ?? null,
    originId: said.origin?.id ?? null,
  });
  return { commitmentId: commitment.id, number, address };
}

/** Who gave it is asked here, not to whom. */
const NOBODY_IN_PARTICULAR = { toOrganisationId: null, toCommunityId: null, writtenByOther: false };

type Giver = Pick<NewCommitment, 'byPersonId' | 'byOrganisationId' | 'byName' | 'signsAs'>;

/** A person is named as they chose, an organisation by its name, somebody without an account as was agreed with them. */
async function giverOf(context: Context, by: ByWhom): Promise<Giver> {
  const none = { byPersonId: null, byOrganisationId: null, byName: null };
  if ('personId' in by) return { ...none, byPersonId: by.personId, signsAs: await signingOf(context, by.personId) };
  if ('organisationId' in by) return { ...none, byOrganisationId: by.organisationId, signsAs: 'name' };
  return { ...none, byName: by.name, signsAs: by.signsAs };
}

const organisationIn = (to: RecordCommitment['to']): string | undefined =>
  to && 'organisationId' in to ? to.organisationId : undefined;

/** The community in whose house it stands needs no name: only another one has. */
const otherCommunity = ({ communityId, to }: Pick<RecordCommitment, 'communityId' | 'to'>): string | null =>
  to && 'communityId' in to && to.communityId !== communityId ? to.communityId : null;

const askingsOf = (
  { madeOn }: Pick<NewCommitment, 'madeOn'>,
  { community, today, now }: { readonly community: Community; readonly today: string; readonly now: Date },
) =>
  askingDays(madeOn, today).map(({ months, on }) => ({
    months,
    dueAt: momentIn(community.timeZone, `${on}T${ASKED_AT}`) ?? now,
  }));

async function tellGiver(context: Context, commitment: NewCommitment, href: string): Promise<void> {
  const { communityId, id: about, what } = commitment;
  await notify(context, await giversOf(context, commitment), {
    communityId,
    kind: 'commitments.written-down',
    facts: { what },
    href,
    about,
    mail: 'soon',
  });
}
