import type { Language } from '#platform/language/language.ts';

/** How somebody is named, as the queries give it. */
export interface ShownName {
  readonly name: string;
  readonly signed: 'name' | 'member' | 'former' | 'somebody';
}

/** The name to show, or the words for a member, a former member, or somebody without an account. */
export function nameOf(language: Language, { name, signed }: ShownName): string {
  if (signed === 'name') return language.show(name);
  if (signed === 'former') return language.say('people.former-member');
  return language.say(signed === 'member' ? 'commitments.a-member' : 'commitments.somebody');
}

/** A day as it is kept (`2026-11-24`), in the reader's words. */
export const dayOf = (language: Language, on: string): string => language.day(new Date(`${on}T12:00:00Z`), 'UTC');
