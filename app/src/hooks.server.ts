import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { handPage } from '#platform/handed-page.ts';
import { chooseLocale } from '#platform/language/choose.ts';
import { LOCALES, type Locale } from '#platform/language/language.ts';
import { Refusal } from '#platform/refusal.ts';
import { isForeign } from '#web/foreign.ts';
import { findHouse } from '#web/house.ts';
import { readSession, SESSION_COOKIE } from '#web/session.ts';
import { codeOf } from '#web/short.ts';
import { building } from '$app/env';

const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(self), interest-cohort=()',
  'cross-origin-opener-policy': 'same-origin',
};

export const handle: Handle = async ({ event, resolve }) => {
  if (building) return resolve(event);
  const house = await findHouse();
  const { locals, cookies, request } = event;
  locals.house = house;
  locals.touches = new Set();
  locals.requestId = requestIdOf(request);
  if (event.params.slug && event.route.id?.includes('/c/[slug]'))
    locals.communityCode = await codeOf(house, event.params.slug);
  const session = await readSession(house, cookies.get(SESSION_COOKIE), event.getClientAddress());
  locals.actor = session?.actor ?? { kind: 'nobody', address: event.getClientAddress() };
  locals.signedIn = session?.signedIn;
  const wished = cookies.get('locale') ?? session?.locale;
  const locale = LOCALES.find((known) => known === wished) ?? chooseLocale(request.headers.get('accept-language'));
  locals.language = house.languages.of(locale);
  const theme = cookies.get('theme') ?? session?.theme;
  locals.theme = theme === 'light' || theme === 'dark' ? theme : 'auto';
  if (isForeign(request, event.url))
    return new Response(locals.language.say('platform.refusal.from-elsewhere'), { status: 403 });
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => {
      const page = fillDocument(html, locale, locals.theme);
      // What one of our own parts asks for (the picture of a page) is its own to read.
      return !event.isSubRequest && handPage(event.platform?.req, page) ? '' : page;
    },
  });
  for (const [name, value] of Object.entries(SAFE_HEADERS)) response.headers.set(name, value);
  if (locals.touches.size > 0) response.headers.set('x-sofra-tags', [...locals.touches].join(','));
  response.headers.set('x-request-id', locals.requestId);
  if (session) response.headers.set('cache-control', 'private, no-cache');
  response.headers.append('vary', 'Accept-Language, Cookie');
  return response;
};

/** A proxy in front may have numbered the request already. */
function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id') ?? '';
  return /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

const fillDocument = (html: string, locale: Locale, theme: string): string =>
  html.replace('<html lang="en" data-theme="auto">', `<html lang="${locale}" data-theme="${theme}">`);

export const handleError: HandleServerError = ({ kind, error: problem, event }) => {
  const { requestId, language } = event.locals;
  const refusal = kind === 'unknown' && problem instanceof Refusal ? problem : undefined;
  if (kind === 'unknown' && !refusal)
    console.error(
      JSON.stringify({
        at: new Date().toISOString(),
        requestId,
        route: event.route.id,
        error: problem instanceof Error ? problem.stack : String(problem),
      }),
    );
  // What `error(…)` was given is said already, in the reader's language.
  if (kind === 'app' && !/^Error: \d{3}$/.test(problem.message)) return { requestId };
  const key = refusal?.key ?? (kind !== 'unknown' && problem.status === 404 ? 'platform.refusal.not-found' : undefined);
  return { requestId, message: language?.say(key ?? 'platform.refusal.bug') ?? 'Error' };
};
