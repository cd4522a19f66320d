import type { Language } from '#platform/language/language.ts';

/** How somebody signed, as the queries give it. */
export interface Signed {
  readonly name: string;
  readonly signed: 'name' | 'member' | 'former' | 'nobody';
}

/** The name to show: the person's, or the words for a member, a former member, or a voice without account. */
export function signatureOf(language: Language, { name, signed }: Signed): string {
  if (signed === 'name') return language.show(name);
  if (signed === 'former') return language.say('people.former-member');
  return language.say(signed === 'member' ? 'forum.a-member' : 'needs.a-voice');
}
