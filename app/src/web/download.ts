import type { RequestEvent } from '@sveltejs/kit';
import type { Context } from '#platform/context.ts';
import { readingContext } from '#platform/house.ts';
import { LOCALES } from '#platform/language/language.ts';

/** A file that a browser keeps instead of showing. */
export interface Download {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Letters, digits, hyphens and one dot. */
  readonly fileName: string;
}

/** Sends a file under its name; only the reader's browser keeps it, and asks again whether it is still the same. */
export const sendDownload = ({ bytes, mediaType, fileName }: Download): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-cache',
      'content-security-policy': "default-src 'none'",
    },
  });

/**
 * The reader's context in the language and script that the address asks for by `?in=sr-Latn`: what is carried away or read by
 * a program is not in the language of a cookie.
 */
export function contextIn(event: RequestEvent): Context {
  const wished = event.url.searchParams.get('in');
  const { house, actor, language } = event.locals;
  const locale = LOCALES.find((known) => known === wished) ?? language.locale;
  return readingContext(house, actor, house.languages.of(locale));
}
