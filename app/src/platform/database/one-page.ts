import type { Db } from './tables.ts';

const answers = new WeakMap<Db, Map<string, Promise<unknown>>>();

/** The database for one page that is only read: what `once` asked it is remembered until the page is done. */
export function forOnePage(db: Db): Db {
  const page: Db = db.withTables();
  answers.set(page, new Map());
  return page;
}

/** Asks once per page what several parts of it need; anywhere else, above all in a transaction, asks each time. */
export function once<Result>(db: Db, question: string, ask: () => Promise<Result>): Promise<Result> {
  const known = answers.get(db);
  if (!known) return ask();
  const answer = (known.get(question) as Promise<Result> | undefined) ?? ask();
  known.set(question, answer);
  return answer;
}
