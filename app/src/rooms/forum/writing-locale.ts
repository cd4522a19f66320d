import { isCyrillic } from '#platform/language/latin.ts';

/**
 * The locale a text is kept with: the reader's own when it is not Serbian, else Serbian in the script it was typed in. A
 * villager who reads in Latin may well write in Cyrillic.
 */
export function writingLocale(readerLocale: string, text: string): string {
  if (readerLocale !== 'sr-Cyrl' && readerLocale !== 'sr-Latn') return readerLocale;
  return isCyrillic(text) ? 'sr-Cyrl' : 'sr-Latn';
}
