const made = new Map<string, Intl.DisplayNames>();

/** A country's name for a reader; its two letters when the language knows none. */
export function countryName(locale: string, country: string): string {
  const names = made.get(locale) ?? new Intl.DisplayNames([locale], { type: 'region' });
  made.set(locale, names);
  return names.of(country) ?? country;
}
