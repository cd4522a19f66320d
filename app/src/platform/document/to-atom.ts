/** The media type of a feed. */
export const ATOM = 'application/atom+xml; charset=utf-8';

/** One entry of a feed. */
export interface FeedEntry {
  /** Never changes, also when the text does: an address or a `urn:uuid:`. */
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly at: Date;
  readonly text: string;
}

/** A feed that a reader's program asks for now and then. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  /** The page of which this is the feed. */
  readonly href: string;
  /** The address of the feed itself. */
  readonly self: string;
  readonly author: string;
  /** When the feed began; it counts while there is no entry yet. */
  readonly since: Date;
  readonly entries: readonly FeedEntry[];
}

/** The feed as Atom (RFC 4287), newest entry first. */
export function renderAtom(feed: Feed): string {
  const entries = feed.entries.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.lang)}">`,
    `<id>${xml(feed.id)}</id>`,
    `<title>${xml(feed.title)}</title>`,
    `<updated>${(entries[0]?.at ?? feed.since).toISOString()}</updated>`,
    `<author><name>${xml(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(feed.href)}"/>`,
    ...entries.map(entryOf),
    '</feed>',
    '',
  ].join('\n');
}

const entryOf = ({ id, title, href, at, text }: FeedEntry): string =>
  [
    '<entry>',
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${at.toISOString()}</updated>`,
    `<published>${at.toISOString()}</published>`,
    `<link rel="alternate" type="text/html" href="${xml(href)}"/>`,
    `<content type="text">${xml(text)}</content>`,
    '</entry>',
  ].join('\n');

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as XML carries it; what XML 1.0 may not carry at all is left out. */
const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
