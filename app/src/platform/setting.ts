import type { Db } from './database/tables.ts';

/** A setting written into the database, or undefined. */
export async function readSetting(db: Db, key: string): Promise<string | undefined> {
  const row = await db.selectFrom('platform.setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
}

/** Writes a setting; the last one stands. */
export async function writeSetting(db: Db, setting: { key: string; value: string; at: Date }): Promise<void> {
  const values = { key: setting.key, value: setting.value, setAt: setting.at };
  await db
    .insertInto('platform.setting')
    .values(values)
    .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
    .execute();
}

const isLocal = (origin: string): boolean => /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(origin);

/**
 * Whether this house is a demo: decided at its first start and written down; from then on the database says so, not the
 * environment. Throws an Error with one line when a demo would be reached from outside without `SOFRA_DEMO=yes`, or when
 * the environment asks for the other kind than the database is.
 */
export async function demoOrReal(
  db: Db,
  env: { readonly demo?: 'yes' | 'no'; readonly origin: string },
  now: Date,
): Promise<boolean> {
  let written = await readSetting(db, 'demo');
  if (written === undefined) {
    written = env.demo ?? 'yes';
    refuseOpenDemo(written, env);
    await writeSetting(db, { key: 'demo', value: written, at: now });
  }
  if (env.demo === 'no' && written === 'yes')
    throw new Error(
      'This data folder holds the demo town. A real house needs an empty one: set DATA_DIR or DATABASE_URL.',
    );
  refuseOpenDemo(written, env);
  return written === 'yes';
}

function refuseOpenDemo(written: string, env: { readonly demo?: 'yes' | 'no'; readonly origin: string }): void {
  if (written === 'yes' && env.demo !== 'yes' && !isLocal(env.origin))
    throw new Error(
      `A demo under ${env.origin} needs SOFRA_DEMO=yes; a real house needs SOFRA_DEMO=no and an empty database.`,
    );
}
