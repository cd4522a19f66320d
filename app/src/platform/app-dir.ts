import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The app's own folder, where migrations, catalogues and the build lie; the same for the sources and for what is built of them. */
export const appDir = folderAbove(import.meta.dirname);

function folderAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error(`${import.meta.dirname} belongs to no app: its package.json is missing`);
  return folderAbove(above);
}
