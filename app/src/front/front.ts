import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseLocale } from '#platform/language/choose.ts';
import { LOCALES } from '#platform/language/language.ts';
import { ANY } from '#platform/memory.ts';
import { chooseEncoding, type Encoding, encode } from './encode.ts';
import { holdText } from './held-response.ts';
import { addBody, type KeptPage, openPageCache, type PageCache } from './page-cache.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Tells the front which communities a page shows; never leaves the house. */
export const TAGS_HEADER = 'x-sofra-tags';

/** What stands in front of Kit: the cache of public pages and compression. */
export interface Front {
  readonly cache: PageCache;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Puts the cache and the compression in front of Kit's handler. */
export function standInFront(kit: Handler, now: () => number = Date.now): Front {
  const cache = openPageCache();
  return {
    cache,
    async handle(request, response) {
      const encoding = chooseEncoding(request.headers['accept-encoding']);
      const key = cacheKey(request);
      const kept = key && cache.find(key, now());
      if (key && kept && isHeld(request, kept)) return sendUnchanged(kept, response);
      if (key && kept) return sendKept({ cache, key, kept, encoding }, response);
      const generation = cache.generation;
      holdText(response, ({ status, body }) => {
        const tags = takeTags(response);
        finish(response, body, encoding)
          .then((sent) => {
            if (!key || !mayKeep(response, status, body)) return;
            const bodies = new Map<string, Buffer>([
              ['identity', body],
              [encoding, sent],
            ]);
            cache.keep(key, { status, headers: keptHeaders(response), bodies, tags, keptAt: now() }, generation);
          })
          .catch((error) => response.destroy(error));
      });
      kit(request, response, () => {
        response.statusCode = 404;
        response.end();
      });
    },
  };
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
function isHeld(request: IncomingMessage, { headers }: KeptPage): boolean {
  const own = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return typeof headers['etag'] === 'string' && (own?.includes(headers['etag'].replace(/^W\//, '')) ?? false);
}

const OF_UNCHANGED = ['etag', 'vary', 'cache-control', 'content-security-policy'];

function sendUnchanged({ headers }: KeptPage, response: ServerResponse): void {
  for (const name of OF_UNCHANGED) if (headers[name]) response.setHeader(name, headers[name]);
  response.statusCode = 304;
  response.end();
}

async function sendKept(
  { cache, key, kept, encoding }: { cache: PageCache; key: string; kept: KeptPage; encoding: Encoding },
  response: ServerResponse,
): Promise<void> {
  let body = kept.bodies.get(encoding);
  if (!body) {
    body = await encode(kept.bodies.get('identity') ?? Buffer.alloc(0), encoding);
    addBody(cache, key, { page: kept, encoding, body });
  }
  for (const [name, value] of Object.entries(kept.headers)) response.setHeader(name, value);
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  response.setHeader('content-length', body.length);
  response.statusCode = kept.status;
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
