import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PMTiles } from 'pmtiles';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readEnv } from '#env';
import { appDir } from '#platform/app-dir.ts';
import { readCatalogues } from '#platform/language/catalogues.ts';
import { makeLanguages } from '#platform/language/language.ts';
import { MOST_BYTES, partOf } from './range.ts';
import { describeStreets, openStreets } from './streets.ts';
import { makeStreets, tileAt } from './testing.ts';

const LIPA = [43.42, 22.31] as const;
const folder = mkdtempSync(join(tmpdir(), 'sofra-streets-'));
const file = join(folder, 'map.pmtiles');
const streets = openStreets(readEnv({ DATA_DIR: folder }));
const { source: language } = makeLanguages(readCatalogues(join(appDir, 'src/locales')));
const server = createServer((request, response) => {
  if (!streets.takes(request, response)) response.writeHead(418).end();
});
let base = '';
const whole = makeStreets(LIPA);

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
beforeEach(() => writeFileSync(file, whole));
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

const ask = async (headers: Record<string, string>, method = 'GET', path = '/map/streets.pmtiles') => {
  const response = await fetch(base + path, { method, headers: { 'accept-encoding': 'gzip, br', ...headers } });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
};

test('a part of the file is sent as it was asked for, unpacked and whole', async () => {
  const { response, bytes } = await ask({ range: 'bytes=100-299' });
  expect([response.status, response.headers.get('content-range')]).toEqual([206, `bytes 100-299/${whole.length}`]);
  expect(response.headers.get('content-encoding')).toBeNull();
  expect(bytes.equals(whole.subarray(100, 300))).toBe(true);
  const end = await ask({ range: `bytes=${whole.length - 10}-${whole.length + 5000}` });
  expect(end.bytes.equals(whole.subarray(-10))).toBe(true);
  expect((await ask({ range: 'bytes=-7' })).bytes.equals(whole.subarray(-7))).toBe(true);
});

test('nobody gets the whole file by accident', async () => {
  for (const range of ['', 'bytes=5-1', 'bytes=0-1,4-5', 'bytes=99999999-']) {
    const { response, bytes } = await ask(range ? { range } : {});
    expect([response.status, bytes.length]).toEqual([416, 0]);
    expect(response.headers.get('content-range')).toBe(`bytes */${whole.length}`);
  }
  expect(partOf('bytes=0-', MOST_BYTES + 1)).toBeUndefined();
  expect(partOf('bytes=0-', MOST_BYTES)).toEqual({ from: 0, to: MOST_BYTES - 1 });
});

test('a part of a file that was replaced is not mixed with the new one', async () => {
  const { response } = await ask({ range: 'bytes=0-9' });
  const etag = response.headers.get('etag') ?? '';
  expect((await ask({ range: 'bytes=0-9', 'if-range': etag })).response.status).toBe(206);
  expect((await ask({ range: 'bytes=0-9', 'if-none-match': etag })).response.status).toBe(304);
  writeFileSync(file, makeStreets([41.74, 20.9], { layers: ['roads', 'places', 'water'] }));
  expect((await ask({ range: 'bytes=0-9', 'if-range': etag })).response.status).toBe(416);
  expect((await ask({ range: 'bytes=0-9', 'if-match': etag })).response.status).toBe(412);
  expect((await ask({ range: 'bytes=0-9', 'if-none-match': etag })).response.status).toBe(206);
});

test('HEAD says how large it is and sends nothing; nothing else than reading is possible', async () => {
  const { response } = await ask({}, 'HEAD');
  expect([response.status, response.headers.get('content-length')]).toEqual([200, String(whole.length)]);
  expect(response.headers.get('accept-ranges')).toBe('bytes');
  expect((await ask({}, 'POST')).response.status).toBe(405);
  expect((await ask({}, 'GET', '/map/leaflet-1.9.4.js')).response.status).toBe(418);
});

test('a map learns where the streets reach, and a reader of the format finds a street in them', async () => {
  const { bytes } = await ask({}, 'GET', '/map/streets');
  const about = JSON.parse(bytes.toString()).streets;
  expect(about.bounds).toEqual({ south: 43.36, north: 43.48, west: 22.25, east: 22.37 });
  const read = new PMTiles(base + about.file);
  const { maxZoom, minLat } = await read.getHeader();
  expect([maxZoom, minLat]).toEqual([about.maxZoom, 43.36]);
  const [x, y] = tileAt([LIPA[1], LIPA[0]], 14);
  const tile = await read.getZxy(14, x, y);
  expect(Buffer.from(tile?.data ?? new ArrayBuffer(0)).toString()).toContain('Школска');
});

test('the health of the house says what the map covers, or in one sentence why it has no streets', async () => {
  const say = async () => describeStreets(await streets.look(), language);
  expect(await say()).toContain('43.36° to 43.48°');
  const flaws: Record<string, Buffer | string> = {
    'no .pmtiles file': 'just words',
    'cut short': whole.subarray(0, -1),
    pictures: makeStreets(LIPA, { tileType: 2 }),
    packed: makeStreets(LIPA, { packing: 4 }),
    '“roads”': makeStreets(LIPA, { layers: ['transportation', 'place'] }),
  };
  for (const [word, bytes] of Object.entries(flaws)) {
    writeFileSync(file, bytes);
    expect(await say()).toContain(word);
    expect((await ask({ range: 'bytes=0-9' })).response.status).toBe(404);
    expect(JSON.parse((await ask({}, 'GET', '/map/streets')).bytes.toString())).toEqual({ streets: null });
  }
  rmSync(file);
  expect(await say()).toContain('it works without them');
  const named = openStreets(readEnv({ MAP_FILE: file }));
  expect(describeStreets(await named.look(), language)).toContain('there is no file');
});
