import {
  CamelCasePlugin,
  type IdentifierNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely';

/**
 * camelCase in code, snake_case in SQL, by the rules of Kysely's own plugin but cheaper: that one copies every query to
 * rename in the copy, and looks up each name of each row.
 */
class Names extends CamelCasePlugin {
  readonly toSnake = (name: string): string => this.snakeCase(name);

  override transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    return node;
  }

  /** What is inside a JSON value keeps its names. */
  override async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const [first] = result.rows;
    if (!first) return result;
    const names = Object.keys(first).map((name) => [name, this.camelCase(name)] as const);
    if (names.every(([name, camel]) => name === camel)) return result;
    const renamed = (row: UnknownRow) => {
      const camelRow: UnknownRow = {};
      for (const [name, camel] of names) camelRow[camel] = row[name];
      return camelRow;
    };
    return { ...result, rows: result.rows.map(renamed) };
  }
}

/** The plugin that renames what comes out of the database. */
export const camelCaseNames = new Names();

/** Renames while it writes the SQL. */
class SnakeCaseCompiler extends PostgresQueryCompiler {
  protected override compileUnwrappedIdentifier(node: IdentifierNode): void {
    this.append(this.sanitizeIdentifier(camelCaseNames.toSnake(node.name)));
  }
}

export class SnakeCaseDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new SnakeCaseCompiler();
  }
}
