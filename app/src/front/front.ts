import type { IncomingMessage, ServerResponse } from 'node:http';
import { crc32 } from 'node:zlib';
import { awaitPage, takePage } from '#platform/handed-page.ts';
import { chooseLocale } from '#platform/language/choose.ts';
import { LOCALES } from '#platform/language/language.ts';
import { ANY } from '#platform/memory.ts';
import { chooseEncoding, type Encoding, encode } from './encode.ts';
import { type Held, holdText } from './held-response.ts';
import { addBody, type KeptPage, openPageCache, type PageCache } from './page-cache.ts';
import { openTurns } from './turns.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Tells the front which communities a page shows; never leaves the house. */
export const TAGS_HEADER = 'x-sofra-tags';

/** What stands in front of Kit: the cache of public pages, the turns in which pages are made, and compression. */
export interface Front {
  readonly cache: PageCache;
  handle(request: IncomingMessage, response: ServerResponse): void;
}

/** One request, with what of it decides which page is sent. */
interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly encoding: Encoding;
  /** Absent when the page is nobody else's. */
  readonly key: string | undefined;
}

/** Puts the cache, the turns and the compression in front of Kit's handler. */
export function standInFront(kit: Handler, now: () => number = Date.now): Front {
  const cache = openPageCache();
  const turns = openTurns();
  const sendHeld = ({ request, response, encoding, key }: Asked): boolean => {
    const page = key && cache.find(key, now());
    if (!key || !page) return false;
    if (isHeld(request, page.headers)) sendUnchanged(response, page.headers);
    else sendKept({ cache, key, page, encoding }, response).catch((error) => response.destroy(error));
    return true;
  };
  const make = (asked: Asked, made: () => void): void => makePage({ kit, cache, now }, asked, made);
  return {
    cache,
    handle(request, response) {
      const asked = {
        request,
        response,
        encoding: chooseEncoding(request.headers['accept-encoding']),
        key: cacheKey(request),
      };
      if (sendHeld(asked)) return;
      // What somebody sends may come over a slow line for minutes: it takes no turn.
      if (request.method !== 'GET') return make(asked, () => undefined);
      turns.enter((leave) => {
        // Gone meanwhile, or somebody before it asked for the same page.
        if (response.destroyed || sendHeld(asked)) return leave();
        response.once('close', leave);
        make(asked, leave);
      });
    },
  };
}

