import type { Language } from '#platform/language/language.ts';
import { type Attribute, type Community, type Organisation, USUAL_GROUPS } from './words.ts';

type Named = Pick<Community | Organisation, 'name' | 'englishName' | 'locale'>;

/** The name as this reader should see it: in their script, or in English where they read English and there is such a name. */
export const nameFor = (language: Language, { name, englishName, locale }: Named): string =>
  language.locale === 'en' && englishName
    ? `${englishName} · ${language.show(name, locale)}`
    : language.show(name, locale);

/** The name of a group a person may say they are of: the catalogue's for the usual ones, else as the community wrote it. */
export function groupFor(language: Language, group: string): string {
  const key = `communities.group.${group}`;
  return language.knows(key) ? language.say(key) : language.show(group);
}

/** The group that is meant by what somebody wrote: one of the usual ones under its name in their language, else as written. */
export function groupNamed(language: Language, attribute: Attribute, written: string): string {
  const plain = written.trim().toLocaleLowerCase(language.locale);
  const usual = USUAL_GROUPS[attribute] ?? [];
  return (
    usual.find((group) => groupFor(language, group).toLocaleLowerCase(language.locale) === plain) ?? written.trim()
  );
}
