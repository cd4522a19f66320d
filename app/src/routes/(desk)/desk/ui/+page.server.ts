import { LOCALES } from '#platform/language/language.ts';
import type { PageServerLoad } from './$types';

/** Shows every part in the language of `?in=mk`, or in the reader's own. */
export const load: PageServerLoad = ({ locals, url }) => {
  const { languages } = locals.house;
  const shown = LOCALES.find((locale) => locale === url.searchParams.get('in')) ?? locals.language.locale;
  return { shown, choices: LOCALES.map((locale) => ({ locale, label: languages.of(locale).say('ui.own-name') })) };
};
