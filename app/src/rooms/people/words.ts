import { z } from 'zod';

/** How a person signs what is public: by name, as "a member", or by name only inside the community. */
export const SIGNS_AS = ['name', 'member', 'inside'] as const;
export type SignsAs = (typeof SIGNS_AS)[number];

/** Light or dark; `auto` follows the device. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** A locale a person can read in; the same list as the interface speaks. */
export const PersonLocale = z.enum(['sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en']);

/** What somebody is called, as they write it. */
export const PersonName = z.string().trim().min(1, 'people.invalid.name').max(80, 'people.invalid.name-long');

/** The random token a browser holds while it comes in; the database holds only its hash. */
const Knock = z.string().min(30).max(64);
/** Browser and system in words. */
const Device = z.string().max(80).default('');

/** An email address or a phone number as a person writes it. */
const Target = z.string().trim().min(3, 'people.invalid.target').max(254, 'people.invalid.target');

/** Six digits, with whatever spaces and dashes people put between them. */
const SixDigits = z
  .string()
  .transform((text) => text.replace(/\D/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'people.invalid.code'));

export const AskCode = z.object({ knock: Knock, target: Target });
export const GiveCode = z.object({ knock: Knock, code: SixDigits, device: Device });
export const ChoosePerson = z.object({ knock: Knock, personId: z.uuid(), device: Device });
export const IntroduceOneself = z.object({ knock: Knock, name: PersonName, device: Device });
export const ConfirmAddress = z.object({ knock: Knock, code: SixDigits });

export const UseCard = z.object({
  knock: Knock,
  card: z.string().trim().min(1, 'people.invalid.card').max(60),
  device: Device,
});

/** What a device signed, as browsers write it (WebAuthn); the library checks every part. */
const DeviceResponse = z.looseObject({
  id: z.string().min(8).max(1400),
  response: z.looseObject({ userHandle: z.string().max(200).optional() }),
});

export const AskPasskey = z.object({ knock: Knock });
export const GivePasskey = z.object({ knock: Knock, response: DeviceResponse, device: Device });
export const AddPasskey = GivePasskey;
export const RemovePasskey = z.object({ credentialId: z.string().min(8).max(1400) });

export const RemoveAddress = z.object({ addressId: z.uuid() });

export const ChangeProfile = z.object({
  name: PersonName,
  locale: PersonLocale,
  theme: z.enum(THEMES),
  signsAs: z.enum(SIGNS_AS),
});

/** In which language, script and theme somebody reads; one or both. */
export const ChangeReading = z
  .object({ locale: PersonLocale.optional(), theme: z.enum(THEMES).optional() })
  .refine(({ locale, theme }) => locale !== undefined || theme !== undefined, 'platform.invalid.missing');

/** A place at the table that was just taken: with the browser's knock it becomes the session cookie. */
export interface Seat {
  readonly personId: string;
  readonly sessionId: string;
}

/** What became of a code that somebody typed in. A wrong one is an answer, so that the try is kept. */
export type CodeAnswer =
  | { readonly kind: 'in'; readonly seat: Seat }
  | { readonly kind: 'choose' }
  | { readonly kind: 'wrong'; readonly left: number };

/** Who of the demo is offered at the door, and the words for what they are. */
export const DEMO_ROLE_KEYS = {
  villager: 'people.demo.villager',
  facilitator: 'people.demo.facilitator',
  officer: 'people.demo.officer',
  official: 'people.demo.official',
} as const;
export type DemoRole = keyof typeof DEMO_ROLE_KEYS;

/** One person of the demo who is offered at the door, with the address that their code goes to. */
export interface DemoPerson {
  readonly role: DemoRole;
  readonly name: string;
  readonly address: string;
}

/** Each language under its own name. */
export const LOCALE_NAMES = {
  'sr-Cyrl': 'Српски (ћирилица)',
  'sr-Latn': 'Srpski (latinica)',
  mk: 'Македонски',
  sq: 'Shqip',
  en: 'English',
} as const;

/** The words for each theme. */
export const THEME_KEYS = {
  auto: 'people.theme.auto',
  light: 'people.theme.light',
  dark: 'people.theme.dark',
} as const satisfies Record<Theme, string>;

/** The words for each way to sign, and what it means. */
export const SIGNS_AS_KEYS = {
  name: { label: 'people.signs-as.name', hint: 'people.signs-as.name-hint' },
  member: { label: 'people.signs-as.member', hint: 'people.signs-as.member-hint' },
  inside: { label: 'people.signs-as.inside', hint: 'people.signs-as.inside-hint' },
} as const satisfies Record<SignsAs, { label: string; hint: string }>;

/** By what a session was begun. */
export const HOW_KEYS = {
  code: 'people.how.code',
  card: 'people.how.card',
  passkey: 'people.how.passkey',
} as const;
export type HowIn = keyof typeof HOW_KEYS;

/** Where days are counted on pages that belong to no community and so to no place. */
export const HOUSE_TIME_ZONE = 'Europe/Belgrade';
