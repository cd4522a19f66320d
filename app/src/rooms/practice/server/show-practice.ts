import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { authorize, may } from '#platform/permissions.ts';
import type { Community, Home, Organisation } from '#rooms/communities/index.ts';
import { organisationsOf } from '#rooms/communities/server/index.ts';
import { belongs, onPractice } from '../permissions.ts';
import { type CalendarLine, gatheringsOf } from './calendar.ts';
import type { CaseRow } from './cases/all-cases.ts';
import { openCases } from './cases/all-cases.ts';
import { asListed, type ListedCase } from './cases/list-cases.ts';
import { type ShownSeat, seatsOf } from './circle/queries.ts';
import { findPractice } from './find-practice.ts';
import { planOf, type ShownItem } from './plan/queries.ts';
import { type ShownPair, showShares } from './topics/queries.ts';

/** The first page of a practice. */
export interface PracticePage {
  readonly practice: Community;
  readonly organisations: readonly Organisation[];
  readonly circle: readonly ShownSeat[];
  readonly plan: readonly ShownItem[];
  readonly planned: number;
  readonly cases: readonly ListedCase[];
  readonly next: readonly Omit<CalendarLine, 'lessons'>[];
  /** Pairs in which the reader is one of the two. */
  readonly pairs: readonly ShownPair[];
  readonly topics: { readonly share: number; readonly wish: number };
  readonly may: { readonly write: boolean; readonly belong: boolean };
}

const FEW = 3;

/** What waits, who coordinates, what was learned last, who belongs. */
export async function showPractice(context: Context, slug: string): Promise<PracticePage> {
  const found = await findPractice(context, slug);
  const { practice, subject } = found;
  const { actor } = context;
  authorize(onPractice.read, actor, subject);
  const shares = await showShares(context, slug);
  const plan = (await planOf(context, found)).filter(({ state }) => state !== 'done' && state !== 'let-go');
  const newest = (await openCases(context, practice.id).limit(FEW).execute()) as CaseRow[];
  const count = (kind: string) => shares.topics.filter((topic) => topic.kind === kind).length;
  return {
    practice,
    organisations: await organisationsOf(context.db, practice.id),
    circle: (await seatsOf(context, found)).filter(({ endedAt }) => endedAt === null),
    plan: plan.slice(0, FEW),
    planned: plan.length,
    cases: await asListed(context, found, newest),
    next: (await gatheringsOf(context, found, 'upcoming')).slice(0, FEW),
    pairs: shares.pairs.filter(({ mine }) => mine).slice(0, FEW),
    topics: { share: count('share'), wish: count('wish') },
    may: { write: may(onPractice.write, actor, subject), belong: belongs(actor, subject) },
  };
}

/** What of a practice needs the reader now: a case that asks how they wish to be credited. */
export async function homeOfPractice(context: Context, { id, slug, kind }: Community): Promise<Partial<Home>> {
  const me = personOf(context.actor);
  if (kind !== 'practice' || !me) return {};
  const { say } = context.language;
  const rows = await context.db
    .selectFrom('practice.contributor as k')
    .innerJoin('practice.libraryCase as c', (join) =>
      join.onRef('c.communityId', '=', 'k.communityId').onRef('c.id', '=', 'k.caseId'),
    )
    .leftJoin('practice.credit as said', (join) =>
      join.onRef('said.communityId', '=', 'k.communityId').onRef('said.contributorId', '=', 'k.id'),
    )
    .select('c.number')
    .where('k.communityId', '=', id)
    .where('k.personId', '=', me)
    .where('k.removedAt', 'is', null)
    .where('said.id', 'is', null)
    .limit(5)
    .execute();
  const { introductions } = await showShares(context, slug);
  const waiting = introductions.filter(({ waits }) => waits);
  return {
    now: [
      ...rows.map(({ number }) => ({
        href: `/c/${slug}/practice/cases/${number}#credit`,
        title: say('practice.home.credit', { n: number }),
      })),
      ...waiting.map(({ share }) => ({
        href: `/c/${slug}/practice/shares#introductions`,
        title: say('practice.home.introduction'),
        note: context.language.show(share.words, share.locale),
      })),
    ],
  };
}
