import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';
import type { RowKind } from '#platform/import/check-rows.ts';
import type { Community, WrittenLocale } from '../../words.ts';

/** Somebody to be invited. */
export interface Invitee {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly locale: WrittenLocale;
}

const LANGUAGES: Readonly<Record<string, WrittenLocale>> = {
  sr: 'sr-Cyrl',
  'sr-cyrl': 'sr-Cyrl',
  'sr-latn': 'sr-Latn',
  mk: 'mk',
  sq: 'sq',
  al: 'sq',
  en: 'en',
  srpski: 'sr-Cyrl',
  српски: 'sr-Cyrl',
  македонски: 'mk',
  makedonski: 'mk',
  shqip: 'sq',
  english: 'en',
};

/** What a list of people to invite looks like; phone numbers without a country are of the community's. */
export function invitationRows(community: Pick<Community, 'country' | 'locale'>): RowKind<Invitee> {
  const phone = z.string().transform((written, check) => {
    const number = parsePhoneNumberFromString(written, community.country as CountryCode);
    if (number?.isPossible()) return number.number as string;
    check.addIssue({ code: 'custom', message: 'communities.invalid.phone' });
    return z.NEVER;
  });
  const language = z.string().transform((written, check) => {
    const locale = LANGUAGES[written.trim().toLowerCase()];
    if (locale) return locale;
    check.addIssue({ code: 'custom', message: 'communities.invalid.language' });
    return z.NEVER;
  });
  const schema = z
    .object({
      name: z.string('communities.invalid.name').trim().min(1).max(80),
      email: z.email('communities.invalid.email').max(200).toLowerCase().optional(),
      phone: phone.optional(),
      language: language.optional(),
    })
    .refine(({ email, phone: number }) => email || number, {
      path: ['email'],
      message: 'communities.invalid.no-address',
    })
    .transform(({ language: locale, ...row }): Invitee => ({ ...row, locale: locale ?? community.locale }));
  return {
    columns: {
      name: ['name', 'ime', 'ime i prezime', 'име', 'име и презиме', 'emri'],
      email: ['email', 'e-mail', 'mail', 'e-pošta', 'е-пошта', 'имејл', 'posta elektronike'],
      phone: ['phone', 'telefon', 'mobilni', 'телефон', 'мобилни', 'telefoni'],
      language: ['language', 'jezik', 'језик', 'јазик', 'gjuha'],
    },
    needed: ['name'],
    schema,
    once: ['email', 'phone'],
  };
}
