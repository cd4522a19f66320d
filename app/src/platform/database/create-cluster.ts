/** Makes an empty cluster in the folder named as the one argument, beside it first: a half-made one is never found there. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openCluster } from './pglite.ts';

const folder = process.argv[2];
if (!folder) throw new Error('usage: create-cluster.ts FOLDER');
const making = `${folder}.making`;
rmSync(making, { recursive: true, force: true });
mkdirSync(dirname(folder), { recursive: true });
const pglite = await openCluster(making);
await pglite.exec('checkpoint');
await pglite.close();
renameSync(making, folder);
