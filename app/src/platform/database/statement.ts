import type { Compilable, CompiledQuery } from 'kysely';
import type { Db } from './tables.ts';

/** Stands for a value until it is known. */
interface Place {
  readonly name: string;
}

/**
 * A statement that is asked often: the query builder writes its SQL once, afterwards only the values are put in.
 * `build` gets stand-ins and may only hand them on as values of the query (no branches, no arithmetic, no lists of ids).
 * @returns `(db, values) => rows`. Throws an Error when a value of the first asking does not reach the query.
 * @example const byNumber = statement((db, { id, number }: { id: string; number: number }) =>
 *   db.selectFrom('forum.thread').selectAll().where('communityId', '=', id).where('number', '=', number));
 */
export function statement<Values extends object, Row>(
  build: (db: Db, values: Values) => Compilable<Row>,
): (db: Db, values: Values) => Promise<Row[]> {
  let written:
    | { readonly query: CompiledQuery<Row>; readonly order: readonly (Place | { fixed: unknown })[] }
    | undefined;
  return async (db, values) => {
    written ??= write(db, build, Object.keys(values));
    const parameters = written.order.map((place) =>
      'name' in place ? values[place.name as keyof Values] : place.fixed,
    );
    const { rows } = await db.executeQuery<Row>({ ...written.query, parameters });
    return rows;
  };
}

function write<Values extends object, Row>(
  db: Db,
  build: (db: Db, values: Values) => Compilable<Row>,
  names: readonly string[],
): { query: CompiledQuery<Row>; order: (Place | { fixed: unknown })[] } {
  const places = names.map((name): Place => ({ name }));
  const standIns = Object.fromEntries(places.map((place) => [place.name, place]));
  const query = build(db, standIns as Values).compile();
  const missing = places.filter((place) => !query.parameters.includes(place));
  if (missing.length > 0) throw new Error(`a value does not reach the statement: ${query.sql}`);
  const order = query.parameters.map((value) => places.find((place) => place === value) ?? { fixed: value });
  return { query, order };
}
