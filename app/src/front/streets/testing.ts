import { gzipSync } from 'node:zlib';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Bounds } from './archive.ts';

type Place = readonly [longitude: number, latitude: number];

/** A line or a point of the map, with what the map says of it. */
interface Drawn {
  readonly properties: Readonly<Record<string, string>>;
  readonly at: Place | readonly Place[];
}

const HEADER_BYTES = 127;
const MIN_ZOOM = 8;
const MAX_ZOOM = 14;
const EXTENT = 4096;

/** What a file of streets is made of, each part changeable so that a test can spoil it. */
export interface Spoiled {
  readonly tileType?: number;
  readonly packing?: number;
  readonly layers?: readonly string[];
}

/** A real `.pmtiles` file of version 3: three streets and a name round a point, written as the public specification says. */
export function makeStreets([latitude, longitude]: readonly [number, number], spoiled: Spoiled = {}): Buffer {
  const reach = 0.06;
  const bounds = { south: latitude - reach, north: latitude + reach, west: longitude - reach, east: longitude + reach };
  const street = (kind: string, properties: Record<string, string>, bend: number): Drawn => ({
    properties: { kind, ...properties },
    at: [-1, -0.4, 0, 0.3, 1].map((part) => [longitude + part * reach, latitude + bend * part * reach] as const),
  });
  const layers = {
    roads: [
      street('highway', { name: 'Дринска' }, 0.5),
      street('major_road', { name: 'Ђорђа Вајферта', 'name:sr-Latn': 'Đorđa Vajferta' }, -0.4),
      street('minor_road', { name: 'Школска' }, 0.05),
    ],
    places: [{ properties: { kind: 'locality', name: 'Горња Липа' }, at: [longitude, latitude] as const }],
  };
  return writeArchive(cutTiles(layers, bounds), bounds, spoiled);
}

interface Tile {
  readonly id: number;
  readonly bytes: Buffer;
}

function cutTiles(layers: Readonly<Record<string, readonly Drawn[]>>, bounds: Bounds): Tile[] {
  const indexes = Object.entries(layers).map(([name, drawn]) => {
    const features = drawn.map(({ properties, at }) => ({
      type: 'Feature' as const,
      properties,
      geometry: geometryOf(at),
    }));
    return {
      name,
      index: new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom: MAX_ZOOM, indexMaxZoom: 0 }),
    };
  });
  const tiles: Tile[] = [];
  for (let zoom = MIN_ZOOM; zoom <= MAX_ZOOM; zoom += 1) {
    const [left, top] = tileAt([bounds.west, bounds.north], zoom);
    const [right, bottom] = tileAt([bounds.east, bounds.south], zoom);
    for (let x = left; x <= right; x += 1)
      for (let y = top; y <= bottom; y += 1) {
        const cut = indexes.flatMap(({ name, index }) => {
          const tile = index.getTile(zoom, x, y);
          return tile ? [[name, tile] as const] : [];
        });
        const bytes = gzipSync(fromGeojsonVt(Object.fromEntries(cut), { version: 2, extent: EXTENT }));
        tiles.push({ id: tileId(zoom, x, y), bytes });
      }
  }
  return tiles.sort((a, b) => a.id - b.id);
}

function geometryOf(at: Drawn['at']) {
  const [first] = at;
  if (typeof first === 'number') return { type: 'Point' as const, coordinates: [...(at as Place)] };
  return { type: 'LineString' as const, coordinates: (at as readonly Place[]).map((place) => [...place]) };
}

/** The tile that holds a place at a zoom. */
export function tileAt([longitude, latitude]: Place, zoom: number): [number, number] {
  const side = 2 ** zoom;
  const angle = (latitude * Math.PI) / 180;
  const y = (1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2;
  return [Math.floor(((longitude + 180) / 360) * side), Math.floor(y * side)];
}

/** The number of a tile along the Hilbert curves of all zooms, one after the other. */
function tileId(zoom: number, column: number, row: number): number {
  let id = (4 ** zoom - 1) / 3;
  let [x, y] = [column, row];
  for (let side = 2 ** zoom / 2; side >= 1; side /= 2) {
    const [right, down] = [(x & side) > 0 ? 1 : 0, (y & side) > 0 ? 1 : 0];
    id += side * side * ((3 * right) ^ down);
    if (down === 0) {
      if (right === 1) [x, y] = [side - 1 - (x & (side - 1)), side - 1 - (y & (side - 1))];
      [x, y] = [y, x];
    }
  }
  return id;
}

function writeArchive(tiles: readonly Tile[], bounds: Bounds, spoiled: Spoiled): Buffer {
  const { tileType = 1, packing = 2, layers = ['roads', 'places'] } = spoiled;
  const root = gzipSync(directoryOf(tiles));
  const metadata = gzipSync(JSON.stringify({ vector_layers: layers.map((id) => ({ id, fields: {} })) }));
  const data = Buffer.concat(tiles.map(({ bytes }) => bytes));
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles', 'latin1');
  header[7] = 3;
  const metadataAt = HEADER_BYTES + root.length;
  const dataAt = metadataAt + metadata.length;
  const numbers = [HEADER_BYTES, root.length, metadataAt, metadata.length, dataAt, 0, dataAt, data.length];
  for (const [place, value] of [...numbers, tiles.length, tiles.length, tiles.length].entries())
    header.writeBigUInt64LE(BigInt(value), 8 + 8 * place);
  header.set([1, packing, 2, tileType, MIN_ZOOM, MAX_ZOOM], 96);
  const { west, south, east, north } = bounds;
  for (const [place, degrees] of [west, south, east, north].entries())
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * place);
  header[118] = MAX_ZOOM;
  header.writeInt32LE(Math.round(((west + east) / 2) * 1e7), 119);
  header.writeInt32LE(Math.round(((south + north) / 2) * 1e7), 123);
  return Buffer.concat([header, root, metadata, data]);
}

/** Column after column: how many, ids as steps, runs, lengths, places (0: right behind the one before). */
function directoryOf(tiles: readonly Tile[]): Buffer {
  const steps = tiles.map(({ id }, place) => id - (tiles[place - 1]?.id ?? 0));
  const places = tiles.map((_, place) => (place === 0 ? 1 : 0));
  const numbers = [tiles.length, ...steps, ...tiles.map(() => 1), ...tiles.map(({ bytes }) => bytes.length), ...places];
  return Buffer.from(numbers.flatMap(varint));
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}
