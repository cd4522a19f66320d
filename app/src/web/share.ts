import type { RequestEvent } from '@sveltejs/kit';
import { qrSvg } from '#platform/qr.ts';
import { shorten } from './short.ts';

/** What a public page gives away: a ready text, its plain address, the address as a QR picture, and what a preview shows. */
export interface Shared {
  readonly title: string;
  /** One line under the title in a preview. */
  readonly about: string;
  readonly text: string;
  /** Short where there is one. */
  readonly link: string;
  /** The page's own address, for a preview. */
  readonly page: string;
  readonly qr: string;
  readonly picture: string;
  readonly site: string;
  readonly label: string;
  readonly labels: Readonly<Record<'text' | 'copy' | 'copied' | 'qr' | 'viber' | 'whatsapp' | 'facebook', string>>;
}

/** What is to be shared, in the reader's language. */
export interface ToShare {
  readonly title: string;
  /** Plain words; cut to what a preview shows. */
  readonly about?: string;
  /** The community it belongs to. */
  readonly where: string;
  /** The path of a picture; the mark of the house when absent. */
  readonly picture?: string;
}

const ABOUT = 160;
const KEPT = 300;
const drawn = new Map<string, string>();

/** The Share part of a page: `share: shareOf(event, { title, about, where })`, shown by ShareThis of `#ui`. */
export function shareOf(event: RequestEvent, { title, about = '', where, picture }: ToShare): Shared {
  const { language, house } = event.locals;
  const { origin } = house.settings;
  const { pathname } = event.url;
  const { slug } = event.params;
  const code = event.locals.communityCode;
  const link = `${origin}${(slug && code && shorten(pathname, { slug, code })) || pathname}`;
  const say = (part: string) => language.say(`web.share.${part}`);
  return {
    title,
    about: cut(about.replace(/[*~]/g, '').replace(/\s+/g, ' ').trim()),
    text: title === where ? title : language.say('web.share.words', { title, where }),
    link,
    page: `${origin}${pathname}`,
    qr: qrOf(link),
    picture: `${origin}${picture ?? '/mark-512.png'}`,
    site: where,
    label: say('label'),
    labels: {
      text: say('text'),
      copy: say('copy'),
      copied: say('copied'),
      qr: say('qr'),
      viber: 'Viber',
      whatsapp: 'WhatsApp',
      facebook: 'Facebook',
    },
  };
}

/** The Share part of a list or another page of a place that has a title of its own in every language. */
export function sharePlace(
  event: RequestEvent,
  place: { readonly name: string; readonly locale: string },
  title: string,
): Shared {
  const { say, show } = event.locals.language;
  return shareOf(event, { title: say(title), where: show(place.name, place.locale) });
}

const cut = (text: string): string => (text.length <= ABOUT ? text : `${text.slice(0, ABOUT - 1).trimEnd()}…`);

/** A picture costs a millisecond to draw: the last few hundred are kept. */
function qrOf(link: string): string {
  const kept = drawn.get(link);
  if (kept) return kept;
  const first = drawn.keys().next();
  if (drawn.size >= KEPT && !first.done) drawn.delete(first.value);
  const svg = qrSvg(link);
  drawn.set(link, svg);
  return svg;
}
