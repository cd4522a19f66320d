import { sql } from 'kysely';
import type { Context } from './context.ts';
import { isCyrillic, toPlain } from './language/latin.ts';

const OPENING = 160;

/** What a room lets people find. `number` is how people call it; `kind` is the room's own word. */
export interface SearchEntry {
  readonly communityId: string;
  readonly kind: string;
  readonly id: string;
  readonly number?: number;
  /** `public`: anyone finds it · `members`: only members of the community. What is private is never written. */
  readonly audience: 'public' | 'members';
  readonly title: string;
  readonly text: string;
  /** The language and script it was written in. */
  readonly locale?: string;
  /** Where it is read, below the community's address: `forum/4#p-…`, or nothing for the community itself. */
  readonly path: string;
  /** True for a part of something larger: its title names the whole, and only its text finds it. */
  readonly part?: true;
}

/** Puts it into the search, or puts the new text in place of the old; in the same transaction as the change itself. */
export async function writeSearchEntry(context: Context, entry: SearchEntry): Promise<void> {
  const values = {
    communityId: entry.communityId,
    kind: entry.kind,
    id: entry.id,
    number: entry.number ?? null,
    audience: entry.audience,
    title: entry.title,
    locale: entry.locale ?? null,
    opening: openingOf(entry.text),
    path: entry.path,
    plain: toPlain(entry.part ? entry.text : `${entry.title} ${entry.text}`).slice(0, 20_000),
    changedAt: context.now,
  };
  await context.db
    .insertInto('platform.searchEntry')
    .values(values)
    .onConflict((conflict) => conflict.columns(['communityId', 'kind', 'id']).doUpdateSet(values))
    .execute();
}

/** The first words as they were written, without the marks of Markdown. */
function openingOf(text: string): string {
  const flat = text
    .replace(/^\s*[-+>]\s+/gm, '')
    .replace(/[*_~`>#[\]]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return flat.length <= OPENING ? flat : `${flat.slice(0, OPENING - 1).trimEnd()}…`;
}

/** Takes it out of the search (hidden, erased, taken through the private door). */
export async function removeSearchEntry(context: Context, entry: Pick<SearchEntry, 'communityId' | 'kind' | 'id'>) {
  await context.db
    .deleteFrom('platform.searchEntry')
    .where('communityId', '=', entry.communityId)
    .where('kind', '=', entry.kind)
    .where('id', '=', entry.id)
    .execute();
}

/** What to look for. Words are compared in Latin without diacritics; every word must occur somewhere. */
export interface SearchQuestion {
  readonly communityId: string;
  readonly words: string;
  /** True for members of the community. */
  readonly withMembers: boolean;
  readonly kinds?: readonly string[];
  readonly most?: number;
}

/** One thing that was found. */
export interface SearchHit {
  readonly kind: string;
  readonly id: string;
  readonly number: number | null;
  readonly title: string;
  readonly locale: string | null;
  readonly opening: string;
  readonly path: string;
  /** 0 to 1, how like the words its title is. */
  readonly likeness: number;
}

/** The best hits first: titles that are like the words, then the newest. Empty words find nothing. */
export async function searchEntries(context: Context, question: SearchQuestion): Promise<SearchHit[]> {
  const plain = toPlain(question.words).slice(0, 200);
  const words = plain
    .split(' ')
    .filter((word) => word.length > 1)
    .slice(0, 8);
  if (words.length === 0) return [];
  let query = baseQuery(context, question, plain);
  for (const word of words) query = query.where('plain', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return query
    .orderBy('likeness', 'desc')
    .orderBy('changedAt', 'desc')
    .limit(question.most ?? 50)
    .execute();
}

/** Entries whose words overlap though not all occur: what may be a duplicate of a text being typed. */
export async function likelyTwins(context: Context, question: SearchQuestion): Promise<SearchHit[]> {
  const plain = toPlain(question.words).slice(0, 200);
  if (plain.length < 4) return [];
  return baseQuery(context, question, plain)
    .where(sql<boolean>`word_similarity(${plain}, plain) > 0.42 or similarity(${plain}, plain) > 0.3`)
    .orderBy('likeness', 'desc')
    .limit(question.most ?? 5)
    .execute();
}

function baseQuery(context: Context, question: SearchQuestion, plain: string) {
  let query = context.db
    .selectFrom('platform.searchEntry')
    .select(['kind', 'id', 'number', 'title', 'locale', 'opening', 'path'])
    .select([sql<number>`word_similarity(${plain}, plain)`.as('likeness')])
    .where('communityId', '=', question.communityId);
  if (!question.withMembers) query = query.where('audience', '=', 'public');
  if (question.kinds) query = query.where('kind', 'in', [...question.kinds]);
  return query;
}

/** The script a text is stored with: `Cyrl` as soon as it has a Cyrillic letter. */
export const scriptOf = (text: string): 'Cyrl' | 'Latn' => (isCyrillic(text) ? 'Cyrl' : 'Latn');
