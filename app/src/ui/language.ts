import { getContext, setContext } from 'svelte';
import type { Language } from '#platform/language/language.ts';

const KEY = Symbol('language');

/** Set once by the root layout. */
export const provideLanguage = (language: Language): Language => setContext(KEY, language);

/** The reader's language in any component: `const language = useLanguage()` and then `language.say('needs.title')`. */
export const useLanguage = (): Language => getContext<Language>(KEY);
