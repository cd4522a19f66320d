import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './step.mjs';

/** The first of the names that is on the PATH, or of the full paths that exists. */
export function find(places) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const place of places) {
    const found = place.includes('/') || place.includes('\\') ? [place] : folders.map((folder) => join(folder, place));
    const there = found.find((path) => existsSync(path));
    if (there) return there;
  }
  return undefined;
}

/** Only root on a system with apt may add a package. */
export const canInstall = () => process.getuid?.() === 0 && find(['apt-get']) !== undefined;

let updated;

/** Installs Debian packages without asking anything. Returns whether it worked, and apt's words when not. */
export async function installPackages(...packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  updated ??= run('apt-get', ['update', '-q'], { env });
  await updated;
  const quiet = ['-y', '-q', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold'];
  return run('apt-get', ['install', ...quiet, ...packages], { env });
}
