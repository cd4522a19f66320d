/**
 * `npm run keep`: writes the demo town, made by the migrations and actions of this version, into this folder under the date
 * of today. `kept-databases.test.ts` starts it with the code of every later version.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from '#env';
import { writeWhole } from '#platform/whole/write-whole.ts';
import { openHouse } from '../../src/open-house.ts';
import { seedTown } from '../seed.ts';
import { MOST_BYTES } from './kept-databases.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'sofra-keep-'));
const house = await openHouse(readEnv({ DATA_DIR: dataDir, SOFRA_DEMO: 'yes' }));
try {
  await seedTown(house);
  const file = join(import.meta.dirname, `${house.now().toISOString().slice(0, 10)}.gz`);
  const { rows } = await writeWhole(house.database, file);
  const bytes = statSync(file).size;
  console.log(`${file}: ${rows} rows, ${Math.ceil(bytes / 1000)} kB`);
  if (bytes > MOST_BYTES)
    throw new Error(`A kept database has at most ${MOST_BYTES} bytes: the demo town has outgrown it.`);
} finally {
  await house.outgoing.close();
  await house.database.close();
  rmSync(dataDir, { recursive: true, force: true });
}
