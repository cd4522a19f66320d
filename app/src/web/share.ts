import type { RequestEvent } from '@sveltejs/kit';
import { type Card, nameOfCard, type Tone } from '#platform/cards/card.ts';
import { qrSvg } from '#platform/qr.ts';
import { shorten } from './short.ts';

type ShareLabel = 'text' | 'copy' | 'copied' | 'qr' | 'picture' | 'viber' | 'whatsapp' | 'facebook';

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
  /** The whole address of its picture for a preview, what is on it, and its path for whoever takes it along. */
  readonly picture?: { readonly address: string; readonly words: string; readonly path: string };
  /** What the picture is drawn of; the house reads it back from the page as anybody sees it. */
  readonly card?: string;
  readonly site: string;
  readonly label: string;
  readonly labels: Readonly<Record<ShareLabel, string>>;
}

/** What is to be shared, in the reader's language. */
export interface ToShare {
  readonly title: string;
  /** Plain words; cut to what a preview shows. */
  readonly about?: string;
  /** The community it belongs to. */
  readonly where: string;
  /** What its picture says beside title and place. */
  readonly card?: OnCard;
  /** What was folded is on no picture. */
  readonly folded?: boolean;
}

/** What the picture of a page says: only what the page shows to anybody. */
export interface OnCard {
  /** What it is and how it stands, joined by a point. */
  readonly kind?: readonly (string | undefined | false)[];
  readonly tone?: Tone;
  /** A day, a place, a sentence: the first two that are there. */
  readonly lines?: readonly (string | undefined | false | null)[];
  /** The address of a kept picture. */
  readonly photo?: string;
}

const ABOUT = 160;
const KEPT = 300;
const drawn = new Map<string, string>();
const made = new Map<string, Shared>();

/** The Share part of a page: `share: shareOf(event, { title, about, where })`, shown by ShareThis of `#ui`. */
export function shareOf(event: RequestEvent, shared: ToShare): Shared {
  const { language, house, communityCode } = event.locals;
  const key = JSON.stringify([house.settings.origin, event.url.pathname, communityCode, language.locale, shared]);
  return keptOf(made, key, () => makeShare(event, shared));
}

function makeShare(event: RequestEvent, shared: ToShare): Shared {
  const { title, about = '', where, folded = false } = shared;
  const { language, house, communityCode: code } = event.locals;
  const { origin } = house.settings;
  const { pathname } = event.url;
  const { slug } = event.params;
  const link = `${origin}${(slug && code && shorten(pathname, { slug, code })) || pathname}`;
  const say = (part: string) => language.say(`web.share.${part}`);
  return {
    title,
    about: cut(about.replace(/[*~]/g, '').replace(/\s+/g, ' ').trim()),
    text: title === where ? title : language.say('web.share.words', { title, where }),
    link,
    page: `${origin}${pathname}`,
    // A picture costs a millisecond to draw, and is the same in every language.
    qr: keptOf(drawn, link, () => qrSvg(link)),
    ...(folded ? {} : pictureOf(event, shared)),
    site: where,
    label: say('label'),
    labels: {
      text: say('text'),
      copy: say('copy'),
      copied: say('copied'),
      qr: say('qr'),
      picture: say('picture'),
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

function pictureOf({ locals, url }: RequestEvent, { title, where, card: said }: ToShare) {
  const { language, house } = locals;
  const card = cardOf({ title, where: title === where ? language.say('web.house') : where, said }, language.locale);
  const path = `/picture${url.pathname}.jpg?in=${card.locale}&v=${nameOfCard(card)}`;
  const words = [card.kind, card.title, ...card.lines].filter(Boolean).join(' · ');
  return { picture: { address: `${house.settings.origin}${path}`, words, path }, card: JSON.stringify(card) };
}

function cardOf(
  { title, where, said = {} }: { readonly title: string; readonly where: string; readonly said?: OnCard },
  locale: Card['locale'],
): Card {
  const plain = (text: string, most: number) => text.replace(/[*~]/g, '').replace(/\s+/g, ' ').trim().slice(0, most);
  return {
    locale,
    where: plain(where, 200),
    title: plain(title, 400),
    kind: plain((said.kind ?? []).filter(Boolean).join(' · '), 120),
    tone: said.tone ?? 'brick',
    lines: (said.lines ?? []).flatMap((line) => (line ? [plain(line, 400)] : [])).slice(0, 2),
    photo: said.photo,
  };
}

const cut = (text: string): string => (text.length <= ABOUT ? text : `${text.slice(0, ABOUT - 1).trimEnd()}…`);

/** The last few hundred are kept: a page that is read is read often. */
function keptOf<Value>(all: Map<string, Value>, key: string, make: () => Value): Value {
  const kept = all.get(key);
  if (kept !== undefined) return kept;
  const value = make();
  const oldest = all.keys().next();
  if (all.size >= KEPT && !oldest.done) all.delete(oldest.value);
  all.set(key, value);
  return value;
}
