import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** What a map needs, out of the package of this version; loaded only when somebody opens one. */
const FILES: Readonly<Record<string, readonly [from: string, path: string, type: string]>> = {
  'leaflet-1.9.4.js': ['leaflet', 'dist/leaflet.js', 'text/javascript'],
  'leaflet-1.9.4.css': ['leaflet', 'dist/leaflet.css', 'text/css'],
  'protomaps-leaflet-5.1.0.js': ['protomaps-leaflet', 'dist/protomaps-leaflet.js', 'text/javascript'],
};

export const GET: RequestHandler = async ({ params }) => {
  const file = FILES[params.file];
  if (!file) error(404);
  const [from, path, type] = file;
  const home = dirname(createRequire(import.meta.url).resolve(`${from}/package.json`));
  return new Response(new Uint8Array(await readFile(join(home, path))), {
    headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' },
  });
};
