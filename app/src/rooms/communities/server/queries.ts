import type { Context } from '#platform/context.ts';
import { abilities, authorize } from '#platform/permissions.ts';
import { personNames } from '#rooms/people/server/index.ts';
import type { WrittenCharter } from '../charter.ts';
import { atDesk, onCommunity } from '../permissions.ts';
import { attributesNeeded, hasVote } from '../rules.ts';
import type { Attribute, Community, Member, Organisation } from '../words.ts';
import { groupsOf } from './attributes/groups-of.ts';
import { type BenchmarkLine, benchmarkOf, charterOf, chartersOf } from './community/charter-of.ts';
import { findCommunity, organisationsOf } from './community/find-community.ts';
import { countMembers, seatOf } from './membership/members-of.ts';
import { helpLines } from './roles/private-door.ts';

/** What the frame around every page of a community needs. */
export interface CommunityFrame {
  readonly community: Community;
  readonly may: Record<keyof typeof onCommunity | keyof typeof atDesk, boolean>;
  /** The reader's own seat, when there is one. */
  readonly seat?: Member;
  /** True while the reader's request waits for an answer. */
  readonly waits: boolean;
}

/** The community under an address, what the reader may do there and how they stand to it. */
export async function showFrame(context: Context, slug: string): Promise<CommunityFrame> {
  const community = await findCommunity(context.db, slug);
  authorize(onCommunity.see, context.actor, community);
  const { actor, db } = context;
  const may = { ...abilities(onCommunity, actor, community), ...abilities(atDesk, actor, community) };
  if (actor.kind !== 'person') return { community, may, waits: false };
  const seat = may.belong ? await seatOf(db, community.id, actor.personId) : undefined;
  return { community, may, seat, waits: seat ? false : await requestWaits(context, community.id, actor.personId) };
}

async function requestWaits(context: Context, communityId: string, personId: string): Promise<boolean> {
  const row = await context.db
    .selectFrom('communities.joinRequest')
    .select('id')
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .where('answeredAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** What a community says of itself: rules, who lives here, organisations, and who wrote the rules when. */
export interface About {
  readonly community: Community;
  readonly charter: WrittenCharter;
  readonly versions: readonly {
    readonly version: number;
    readonly writtenAt: Date;
    readonly why: string;
    readonly by: string;
  }[];
  readonly benchmark: readonly BenchmarkLine[];
  readonly organisations: readonly Organisation[];
  readonly helpLines: readonly {
    readonly id: string;
    readonly name: string;
    readonly contact: string;
    readonly hours: string;
  }[];
  readonly members: number;
}

/** What a community says of itself: its rules, with every version of them, and who lives there. Throws a Refusal when there is none. */
export async function showAbout(context: Context, slug: string): Promise<About> {
  const community = await findCommunity(context.db, slug);
  authorize(onCommunity.see, context.actor, community);
  const { db } = context;
  const versions = await chartersOf(db, community.id);
  const names = await personNames(
    db,
    versions.map(({ writtenBy }) => writtenBy),
  );
  return {
    community,
    charter: await charterOf(db, community.id),
    versions: versions.map(({ version, writtenAt, why, writtenBy }) => {
      return { version, writtenAt, why, by: names.get(writtenBy)?.name ?? '' };
    }),
    benchmark: await benchmarkOf(db, community.id),
    organisations: await organisationsOf(db, community.id),
    helpLines: await helpLines(db, community.id),
    members: await countMembers(db, community.id),
  };
}

/** What a member sees of their own seat. */
export interface MySeat {
  readonly seat: Member;
  readonly vote: boolean;
  readonly roles: readonly string[];
  /** Attributes a rule needs, with the groups to choose from and what was said; `undefined` when not asked yet. */
  readonly questions: readonly {
    readonly attribute: Attribute;
    readonly groups: readonly string[];
    readonly said?: { readonly group: string | null; readonly at: Date };
  }[];
}

/** The seat of whoever asks, and which questions about themself a rule needs; never anybody else's. Throws a Refusal for whom has no seat. */
export async function showMySeat(context: Context, slug: string): Promise<MySeat> {
  const { id } = await findCommunity(context.db, slug);
  authorize(onCommunity.belong, context.actor, { id });
  const { actor, db } = context;
  const personId = actor.kind === 'person' ? actor.personId : '';
  const seat = await seatOf(db, id, personId);
  if (!seat) throw new Error('a member without a seat');
  const { rules } = await charterOf(db, id);
  const said = await db
    .selectFrom('communities.attribute')
    .select(['attribute', 'groupName as group', 'consentedAt as at'])
    .where('communityId', '=', id)
    .where('personId', '=', personId)
    .execute();
  const asked = new Set<Attribute>([...attributesNeeded(rules), ...said.map((row) => row.attribute as Attribute)]);
  const questions = await Promise.all(
    [...asked].map(async (attribute) => ({
      attribute,
      groups: await groupsOf(db, id, { attribute, rules }),
      said: said.find((row) => row.attribute === attribute),
    })),
  );
  const roles = actor.kind === 'person' ? (actor.roles.get(id) ?? []) : [];
  return { seat, vote: hasVote(rules, seat), roles: roles.filter((role) => role !== 'member'), questions };
}
