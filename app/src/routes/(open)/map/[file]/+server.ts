import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** What a map needs, out of the package of this version; loaded only when somebody opens one. */
const FILES: Readonly<Record<string, readonly [path: string, type: string]>> = {
  'leaflet-1.9.4.js': ['leaflet/dist/leaflet.js', 'text/javascript'],
  'leaflet-1.9.4.css': ['leaflet/dist/leaflet.css', 'text/css'],
};

export const GET: RequestHandler = async ({ params }) => {
  const file = FILES[params.file];
  if (!file) error(404);
  const [path, type] = file;
  const bytes = await readFile(createRequire(import.meta.url).resolve(path));
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' },
  });
};
