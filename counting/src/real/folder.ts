import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where real elections with known outcomes lie, when they are there at all. */
const folder = process.env.SOFRA_REAL_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));

/** A path inside the folder of real elections, or undefined (said in one line) when the folder is not there. */
export function realData(part: string): string | undefined {
  const path = `${folder}/${part}`;
  if (existsSync(path)) return path;
  console.log(`skipped: no real elections in ${path}`);
  return undefined;
}
