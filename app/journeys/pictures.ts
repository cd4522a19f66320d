import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startHouse } from './running-house.ts';
import { type Sitter, takePictures } from './take-pictures.ts';

const HOME = '/c/gornja-lipa';

/** The ten pages a community lives on, as the manual shows them. */
const mainPages: readonly Sitter[] = [
  { name: 'front', path: '/' },
  { name: 'community', path: HOME, as: 'nikola' },
  { name: 'needs', path: `${HOME}/needs` },
  { name: 'need', path: `${HOME}/needs`, follow: [`main .ruled a[href^="${HOME}/needs/"] >> nth=4`], as: 'nikola' },
  { name: 'raise-need', path: `${HOME}/needs/new`, as: 'nikola' },
  { name: 'thread', path: `${HOME}/forum/1` },
  { name: 'decision', path: HOME, follow: [`main a[href^="${HOME}/decisions/"]:not([href$=outcome])`], as: 'nikola' },
  { name: 'outcome', path: `${HOME}/decisions`, follow: ['main a[href$="/outcome"]'] },
  { name: 'desk', path: `${HOME}/desk`, as: 'vera' },
  { name: 'hall-sheet', path: `${HOME}/desk/hall-sheet`, as: 'vera' },
];

/** `/c/gornje-selo/needs?open=1` → `c-gornje-selo-needs`. */
const nameOf = (path: string): string =>
  (path.split('?')[0] ?? '')
    .split('/')
    .filter(Boolean)
    .join('-')
    .replaceAll(/[^\w-]/g, '') || 'front';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: 'string' },
    to: { type: 'string', default: join(import.meta.dirname, '../../docs/manual/pictures') },
  },
});
const sitters = positionals.length > 0 ? positionals.map((path) => ({ name: nameOf(path), path })) : mainPages;
if (values.base) await takePictures(values.base, sitters, values.to);
else {
  const house = await startHouse({ SOFRA_DEMO: 'yes' });
  try {
    await takePictures(house.origin, sitters, values.to);
  } finally {
    await house.stop();
  }
}
