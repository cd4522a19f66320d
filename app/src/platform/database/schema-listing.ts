import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Everything that is not the server's, an extension's or the job queue's. */
const ours = sql.raw(`n.nspname !~ '^(pg_|information_schema$|pgboss)'`);

const notOfExtension = (catalogue: 'pg_class' | 'pg_proc' | 'pg_type') =>
  sql.raw(`not exists (
    select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = c.oid and d.deptype = 'e')`);

interface Line {
  readonly owner: string;
  readonly line: string;
}

/**
 * Our own listing of the schema from the catalogue: the same text on PGlite and on every PostgreSQL we support,
 * which a dump would not be. For reading and for comparing, not for running.
 */
export async function listSchema(db: Db): Promise<string> {
  const paragraphs = [
    await listExtensions(db),
    await listTypes(db),
    ...(await listTables(db)),
    ...(await listViews(db)),
    await listFunctions(db),
  ];
  return `${paragraphs.filter((text) => text !== '').join('\n\n')}\n`;
}

async function listExtensions(db: Db): Promise<string> {
  const { rows } = await sql<Line>`
    select '' as owner, 'extension ' || extname as line from pg_extension where extname <> 'plpgsql' order by extname collate "C"`.execute(
    db,
  );
  return textOf(rows);
}

async function listTypes(db: Db): Promise<string> {
  const { rows } = await sql<Line>`
    select '' as owner, case c.typtype
      when 'e' then format('type %I.%I (%s)', n.nspname, c.typname, (
        select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = c.oid))
      else concat_ws(' ', format('domain %I.%I %s', n.nspname, c.typname, format_type(c.typbasetype, c.typtypmod)), (
        select string_agg(pg_get_constraintdef(oid), ' ' order by conname collate "C")
        from pg_constraint where contypid = c.oid and contype = 'c'))
      end as line
    from pg_type c join pg_namespace n on n.oid = c.typnamespace
    where ${ours} and c.typtype in ('e', 'd') and ${notOfExtension('pg_type')}
    order by n.nspname collate "C", c.typname collate "C"`.execute(db);
  return textOf(rows);
}

async function listTables(db: Db): Promise<string[]> {
  const [columns, constraints, indexes, triggers] = [
    await columnsOf(db, ['r', 'p']),
    await constraintsOf(db),
    await indexesOf(db),
    await triggersOf(db),
  ];
  const owners = [...new Set(columns.map(({ owner }) => owner))];
  return owners.map((owner) =>
    [`table ${owner}`, ...[columns, constraints, indexes, triggers].flatMap((lines) => of(owner, lines))].join('\n'),
  );
}

async function listViews(db: Db): Promise<string[]> {
  const columns = await columnsOf(db, ['v', 'm']);
  const { rows } = await sql<Line>`
    select format('%I.%I', n.nspname, c.relname) as owner, pg_get_viewdef(c.oid) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind in ('v', 'm') and ${notOfExtension('pg_class')}
    order by n.nspname collate "C", c.relname collate "C"`.execute(db);
  return rows.map(({ owner, line }) => [`view ${owner}`, ...of(owner, columns), `  as ${plainQuery(line)}`].join('\n'));
}

/** PostgreSQL 16 stopped to write the table before a column where there is only one: leave it out always. */
const plainQuery = (query: string): string =>
  query
    .replaceAll(/\b[a-z_][a-z0-9_]*\.(?=[a-z_"])/g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/;$/, '')
    .trim();

const columnsOf = async (db: Db, kinds: readonly string[]): Promise<Line[]> =>
  (
    await sql<Line>`
    select format('%I.%I', n.nspname, c.relname) as owner, concat_ws(' ',
      quote_ident(a.attname),
      format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then 'not null' end,
      case when a.attidentity <> '' then 'identity' end,
      case when a.attgenerated <> '' then 'generated' end,
      case when d.oid is not null then 'default ' || pg_get_expr(d.adbin, d.adrelid) end) as line
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where ${ours} and c.relkind = any (${kinds}) and a.attnum > 0 and not a.attisdropped and ${notOfExtension('pg_class')}
    order by n.nspname collate "C", c.relname collate "C", a.attnum`.execute(db)
  ).rows;

/** Without `not null`, which PostgreSQL 18 keeps as constraints too and the column says already. */
const constraintsOf = async (db: Db): Promise<Line[]> =>
  (
    await sql<Line>`
    select format('%I.%I', n.nspname, c.relname) as owner, format('constraint %I %s', k.conname, pg_get_constraintdef(k.oid)) as line
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and k.contype in ('p', 'u', 'f', 'c', 'x')
    order by position(k.contype::text in 'pufcx'), k.conname collate "C"`.execute(db)
  ).rows;

const indexesOf = async (db: Db): Promise<Line[]> =>
  (
    await sql<Line>`
    select format('%I.%I', n.nspname, c.relname) as owner,
      regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX (\\S+) ON (ONLY )?\\S+ USING',
        case when i.indisunique then 'unique index \\2' else 'index \\2' end) as line
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_class own on own.oid = i.indexrelid
    where ${ours} and not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))
    order by own.relname collate "C"`.execute(db)
  ).rows;

const triggersOf = async (db: Db): Promise<Line[]> =>
  (
    await sql<Line>`
    select format('%I.%I', n.nspname, c.relname) as owner, regexp_replace(pg_get_triggerdef(t.oid), '^CREATE TRIGGER', 'trigger') as line
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and not t.tgisinternal
    order by t.tgname collate "C"`.execute(db)
  ).rows;

async function listFunctions(db: Db): Promise<string> {
  const { rows } = await sql<Line>`
    select '' as owner, format('function %I.%I(%s) returns %s as %s',
      n.nspname, c.proname, pg_get_function_arguments(c.oid), pg_get_function_result(c.oid),
      coalesce(pg_get_function_sqlbody(c.oid), c.prosrc)) as line
    from pg_proc c join pg_namespace n on n.oid = c.pronamespace
    where ${ours} and c.prokind <> 'a' and ${notOfExtension('pg_proc')}
    order by n.nspname collate "C", c.proname collate "C", pg_get_function_arguments(c.oid) collate "C"`.execute(db);
  return rows.map(({ line }) => line.trimEnd()).join('\n\n');
}

const of = (owner: string, lines: readonly Line[]): string[] =>
  lines.filter((each) => each.owner === owner).map(({ line }) => `  ${line}`);

const textOf = (lines: readonly Line[]): string => lines.map(({ line }) => line).join('\n');
