import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { chooseLocale } from '#platform/language/choose.ts';
import { LOCALES, type Locale } from '#platform/language/language.ts';
import { Refusal } from '#platform/refusal.ts';
import { findHouse } from '#web/house.ts';
import { readSession, SESSION_COOKIE } from '#web/session.ts';
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
  locals.requestId = request.headers.get('x-request-id') ?? randomUUID();
  const session = await readSession(house, cookies.get(SESSION_COOKIE), event.getClientAddress());
  locals.actor = session?.actor ?? { kind: 'nobody', address: event.getClientAddress() };
  locals.signedIn = session?.signedIn;
  const wished = cookies.get('locale') ?? session?.locale;
  const locale = LOCALES.find((known) => known === wished) ?? chooseLocale(request.headers.get('accept-language'));
  locals.language = house.languages.of(locale);
  const theme = cookies.get('theme') ?? session?.theme;
  locals.theme = theme === 'light' || theme === 'dark' ? theme : 'auto';
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => fillDocument(html, locale, locals.theme),
  });
  for (const [name, value] of Object.entries(SAFE_HEADERS)) response.headers.set(name, value);
  if (locals.touches.size > 0) response.headers.set('x-sofra-tags', [...locals.touches].join(','));
  response.headers.set('x-request-id', locals.requestId);
  response.headers.append('vary', 'Accept-Language, Cookie');
  return response;
};

const fillDocument = (html: string, locale: Locale, theme: string): string =>
  html.replace('<html lang="en" data-theme="auto">', `<html lang="${locale}" data-theme="${theme}">`);

export const handleError: HandleServerError = ({ kind, error, event }) => {
  const { requestId, language } = event.locals;
  const refusal = kind === 'unknown' && error instanceof Refusal ? error : undefined;
  if (kind === 'unknown' && !refusal)
    console.error(
      JSON.stringify({
        at: new Date().toISOString(),
        requestId,
        route: event.route.id,
        error: error instanceof Error ? error.stack : String(error),
      }),
    );
  const key = refusal?.key ?? (kind === 'framework' && error.status === 404 ? 'platform.refusal.not-found' : undefined);
  return { requestId, message: language?.say(key ?? 'platform.refusal.bug') ?? 'Error' };
};
