import { makeKept } from '../kept.ts';
import type { Facts } from '../refusal.ts';
import type { Catalogues } from './catalogues.ts';
import { isCyrillic, toLatin } from './latin.ts';
import { compileMessage, type Saying } from './message.ts';

/** Letters of members' words that are kept in their other script. */
const MOST_LETTERS = 1_000_000;
const MINUTE = 60_000;

/** The languages and scripts of the interface. `sr-Cyrl` is the source of Serbian, `sr-Latn` is derived from it. */
export const LOCALES = ['sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** One reader's language: sentences, numbers, times. Made once per locale and kept. */
export interface Language {
  readonly locale: Locale;
  /** The sentence under a key `room.key`. A missing key falls back to English, then shows itself. */
  say(key: string, facts?: Facts): string;
  /** True when some catalogue of this language, or English, has the key. */
  knows(key: string): boolean;
  number(value: number): string;
  /** 0.254 → 25 %. */
  share(value: number): string;
  /** `14. новембар 2026.` in the place's time zone. */
  day(at: Date, timeZone: string): string;
  /** Day and minute in the place's time zone. */
  moment(at: Date, timeZone: string): string;
  /** What people call the clock of a place: `Central European Time`. */
  clock(timeZone: string): string;
  /** `a, b and c`. */
  list(items: readonly string[]): string;
  compare(a: string, b: string): number;
  /** What a member wrote, in the reader's script where that is one to one (Serbian Cyrillic for a reader of Latin). */
  show(text: string, contentLocale?: string): string;
}

export interface Languages {
  /** The language in which the house itself speaks when nobody reads. */
  readonly source: Language;
  of(locale: Locale): Language;
}

/** Makes the five languages from catalogues: locale → `room.key` → MessageFormat 2 source. */
export function makeLanguages(catalogues: Catalogues): Languages {
  const made = new Map<Locale, Language>();
  const of = (locale: Locale): Language => {
    const kept = made.get(locale);
    if (kept) return kept;
    const language = makeLanguage(locale, catalogues);
    made.set(locale, language);
    return language;
  };
  return { source: of('en'), of };
}

const INTL: Readonly<Record<Locale, string>> = {
  'sr-Cyrl': 'sr-Cyrl-RS',
  'sr-Latn': 'sr-Latn-RS',
  mk: 'mk-MK',
  sq: 'sq-AL',
  en: 'en-GB',
};

function makeLanguage(locale: Locale, catalogues: Catalogues): Language {
  const intl = INTL[locale];
  const numbers = new Intl.NumberFormat(intl);
  const shares = new Intl.NumberFormat(intl, { style: 'percent', maximumFractionDigits: 0 });
  const lists = new Intl.ListFormat(intl);
  const collator = new Intl.Collator(intl, { numeric: true });
  const days = zoned(intl, { day: 'numeric', month: 'long', year: 'numeric' });
  const minutes = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const moments = zoned(intl, { day: 'numeric', month: 'long', year: 'numeric', ...minutes });
  const clocks = zoned(intl, { timeZoneName: 'longGeneric' });
  const sayings = new Map<string, Saying>();
  const find = (key: string) => findSaying(key, locale, catalogues);
  const latin = makeKept(MOST_LETTERS);
  const momentsSaid = makeKept(MOST_LETTERS / 10);
  return {
    locale,
    say(key, facts) {
      let saying = sayings.get(key);
      if (!saying) {
        saying = find(key) ?? (() => key);
        sayings.set(key, saying);
      }
      return saying(facts);
    },
    knows: (key) => find(key) !== undefined,
    number: (value) => numbers.format(value),
    share: (value) => shares.format(value),
    day: (at, timeZone) => days(timeZone).format(at),
    moment: (at, timeZone) =>
      momentsSaid(`${timeZone} ${Math.floor(at.getTime() / MINUTE)}`, () => moments(timeZone).format(at)),
    clock: (timeZone) =>
      clocks(timeZone)
        .formatToParts()
        .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone,
    list: (items) => lists.format(items),
    compare: collator.compare,
    show: (text, contentLocale) =>
      locale === 'sr-Latn' && contentLocale !== 'mk' && isCyrillic(text) ? latin(text, toLatin) : text,
  };
}

function findSaying(key: string, locale: Locale, catalogues: Catalogues): Saying | undefined {
  const own = catalogues.get(locale === 'sr-Latn' ? 'sr-Cyrl' : locale)?.get(key);
  if (own !== undefined) return compileMessage(own, INTL[locale], locale === 'sr-Latn');
  const english = catalogues.get('en')?.get(key);
  return english === undefined ? undefined : compileMessage(english, INTL.en);
}

/** Formatters cost too much to make per row: one per time zone is kept. */
function zoned(intl: string, options: Intl.DateTimeFormatOptions): (timeZone: string) => Intl.DateTimeFormat {
  const kept = new Map<string, Intl.DateTimeFormat>();
  return (timeZone) => {
    const known = kept.get(timeZone);
    if (known) return known;
    const formatter = new Intl.DateTimeFormat(intl, { ...options, timeZone });
    kept.set(timeZone, formatter);
    return formatter;
  };
}
