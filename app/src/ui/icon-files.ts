import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { markSeats } from './mark.ts';

/**
 * Writes the icons of the browser and of phones into `static` from the one mark.
 * Run by hand (`node app/src/ui/icon-files.ts`) when the mark changes; the results are committed.
 */
const to = (name: string) => new URL(`../../static/${name}`, import.meta.url);
const seats = markSeats.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="2.7"/>`).join('');
const drawing = `<circle cx="16" cy="16" r="7.6" fill="#9c3a1f"/><g class="s" fill="#2a1f17">${seats}</g>`;

const tab = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>@media(prefers-color-scheme:dark){.s{fill:#f2e9dc}svg>circle{fill:#ee9676}}</style>${drawing}</svg>`;
await writeFile(to('mark.svg'), tab);

/** On a phone's screen the mark lies on paper, with the margin that round masks ask for. */
const onPaper = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -6 44 44"><rect x="-6" y="-6" width="44" height="44" fill="#fbf7ee"/>${drawing}</svg>`;
for (const size of [180, 192, 512])
  await sharp(Buffer.from(onPaper), { density: 900 })
    .resize(size, size)
    .png({ palette: true, compressionLevel: 9 })
    .toFile(to(`mark-${size}.png`).pathname);
