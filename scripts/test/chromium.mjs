import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { canInstall, find, installPackages } from './system.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'chrome'];
const elsewhere = [
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * A browser of the Chromium family: `CHROMIUM`, then the PATH, the usual places and Playwright's own folder; Debian's
 * package is installed when root. `path` is absent, with the reason in `why`, when there is none.
 * @returns {Promise<{ path?: string, why: string }>}
 */
export async function findChromium() {
  const found = process.env.CHROMIUM || find([...names, ...elsewhere, ...playwrightPlaces()]);
  if (found) return { path: found, why: found };
  if (!canInstall()) return { why: 'no Chromium here: install it or set CHROMIUM to its path' };
  const { ok, output } = await installPackages('chromium');
  const installed = ok ? find(names) : undefined;
  if (installed) return { path: installed, why: installed };
  return { why: `apt-get could not install chromium: ${output.trim().split('\n').at(-1)}` };
}

function playwrightPlaces() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache/ms-playwright');
  if (!existsSync(folder)) return [];
  const versions = readdirSync(folder).filter((name) => name.startsWith('chromium-'));
  return versions.flatMap((version) =>
    ['chrome-linux', 'chrome-linux64'].map((part) => join(folder, version, part, 'chrome')),
  );
}
