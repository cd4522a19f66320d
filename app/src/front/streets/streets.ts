import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Env } from '#env';
import type { Language } from '#platform/language/language.ts';
import { type Archive, type Flaw, FlawedArchive, readArchive, tagOf } from './archive.ts';
import { sendPart } from './send-part.ts';

/** What this house can say of its file of streets. */
export type Known = { readonly archive: Archive } | { readonly flaw: Flaw } | undefined;

/** The streets of the map: one file that the host put there, looked at again whenever it changes. */
export interface Streets {
  look(): Promise<Known>;
  /** Answers what a map asks for; false when the request is for something else. */
  takes(request: IncomingMessage, response: ServerResponse): boolean;
}

/** What a map asks first: is there a file, and where does it reach. */
const ABOUT = '/map/streets';
const FILE = '/map/streets.pmtiles';

/** Opens the streets of a house: `MAP_FILE`, or `map.pmtiles` in its data folder where there is one. */
export function openStreets({ mapFile, mapFileGiven }: Pick<Env, 'mapFile' | 'mapFileGiven'>): Streets {
  let known: Known;
  let ofTag: string | undefined;
  const look = async (): Promise<Known> => {
    const now = await stat(mapFile).catch(() => undefined);
    if (!now?.isFile()) return mapFileGiven ? { flaw: 'absent' } : undefined;
    if (ofTag === tagOf(now)) return known;
    known = await readArchive(mapFile).then(
      (archive) => ({ archive }),
      (problem) => {
        if (problem instanceof FlawedArchive) return { flaw: problem.flaw };
        throw problem;
      },
    );
    ofTag = tagOf(now);
    return known;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return sayNo(response, 405, { allow: 'GET, HEAD' });
    const found = await look();
    const archive = found && 'archive' in found ? found.archive : undefined;
    if (pathOf(request) === ABOUT) return sendAbout(response, archive);
    if (!archive) return sayNo(response, 404);
    await sendPart({ path: mapFile, request, response });
  };
  return {
    look,
    takes(request, response) {
      if (pathOf(request) !== ABOUT && pathOf(request) !== FILE) return false;
      answer(request, response).catch(() => response.destroy());
      return true;
    },
  };
}

/** One sentence for a host: what the map covers, or why it has no streets. */
export function describeStreets(known: Known, language: Language): string {
  if (!known) return language.say('front.streets.none');
  if ('flaw' in known) return language.say(`front.streets.unreadable.${known.flaw}`);
  const { bounds, bytes, maxZoom } = known.archive;
  const round = (degree: number) => Math.round(degree * 100) / 100;
  const [south, north, west, east] = [bounds.south, bounds.north, bounds.west, bounds.east].map(round);
  return language.say('front.streets.covers', {
    south,
    north,
    west,
    east,
    maxZoom,
    size: Math.ceil(bytes / 1_000_000),
  });
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?')[0];

function sendAbout(response: ServerResponse, archive: Archive | undefined): void {
  const streets = archive && {
    file: `${FILE}?v=${archive.tag}`,
    bounds: archive.bounds,
    maxZoom: archive.maxZoom,
  };
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ streets: streets ?? null }));
}

function sayNo(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...headers, 'cache-control': 'no-store' });
  response.end();
}
