import type { Context } from '#platform/context.ts';
import { abilities, authorize } from '#platform/permissions.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { atDesk, onCommunity } from '../../permissions.ts';
import { voicesForRecall } from '../../rules.ts';
import type { Belonging, Member } from '../../words.ts';
import { charterOf } from '../community/charter-of.ts';
import { findCommunity } from '../community/find-community.ts';
import { mayInvite } from '../invitations/invite-person.ts';
import { countMembers, membersOf } from './members-of.ts';

/** Members of one page of the list. */
const PAGE = 50;

/** One member as the desk and the other members see them. */
export interface ListedMember extends Member {
  readonly name: string;
  readonly roles: readonly string[];
  /** The reader vouched for this person. */
  readonly vouched: boolean;
  /** The only steward let them in without a second. */
  readonly alone: boolean;
}

export interface WaitingRequest {
  readonly id: string;
  readonly name: string;
  readonly belonging: Belonging;
  readonly words: string;
  readonly askedAt: Date;
  readonly firstYes?: string;
  /** The first yes was the reader's own. */
  readonly mine: boolean;
}

export interface WaitingChange {
  readonly id: string;
  readonly change: string;
  readonly role: string;
  readonly name: string;
  readonly successor?: string;
  readonly why: string;
  /** Who proposed it; never told of a recall. */
  readonly by?: string;
  readonly mine: boolean;
  readonly aboutMe: boolean;
  readonly voices?: { readonly raised: number; readonly needed: number };
}

/** What the page of members shows. */
export interface MembersPage {
  readonly members: readonly ListedMember[];
  readonly total: number;
  /** The key of the next page. */
  readonly next?: string;
  readonly requests: readonly WaitingRequest[];
  readonly changes: readonly WaitingChange[];
  readonly may: Record<keyof typeof onCommunity | keyof typeof atDesk, boolean>;
  readonly me?: string;
  /** The charter lets the reader invite. */
  readonly mayInvite: boolean;
}

/** Members with their roles, who asks to come in, and changes of roles that wait; for who has a seat here. */
export async function showMembers(
  context: Context,
  { slug, after }: { readonly slug: string; readonly after?: string },
): Promise<MembersPage> {
  const { id } = await findCommunity(context.db, slug);
  authorize(onCommunity.seeMembers, context.actor, { id });
  const { actor, db } = context;
  const me = actor.kind === 'person' ? actor.personId : undefined;
  const page = await membersOf(db, id, { after, most: PAGE + 1 });
  const shown = page.slice(0, PAGE);
  const may = { ...abilities(onCommunity, actor, { id }), ...abilities(atDesk, actor, { id }) };
  return {
    members: await withNames(context, id, { members: shown, me }),
    total: await countMembers(db, id),
    next: page.length > PAGE ? shown.at(-1)?.personId : undefined,
    requests: may.admit || may.decline ? await waitingRequests(context, id, me) : [],
    changes: await waitingChanges(context, id, me),
    may,
    me,
    mayInvite: await mayInvite(context, id),
  };
}

async function withNames(
  context: Context,
  communityId: string,
  { members, me }: { readonly members: readonly Member[]; readonly me?: string },
): Promise<ListedMember[]> {
  const ids = members.map(({ personId }) => personId);
  if (ids.length === 0) return [];
  const names = await personNames(context.db, ids);
  const grants = await context.db
    .selectFrom('communities.roleGrant')
    .select(['personId', 'role'])
    .where('communityId', '=', communityId)
    .where('personId', 'in', ids)
    .where('endedAt', 'is', null)
    .execute();
  const vouches = me
    ? await context.db
        .selectFrom('communities.vouch')
        .select('personId')
        .where('communityId', '=', communityId)
        .where('vouchedBy', '=', me)
        .where('personId', 'in', ids)
        .execute()
    : [];
  const alone = await context.db
    .selectFrom('communities.membership')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('personId', 'in', ids)
    .where('leftAt', 'is', null)
    .where('alone', '=', true)
    .execute();
  const listed = members.map((member) => ({
    ...member,
    name: names.get(member.personId)?.name ?? '',
    roles: grants.filter((grant) => grant.personId === member.personId).map(({ role }) => role),
    vouched: vouches.some((vouch) => vouch.personId === member.personId),
    alone: alone.some(({ personId }) => personId === member.personId),
  }));
  return listed.sort((a, b) => context.language.compare(a.name, b.name));
}

async function waitingRequests(context: Context, communityId: string, me?: string): Promise<WaitingRequest[]> {
  const rows = await context.db
    .selectFrom('communities.joinRequest')
    .select(['id', 'personId', 'belonging', 'words', 'askedAt', 'firstYesBy'])
    .where('communityId', '=', communityId)
    .where('answeredAt', 'is', null)
    .orderBy('askedAt')
    .limit(PAGE)
    .execute();
  const names = await personNames(
    context.db,
    rows.flatMap((row) => [row.personId, row.firstYesBy ?? row.personId]),
  );
  return rows.map(({ personId, firstYesBy, belonging, ...row }) => ({
    ...row,
    belonging: belonging as Belonging,
    name: names.get(personId)?.name ?? '',
    firstYes: firstYesBy ? (names.get(firstYesBy)?.name ?? '') : undefined,
    mine: firstYesBy !== null && firstYesBy === me,
  }));
}

async function waitingChanges(context: Context, communityId: string, me?: string): Promise<WaitingChange[]> {
  const rows = await context.db
    .selectFrom('communities.roleChange')
    .select(['id', 'change', 'role', 'personId', 'successorId', 'why', 'proposedBy'])
    .where('communityId', '=', communityId)
    .where('closedAt', 'is', null)
    .orderBy('proposedAt')
    .limit(PAGE)
    .execute();
  if (rows.length === 0) return [];
  const names = await personNames(
    context.db,
    rows.flatMap(({ personId, successorId, proposedBy }) => [personId, proposedBy, successorId ?? personId]),
  );
  const name = (id: string) => names.get(id)?.name ?? '';
  const needed = voicesForRecall(
    (await charterOf(context.db, communityId)).rules,
    await countMembers(context.db, communityId),
  );
  const voices = await context.db
    .selectFrom('communities.recallVoice')
    .select((eb) => ['changeId', eb.fn.countAll<number>().as('count')])
    .where('communityId', '=', communityId)
    .groupBy('changeId')
    .execute();
  return rows.map(({ id, change, role, personId, successorId, why, proposedBy }) => {
    const recall = change === 'recall';
    const raised = Number(voices.find((voice) => voice.changeId === id)?.count ?? 0);
    return {
      id,
      change,
      role,
      why,
      name: name(personId),
      successor: successorId ? name(successorId) : undefined,
      by: recall ? undefined : name(proposedBy),
      mine: proposedBy === me,
      aboutMe: personId === me,
      voices: recall ? { raised, needed } : undefined,
    };
  });
}
