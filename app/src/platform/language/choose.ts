import { LOCALES, type Locale } from './language.ts';

/** The first locale that the header `Accept-Language` wishes and we speak; Serbian, Bosnian, Croatian and Montenegrin count as Serbian. */
export function chooseLocale(header: string | null, fallback: Locale = 'sr-Latn'): Locale {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag, quality] = part.trim().split(';q=');
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter((wish) => wish.tag !== '' && wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const wish of wishes) {
    const locale = localeOf(wish.tag);
    if (locale) return locale;
  }
  return fallback;
}

/** `sr`, `sr-RS` and `sr-Cyrl-RS` are Cyrillic; `sr-Latn`, `bs`, `hr`, `cnr` and `sh` are Latin. */
function localeOf(tag: string): Locale | undefined {
  if (/^(bs|hr|cnr|sh)\b|^sr-latn/.test(tag)) return 'sr-Latn';
  if (/^sr\b/.test(tag)) return 'sr-Cyrl';
  return LOCALES.find((locale) => tag === locale.toLowerCase() || tag.startsWith(`${locale.toLowerCase()}-`));
}
