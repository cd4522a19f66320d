import type { Language } from '#platform/language/language.ts';
import { nameFor, type Tier } from '#rooms/communities/index.ts';

/** Somebody as the queries give them. */
export interface Named {
  readonly kind: 'person' | 'organisation' | 'community' | 'outside';
  readonly name: string;
  readonly englishName: string | null;
  readonly locale: string;
  readonly signed: 'name' | 'member' | 'former';
  readonly href: string | null;
  readonly tier: Tier | null;
  readonly country: string | null;
}

/** The name to show; words for who isn't named, and for who left. */
export function partyName(language: Language, party: Named): string {
  if (party.signed === 'former') return language.say('practice.party.former');
  if (party.signed === 'member' || party.name === '') return language.say('practice.party.member');
  if (party.kind === 'person' || party.kind === 'outside') return language.show(party.name);
  return nameFor(language, { ...party, locale: party.locale as Parameters<typeof nameFor>[1]['locale'] });
}

const INTL = { 'sr-Cyrl': 'sr-Cyrl', 'sr-Latn': 'sr-Latn', mk: 'mk', sq: 'sq', en: 'en-GB' } as const;
const names = new Map<string, Intl.DisplayNames>();

/** A country by its two letters, in the reader's language. */
export function countryName({ locale }: Language, code: string): string {
  let known = names.get(locale);
  if (!known) {
    known = new Intl.DisplayNames(INTL[locale], { type: 'region', fallback: 'code' });
    names.set(locale, known);
  }
  return known.of(code) ?? code;
}

/** What it cost, in the reader's digits: an amount, words, or both. */
export function costOf(
  language: Language,
  one: {
    readonly costAmount: number | null;
    readonly costCurrency: string | null;
    readonly costWords: string;
    readonly locale: string;
  },
): string {
  const amount = one.costAmount === null ? '' : `${language.number(one.costAmount)} ${one.costCurrency}`;
  return [amount, language.show(one.costWords, one.locale)].filter(Boolean).join(' · ');
}

/** A day as `2026-11-24`, said in words. */
export const dayOf = (language: Language, day: string): string => language.day(new Date(`${day}T12:00:00Z`), 'UTC');