/** Has Kit make a page, sends it and keeps what may be kept. `made` is called when that is done, or Kit has gone another way. */
function makePage(
  { kit, cache, now }: { readonly kit: Handler; readonly cache: PageCache; readonly now: () => number },
  asked: Asked,
  made: () => void,
): void {
  const { request, response, encoding, key } = asked;
  const { generation } = cache;
  awaitPage(request);
  const whole = async (held: Held) => {
    const tags = takeTags(response);
    const body = takeBody(asked, held);
    const headers = keptHeaders(response);
    const mine = key && mayKeep(response, held.status, body) ? key : undefined;
    const keep = (...bodies: [Encoding, Buffer][]) => {
      if (!mine) return;
      const page = { status: held.status, headers, bodies: new Map<string, Buffer>(bodies), tags, keptAt: now() };
      cache.keep(mine, page, generation);
    };
    if (held.status === 200 && isHeld(request, headers)) {
      sendUnchanged(response, headers);
      keep(['identity', body]);
    } else keep(['identity', body], [encoding, await finish(response, body, encoding)]);
    // Only now: whoever waits for the same page finds it kept.
    made();
  };
  holdText(response, (held) => whole(held).catch((error) => response.destroy(error)), made);
  try {
    kit(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  } catch (error) {
    response.destroy(error instanceof Error ? error : undefined);
  }
}

/** What is to be sent: the page handed over past Kit's response, which would copy it three times, or what Kit wrote. */
function takeBody({ request, response }: Asked, { body }: Held): Buffer {
  const html = takePage(request);
  if (body.length > 0 || html === '') return body;
  const page = Buffer.from(html);
  response.setHeader('etag', `"${crc32(page).toString(36)}-${page.length.toString(36)}"`);
  return page;
}

/** No cookie but those of reading: anything else may say who somebody is. */
const ONLY_READING = /^(?:\s*(?:locale|theme)=[^;]*(?:;|$))*$/;

/** Only a GET without a session cookie is kept; what varies is in the key. */
function cacheKey(request: IncomingMessage): string | undefined {
  if (request.method !== 'GET') return undefined;
  const cookies = request.headers.cookie ?? '';
  if (!ONLY_READING.test(cookies) || request.url?.startsWith('/_app/')) return undefined;
  const chosen = /(?:^|;\s*)locale=([\w-]+)/.exec(cookies)?.[1];
  const locale = LOCALES.find((known) => known === chosen) ?? chooseLocale(request.headers['accept-language'] ?? null);
  const theme = /(?:^|;\s*)theme=(light|dark)/.exec(cookies)?.[1] ?? 'auto';
  const wants = request.headers.accept?.includes('text/html') ? 'page' : 'data';
  return `${request.headers.host} ${locale} ${theme} ${wants} ${request.url}`;
}

/** A page with a form key belongs to one reader; a page that sets a cookie or says no-store too. */
const mayKeep = (response: ServerResponse, status: number, body: Buffer): boolean =>
  status === 200 &&
  !response.getHeader('set-cookie') &&
  !/no-store|private/.test(String(response.getHeader('cache-control') ?? '')) &&
  !body.includes('name="_key"');

function takeTags(response: ServerResponse): string[] {
  const header = response.getHeader(TAGS_HEADER);
  response.removeHeader(TAGS_HEADER);
  return typeof header === 'string' && header !== '' ? header.split(',') : [ANY];
}

const OWN_TO_ONE_ANSWER = new Set([
  'content-length',
  'content-encoding',
  'date',
  'connection',
  'x-request-id',
  'set-cookie',
]);

function keptHeaders(response: ServerResponse): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(response.getHeaders()))
    if (!OWN_TO_ONE_ANSWER.has(name) && value !== undefined)
      headers[name] = Array.isArray(value) ? value : String(value);
  return headers;
}

/** True when the reader's own copy is this page: a revisit on little data costs a few bytes. */
function isHeld(request: IncomingMessage, headers: KeptPage['headers']): boolean {
  if (request.method !== 'GET') return false;
  const own = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return typeof headers['etag'] === 'string' && (own?.includes(headers['etag'].replace(/^W\//, '')) ?? false);
}

const OF_UNCHANGED = ['etag', 'vary', 'cache-control', 'content-security-policy'];
const OF_A_BODY = ['content-type', 'content-length', 'content-encoding'];

function sendUnchanged(response: ServerResponse, headers: KeptPage['headers']): void {
  for (const name of OF_A_BODY) response.removeHeader(name);
  for (const name of OF_UNCHANGED) if (headers[name]) response.setHeader(name, headers[name]);
  response.statusCode = 304;
  response.end();
}

async function sendKept(
  { cache, key, page, encoding }: { cache: PageCache; key: string; page: KeptPage; encoding: Encoding },
  response: ServerResponse,
): Promise<void> {
  let body = page.bodies.get(encoding);
  if (!body) {
    body = await encode(page.bodies.get('identity') ?? Buffer.alloc(0), encoding);
    addBody(cache, key, { page, encoding, body });
  }
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  response.setHeader('content-length', body.length);
  response.statusCode = page.status;
  response.end(body);
}

/** Compresses and sends; returns the bytes as they went out. */
async function finish(response: ServerResponse, body: Buffer, encoding: Encoding): Promise<Buffer> {
  const small = body.length < 800;
  const sent = small ? body : await encode(body, encoding);
  if (!small && encoding !== 'identity') response.setHeader('content-encoding', encoding);
  response.setHeader('content-length', sent.length);
  const vary = String(response.getHeader('vary') ?? '');
  if (!/accept-encoding/i.test(vary)) response.setHeader('vary', vary ? `${vary}, Accept-Encoding` : 'Accept-Encoding');
  response.end(sent);
  return small ? await encode(body, encoding) : sent;
}
