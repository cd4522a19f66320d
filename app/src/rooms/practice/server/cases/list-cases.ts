import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { authorize, may } from '#platform/permissions.ts';
import { searchEntries } from '#platform/search.ts';
import type { Community } from '#rooms/communities/index.ts';
import { onPractice } from '../../permissions.ts';
import type { Uptake } from '../../words.ts';
import { type FoundPractice, findPractice } from '../find-practice.ts';
import { knowParties, type ShownParty } from '../parties.ts';
import { allCases, type CaseRow, openCases, openLines } from './all-cases.ts';

const PAGE = 50;

/** How a list of cases is narrowed. */
export interface CaseFilter {
  readonly tag?: string;
  readonly country?: string;
  /** Only cases of which somebody says that it did not work there. */
  readonly failed?: boolean;
  readonly words?: string;
  readonly before?: number;
}

/** A case in a list. */
export interface ListedCase {
  readonly number: number;
  readonly title: string;
  readonly locale: string;
  readonly place: string;
  readonly country: string;
  readonly happened: string;
  readonly tags: readonly string[];
  readonly text: string;
  readonly how: Uptake | null;
  readonly from: number | null;
  readonly who: ShownParty;
  /** What others made of it. */
  readonly uptakes: Readonly<Record<Uptake, number>>;
}

/** What the library shows. */
export interface CasesPage {
  readonly practice: Community;
  readonly cases: readonly ListedCase[];
  readonly next: number | null;
  readonly drafts: readonly ListedCase[];
  readonly tags: readonly string[];
  readonly countries: readonly string[];
  readonly may: { readonly write: boolean };
  readonly signedIn: boolean;
}

/** The library: published cases, the newest first, and the reader's own drafts. */
export async function listCases(context: Context, slug: string, filter: CaseFilter = {}): Promise<CasesPage> {
  const found = await findPractice(context, slug);
  const { practice, subject } = found;
  authorize(onPractice.read, context.actor, subject);
  const rows = await narrowed(context, practice.id, filter);
  const page = rows.slice(0, PAGE);
  const all = await openLines(context, practice.id);
  return {
    practice,
    cases: await asListed(context, found, page),
    next: rows.length > PAGE ? (page.at(-1)?.number ?? null) : null,
    drafts: await myDrafts(context, found),
    tags: [...new Set(all.flatMap(({ tags }) => tags))].sort(context.language.compare),
    countries: [...new Set(all.map(({ country }) => country))].sort(),
    may: { write: may(onPractice.write, context.actor, subject) },
    signedIn: context.actor.kind === 'person',
  };
}

async function narrowed(context: Context, communityId: string, filter: CaseFilter): Promise<CaseRow[]> {
  const { tag, country, failed, words, before } = filter;
  let query = openCases(context, communityId).limit(PAGE + 1);
  if (tag) query = query.where((eb) => eb(eb.val(tag), '=', eb.fn.any('w.tags')));
  if (country) query = query.where('w.country', '=', country);
  if (before) query = query.where('c.number', '<', before);
  if (failed) {
    const children = (await openLines(context, communityId)).filter(({ how }) => how === 'did-not-work');
    const numbers = children.flatMap(({ number, from }) => (from ? [number, from] : [number]));
    query = query.where('c.number', 'in', numbers.length > 0 ? numbers : [0]);
  }
  if (words) {
    const hits = await searchEntries(context, { communityId, words, withMembers: false, kinds: ['case'], most: 200 });
    query = query.where('c.number', 'in', [0, ...hits.flatMap(({ number }) => number ?? [])]);
  }
  return (await query.execute()) as CaseRow[];
}

/** Drafts that the reader wrote, or that their organisation tells, or in which they are named. */
async function myDrafts(context: Context, found: FoundPractice): Promise<ListedCase[]> {
  const me = personOf(context.actor);
  if (!me || context.actor.kind !== 'person') return [];
  const mine = [...context.actor.roles.keys()];
  const none = ['00000000-0000-0000-0000-000000000000'];
  const organisations = mine.length > 0 ? mine : none;
  const rows = await allCases(context, found.practice.id)
    .where('p.publishedAt', 'is', null)
    .where('b.takenBackAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('c.writtenBy', '=', me),
        eb('c.organisationId', 'in', organisations),
        eb.exists(
          eb
            .selectFrom('practice.contributor as k')
            .select('k.id')
            .whereRef('k.communityId', '=', 'c.communityId')
            .whereRef('k.caseId', '=', 'c.id')
            .where('k.removedAt', 'is', null)
            .where((or) => or.or([or('k.personId', '=', me), or('k.organisationId', 'in', organisations)])),
        ),
      ]),
    )
    .orderBy('c.number', 'desc')
    .limit(PAGE)
    .execute();
  return asListed(context, found, rows as CaseRow[]);
}

/** Shapes rows for a list, each with who tells it and what others made of it. */
export async function asListed(
  context: Context,
  { practice, subject }: FoundPractice,
  rows: readonly CaseRow[],
): Promise<ListedCase[]> {
  const parties = rows.map(partyOf);
  const show = await knowParties(context, subject, parties);
  const children = rows.length > 0 ? await openLines(context, practice.id) : [];
  return rows.map((row, at) => {
    const count = (how: Uptake) => children.filter((child) => child.from === row.number && child.how === how).length;
    const { number, title, locale, place, country, happened, tags, how, from } = row;
    return {
      ...{ number, title, locale, place, country, happened, tags, how, from },
      text: row.context || row.done,
      who: show(parties[at]),
      uptakes: { adopted: count('adopted'), adapted: count('adapted'), 'did-not-work': count('did-not-work') },
    };
  });
}

/** Who tells a case: its organisation or community, else the person who wrote it. */
export const partyOf = ({
  organisationId,
  homeCommunityId,
  writtenBy,
}: Pick<CaseRow, 'organisationId' | 'homeCommunityId' | 'writtenBy'>) => ({
  organisationId,
  homeCommunityId,
  personId: organisationId || homeCommunityId ? null : writtenBy,
});
