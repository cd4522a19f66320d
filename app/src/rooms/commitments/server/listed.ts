import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { hasSeat } from '#rooms/communities/index.ts';
import { gaveIt, wasGivenIt } from '../permissions.ts';
import type { Reply, State } from '../words.ts';
import { type Named, named, writtenName } from './named.ts';
import { waitsForAnswer } from './queries.ts';

/** Who gave a word, as they chose to be named. */
export interface ShownGiver extends Named {
  readonly kind: 'person' | 'organisation' | 'written';
  /** The address of an organisation's page. */
  readonly slug: string | null;
}

/** A given word as lists and reports show it. */
export interface ListedCommitment {
  readonly id: string;
  readonly number: number;
  /** As it stands now: what was agreed anew, else what was said first. */
  readonly what: string;
  readonly locale: string;
  readonly giver: ShownGiver;
  /** The organisation or other community it was given to; null: the community itself. */
  readonly to: { readonly kind: 'organisation' | 'community'; readonly name: string; readonly slug: string } | null;
  /** Days as `2026-11-24`. */
  readonly madeOn: string;
  /** The day it is due now; null when none was said. */
  readonly dueOn: string | null;
  readonly state: State;
  /** It was asked about and nobody has answered since. */
  readonly waits: boolean;
  /** How often it was asked about. */
  readonly asked: number;
  readonly origin: {
    readonly kind: string;
    readonly id: string;
    readonly address: string;
    readonly title: string;
  } | null;
  readonly audience: 'public' | 'members';
  /** The last thing that one of those it was given to said. */
  readonly answer: {
    readonly answer: Reply;
    readonly words: string;
    readonly locale: string;
    readonly at: Date;
  } | null;
}

/** Every given word of a community with what a list says of it; the caller narrows it down. */
export const allWords = (context: Context) =>
  context.db
    .selectFrom('commitments.commitment as w')
    .leftJoin('people.person as p', 'p.id', 'w.byPersonId')
    .leftJoin('communities.organisation as o', 'o.id', 'w.byOrganisationId')
    .leftJoin('communities.organisation as t', 't.id', 'w.toOrganisationId')
    .leftJoin('communities.community as c', 'c.id', 'w.toCommunityId')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('commitments.agreement as g')
          .select(['g.what', 'g.locale'])
          .whereRef('g.communityId', '=', 'w.communityId')
          .whereRef('g.commitmentId', '=', 'w.id')
          .orderBy('g.agreedAt', 'desc')
          .limit(1)
          .as('anew'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('commitments.answer as b')
          .select(['b.answer', 'b.words', 'b.locale', 'b.answeredAt'])
          .whereRef('b.communityId', '=', 'w.communityId')
          .whereRef('b.commitmentId', '=', 'w.id')
          .orderBy('b.answeredAt', 'desc')
          .orderBy('b.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['w.communityId', 'w.id', 'w.number', 'w.what', 'w.locale', 'w.byPersonId', 'w.byOrganisationId'])
    .select([
      'w.byName',
      'w.signsAs',
      'w.toOrganisationId',
      'w.toCommunityId',
      'w.writtenByOther',
      'w.madeOn',
      'w.standsDueOn',
    ])
    .select(['w.originKind', 'w.originId', 'w.originAddress', 'w.originTitle', 'w.audience', 'w.state'])
    .select(['p.name as personName', 'o.name as organisationName', 'o.slug as organisationSlug'])
    .select(['t.name as toName', 't.slug as toSlug', 'c.name as toCommunityName', 'c.slug as toCommunitySlug'])
    .select(['anew.what as anewWhat', 'anew.locale as anewLocale'])
    .select(['last.answer as lastAnswer', 'last.words as lastWords', 'last.locale as lastLocale', 'last.answeredAt'])
    .select([waitsForAnswer.as('waits'), askedTimes.as('asked')]);

const askedTimes = sql<number>`(select count(*)::integer from commitments.asking q
  where q.community_id = w.community_id and q.commitment_id = w.id and q.asked_at is not null)`;

const takenBackAs = (...reasons: readonly string[]) => sql<boolean>`exists (select from commitments.taking_back d
  where d.community_id = w.community_id and d.commitment_id = w.id and d.reason in (${sql.join(reasons)}))`;

/**
 * Of a community's words (`w`) those that this reader may find in a list. What somebody says was never theirs is in no list;
 * what the desk says was written down wrongly is still seen by those who sit here.
 */
export function mayFind({ actor }: Context, communityId: string) {
  const inside = actor.kind === 'system' || hasSeat(actor, communityId);
  const hidden = inside ? takenBackAs('not-mine') : takenBackAs('not-mine', 'by-desk');
  return sql<boolean>`(w.community_id = ${communityId} and not ${hidden} and (${inside} or w.audience = 'public'))`;
}

type Row = Awaited<ReturnType<ReturnType<typeof allWords>['execute']>>[number];

/** Shapes rows for a page: names only as each chose to be named. */
export const asListed = (context: Context, rows: readonly Row[]): ListedCommitment[] =>
  rows.map((row) => {
    const { id, number, madeOn, standsDueOn, state, waits, asked, audience } = row;
    return {
      id,
      number,
      what: row.anewWhat ?? row.what,
      locale: row.anewLocale ?? row.locale,
      giver: giverIn(context, row),
      to: receiverIn(row),
      madeOn,
      dueOn: standsDueOn,
      state,
      waits,
      asked,
      audience,
      origin: originIn(row),
      answer: answerIn(row),
    };
  });

function giverIn({ actor }: Context, row: Row): ShownGiver {
  const { communityId, byName, signsAs, organisationName, organisationSlug } = row;
  const inside = actor.kind === 'system' || hasSeat(actor, communityId) || gaveIt(actor, row) || wasGivenIt(actor, row);
  if (organisationName !== null)
    return { kind: 'organisation', name: organisationName, signed: 'name', slug: organisationSlug };
  if (byName !== null) return { kind: 'written', ...writtenName({ name: byName, signsAs }, inside), slug: null };
  return { kind: 'person', ...named({ name: row.personName ?? '', signsAs }, inside), slug: null };
}

function receiverIn({ toName, toSlug, toCommunityName, toCommunitySlug }: Row): ListedCommitment['to'] {
  if (toName !== null && toSlug !== null) return { kind: 'organisation', name: toName, slug: toSlug };
  if (toCommunityName === null || toCommunitySlug === null) return null;
  return { kind: 'community', name: toCommunityName, slug: toCommunitySlug };
}

function originIn({ originKind, originId, originAddress, originTitle }: Row): ListedCommitment['origin'] {
  if (originKind === null || originId === null || originAddress === null || originTitle === null) return null;
  return { kind: originKind, id: originId, address: originAddress, title: originTitle };
}

function answerIn({ lastAnswer, lastWords, lastLocale, answeredAt }: Row): ListedCommitment['answer'] {
  if (lastAnswer === null || answeredAt === null) return null;
  return { answer: lastAnswer, words: lastWords ?? '', locale: lastLocale ?? 'en', at: answeredAt };
}
