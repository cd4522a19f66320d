import { sql } from 'kysely';
import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { authorize, may } from '#platform/permissions.ts';
import { dayIn } from '#platform/time-zone.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity, myOrganisations } from '#rooms/communities/server/index.ts';
import { onOwnAccount } from '#rooms/people/index.ts';
import { onCommitments } from '../permissions.ts';
import type { State, View } from '../words.ts';
import { allWords, asListed, type ListedCommitment, mayFind } from './listed.ts';
import { waitsForAnswer } from './queries.ts';

const PAGE = 50;

/** What the page of given words shows. */
export interface CommitmentList {
  readonly community: Community;
  readonly words: readonly ListedCommitment[];
  /** The number to go on below; null at the end. */
  readonly next: number | null;
  readonly pulse: Pulse;
  /** The day it is where the community lives. */
  readonly today: string;
  readonly may: { readonly make: boolean };
}

/** Given words of a community, newest first, fifty a page. */
export async function listCommitments(
  context: Context,
  { slug, view = 'all', before }: { readonly slug: string; readonly view?: View; readonly before?: number },
): Promise<CommitmentList> {
  const community = await findCommunity(context.db, slug);
  let query = allWords(context)
    .where(mayFind(context, community.id))
    .orderBy('w.number', 'desc')
    .limit(PAGE + 1);
  if (view === 'waits') query = query.where(waitsForAnswer);
  else if (view !== 'all') query = query.where('w.state', '=', view);
  if (before) query = query.where('w.number', '<', before);
  const rows = await query.execute();
  const words = asListed(context, rows.slice(0, PAGE));
  return {
    community,
    words,
    next: rows.length > PAGE ? (words.at(-1)?.number ?? null) : null,
    pulse: await pulseOfWords(context, community.id),
    today: dayIn(community.timeZone, context.now),
    may: { make: may(onCommitments.make, context.actor, { communityId: community.id }) },
  };
}

/** How many words were given that this reader may see, where they stand, and how many wait for an answer. */
export type Pulse = Readonly<Record<State | 'all' | 'waits', number>>;

/** The pulse of a community's given words. */
export async function pulseOfWords(context: Context, communityId: string): Promise<Pulse> {
  const rows = await context.db
    .selectFrom('commitments.commitment as w')
    .where(mayFind(context, communityId))
    .select(['w.state', sql<number>`count(*)::integer`.as('count')])
    .select(sql<number>`(count(*) filter (where ${waitsForAnswer}))::integer`.as('waits'))
    .groupBy('w.state')
    .execute();
  const of = (state: State) => rows.find((row) => row.state === state)?.count ?? 0;
  const sum = (of: 'count' | 'waits') => rows.reduce((total, row) => total + row[of], 0);
  return {
    all: sum('count'),
    waits: sum('waits'),
    given: of('given'),
    kept: of('kept'),
    late: of('late'),
    changed: of('changed'),
    'not-kept': of('not-kept'),
    differing: of('differing'),
    'taken-back': of('taken-back'),
  };
}

/** Words that were given in one place, a gathering for example, in the order in which they were written down. */
export async function commitmentsFrom(
  context: Context,
  {
    communityId,
    origin,
    originId,
  }: { readonly communityId: string; readonly origin: string; readonly originId: string },
): Promise<ListedCommitment[]> {
  const rows = await allWords(context)
    .where(mayFind(context, communityId))
    .where('w.originKind', '=', origin)
    .where('w.originId', '=', originId)
    .orderBy('w.number')
    .execute();
  return asListed(context, rows);
}

/** A word of the reader's own, with the community in whose house it stands. */
export interface OwnCommitment extends ListedCommitment {
  readonly community: { readonly slug: string; readonly name: string; readonly locale: string };
}

/** Words that the reader, or an organisation they belong to, gave anywhere in this house: the newest first. */
export async function myCommitments(context: Context): Promise<OwnCommitment[]> {
  const personId = personOf(context.actor) ?? '';
  authorize(onOwnAccount.see, context.actor, { personId });
  const mine = (await myOrganisations(context)).map(({ id }) => id);
  const rows = await allWords(context)
    .innerJoin('communities.community as k', 'k.id', 'w.communityId')
    .select(['k.slug', 'k.name', 'k.locale as communityLocale'])
    .where((eb) => {
      const own = eb('w.byPersonId', '=', personId);
      return mine.length > 0 ? eb.or([own, eb('w.byOrganisationId', 'in', mine)]) : own;
    })
    .orderBy('w.recordedAt', 'desc')
    .limit(200)
    .execute();
  const words = asListed(context, rows);
  return rows.map(({ slug, name, communityLocale }, at) => ({
    ...words[at],
    community: { slug, name, locale: communityLocale },
  }));
}
