import { error, type RequestEvent } from '@sveltejs/kit';
import { Card } from '#platform/cards/card.ts';
import { openCards } from '#platform/cards/keep-card.ts';
import { LOCALES } from '#platform/language/language.ts';

/** Pages that are shared; nothing else is looked at on behalf of somebody who asks for a picture. */
const SHARED = new RegExp(
  `^c/[\\w-]{1,80}(/(about|who|needs(/map)?|offers|forum|decisions|gatherings(/cycles)?|commitments|practice(/cases)?${'|(needs|offers|forum(/conversations)?|decisions|gatherings(/cycles)?|commitments|practice/cases)/[1-9]\\d{0,8}'}|decisions/[1-9]\\d{0,8}/outcome|gatherings/[1-9]\\d{0,8}/report))?$`,
);
/** Messengers keep a picture for long anyway; this house no longer than it must, because what it shows may be folded. */
const KEPT_SECONDS = 3600;

const cards = openCards();

/**
 * Draws the picture of a shared page out of what that page gives away to anybody: the page is read as somebody without an
 * account, so that what is folded, waits for a yes or is for members has no picture (404).
 */
export async function pictureOfPage(event: RequestEvent, address: string): Promise<Response> {
  const [, page] = /^(.+)\.jpg$/.exec(address) ?? [];
  if (!page || !SHARED.test(page)) error(404);
  const wished = event.url.searchParams.get('in');
  const locale = LOCALES.find((known) => known === wished) ?? event.locals.language.locale;
  const asNobody = { credentials: 'omit', headers: { accept: 'text/html', 'accept-language': locale } } as const;
  const answer = await event.fetch(`/${page}`, asNobody);
  const card = answer.ok ? cardIn(await answer.text()) : undefined;
  if (!card) error(404);
  const bytes = await cards.keep(card, async (photo) => {
    const kept = await event.fetch(photo, { credentials: 'omit' });
    return kept.ok ? new Uint8Array(await kept.arrayBuffer()) : undefined;
  });
  if (!bytes) return new Response(null, { status: 503, headers: { 'retry-after': '60', 'cache-control': 'no-store' } });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'image/jpeg',
      'content-length': String(bytes.length),
      'cache-control': `public, max-age=${KEPT_SECONDS}`,
      'content-security-policy': "default-src 'none'",
    },
  });
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
  '&amp;': '&',
};

/** What a page says its picture shows; undefined where it is not shared with everybody. */
function cardIn(html: string): Card | undefined {
  const [, said] = /<meta name="sofra:card" content="([^"]*)"/.exec(html) ?? [];
  if (said === undefined) return undefined;
  const words = said.replace(/&(?:quot|lt|gt|amp|#39);/g, (mark) => ESCAPED[mark] ?? mark);
  return Card.safeParse(JSON.parse(words)).data;
}
