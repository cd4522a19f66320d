import type { Block } from '#platform/document/document.ts';
import type { Language } from '#platform/language/language.ts';
import type { Composing } from './compose-report.ts';
import type { NamedAs } from './records.ts';

/** "Added on 3 March" for what came after the report was made public; nothing for what stood in it from the start. */
export function addedOn({ records, language }: Composing, at: Date): Block[] {
  const { publishedAt, community } = records;
  if (!publishedAt || at <= publishedAt) return [];
  const day = language.day(at, community.timeZone);
  return [{ kind: 'mark', state: 'added', text: language.say('report.added-on', { day }) }];
}

/** A day `2026-11-24` as people read it. */
export const dayOf = (language: Language, day: string): string => language.day(new Date(`${day}T12:00:00Z`), 'UTC');

/** Somebody as they chose to be named. */
export const nameOf = (language: Language, by: NamedAs): string =>
  'name' in by ? language.show(by.name) : language.say(`report.unnamed.${by.unnamed}`);

const countries = new Map<string, Intl.DisplayNames>();

/** The name of a country by its two letters. */
export function countryName(language: Language, code: string): string {
  let names = countries.get(language.locale);
  if (!names) {
    names = new Intl.DisplayNames([language.locale], { type: 'region' });
    countries.set(language.locale, names);
  }
  return names.of(code) ?? code;
}

/** A speaker, or whoever answers, by name; who has left the house has none any more. */
export const speakerName = (language: Language, name: string): string =>
  name === '' ? language.say('report.unnamed.former') : language.show(name);
