import { Memory, type Remembered } from '../memory.ts';
import type { Db } from './tables.ts';

/** Rows that nearly every page begins with, remembered between pages. */
export type RowMemory = Memory<Remembered & { readonly row: unknown }>;

/** An empty memory for a thousand rows. */
export const openRowMemory = (): RowMemory => new Memory({ most: 1000, heaviest: 1000, weigh: () => 1 });

/** One page that is being read: its answers, and what is remembered between pages where every touch is heard. */
interface Page {
  readonly answers: Map<string, Promise<unknown>>;
  readonly between?: { readonly memory: RowMemory; readonly now: number };
}

const pages = new WeakMap<Db, Page>();

/** The database for one page that is only read: what `once` asked it is remembered until the page is done. */
export function forOnePage(db: Db, between?: Page['between']): Db {
  const page: Db = db.withTables();
  pages.set(page, { answers: new Map(), between });
  return page;
}

/** Asks once per page what several parts of it need; anywhere else, above all in a transaction, asks each time. */
export function once<Result>(db: Db, question: string, ask: () => Promise<Result>): Promise<Result> {
  const answers = pages.get(db)?.answers;
  if (!answers) return ask();
  const answer = (answers.get(question) as Promise<Result> | undefined) ?? ask();
  answers.set(question, answer);
  return answer;
}

/**
 * A row that nearly every page begins with: asked once until something with its `tag` (a community) is touched, a minute at
 * most. Who changes such a row announces it with that community. A transaction asks each time.
 */
export async function remember<Row>(
  db: Db,
  question: string,
  { ask, tag }: { ask(): Promise<Row | undefined>; tag(row: Row): string },
): Promise<Row | undefined> {
  const between = pages.get(db)?.between;
  if (!between) return once(db, question, ask);
  const { memory, now } = between;
  const kept = memory.find(question, now);
  if (kept) return kept.row as Row;
  const { generation } = memory;
  const row = await once(db, question, ask);
  if (row !== undefined) memory.keep(question, { row, tags: [tag(row)], keptAt: now }, generation);
  return row;
}
