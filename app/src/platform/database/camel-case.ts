import { CamelCasePlugin, type IdentifierNode, PostgresDialect, PostgresQueryCompiler } from 'kysely';
import type pg from 'pg';

/** The rules of Kysely's own plugin, without the plugin: it copies every query and every row to rename in the copy. */
class Names extends CamelCasePlugin {
  readonly toSnake = (name: string): string => this.snakeCase(name);
  readonly toCamel = (name: string): string => this.camelCase(name);
}

const names = new Names();

/** Renames while it writes the SQL. */
class SnakeCaseCompiler extends PostgresQueryCompiler {
  protected override compileUnwrappedIdentifier(node: IdentifierNode): void {
    this.append(this.sanitizeIdentifier(names.toSnake(node.name)));
  }
}

export class SnakeCaseDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new SnakeCaseCompiler();
  }
}

/** What the driver makes known of the columns before their rows come. */
interface Columns {
  readonly fields: { name: string }[];
}

/** The part of the driver's client that hears what the database sends; its types leave it out. */
interface Hearing {
  readonly connection: { prependListener(event: 'rowDescription', heard: (columns: Columns) => void): void };
}

/** Connections in the hands of the query builder; jobs use the same ones, with names as the database says them. */
const building = new WeakSet<pg.ClientBase>();

/** From here on columns of what this connection answers come in camelCase. */
export const speakCamelCase = (client: pg.ClientBase): unknown => building.add(client);

/** And from here on as the database names them. */
export const speakSnakeCase = (client: pg.ClientBase): unknown => building.delete(client);

/**
 * Makes the connections of a pool able to speak camelCase: columns are renamed once for each answer, before its first row is
 * read. What is inside a JSON value keeps its names.
 */
export function nameColumns(pool: pg.Pool): void {
  pool.on('connect', (client) =>
    (client as unknown as Hearing).connection.prependListener('rowDescription', ({ fields }) => {
      if (building.has(client)) for (const field of fields) field.name = names.toCamel(field.name);
    }),
  );
}
