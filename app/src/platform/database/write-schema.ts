/** Rewrites db/schema.sql from the migrations: `node src/platform/database/write-schema.ts`, after a migration was added. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listSchema } from './schema-listing.ts';
import { testDatabase } from './testing.ts';

const database = await testDatabase();
writeFileSync(fileURLToPath(new URL('../../../db/schema.sql', import.meta.url)), await listSchema(database.db));
await database.close();
