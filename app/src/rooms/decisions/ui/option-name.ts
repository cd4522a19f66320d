import type { Language } from '#platform/language/language.ts';

/** What of an option its name needs. */
export interface NamedOption {
  readonly code: string;
  readonly name: string;
  readonly standing: 'yes' | 'no' | null;
}

/** An option as this reader reads it: yes and no in their language, everything else as it was written. */
export const optionName = (language: Language, option: NamedOption, locale: string): string =>
  option.standing ? language.say(`decisions.standing.${option.standing}`) : language.show(option.name, locale);

/** Names by the option's code, for the words of an outcome. */
export function namesByCode(
  language: Language,
  options: readonly NamedOption[],
  locale: string,
): (code: string) => string {
  const names = new Map(options.map((option) => [option.code, optionName(language, option, locale)]));
  return (code) => names.get(code) ?? code;
}
