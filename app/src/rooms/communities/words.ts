import { z } from 'zod';

/** What kind of community it is. */
export const COMMUNITY_KINDS = ['village', 'quarter', 'association', 'municipality', 'network', 'practice'] as const;
/** How one comes in. */
export const JOININGS = ['open', 'approval', 'invitation'] as const;
/** What ties a person to the place (harm.md 3); `other` never carries a vote. */
export const BELONGINGS = ['lives-here', 'from-here', 'land', 'other'] as const;
/** Ties that a charter may give a vote. */
export const VOTE_TIES = ['lives-here', 'from-here', 'land'] as const;
/** Roles beyond member; a `keeper` reads what comes through the private door. */
export const ROLES = ['facilitator', 'steward', 'teller', 'official', 'observer', 'keeper'] as const;
/** How far an organisation reaches, from the village to the world. */
export const TIERS = ['community', 'local', 'national', 'international'] as const;
/** What an organisation is. */
export const ORGANISATION_KINDS = ['grassroots', 'association', 'municipality', 'donor', 'school', 'media'] as const;
/** What a person may say of themselves; `own` is a group that the community defined. */
export const ATTRIBUTES = ['gender', 'age', 'settlement', 'disability', 'own', 'ethnicity', 'religion'] as const;
/** Off unless the charter turns them on. */
export const ATTRIBUTES_OFF = ['ethnicity', 'religion'] as const;
/** The languages a person or community may write in. */
export const WRITTEN_LOCALES = ['sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en'] as const;
/** Who may do it, where a community may choose, from the widest to the narrowest. */
export const CIRCLES = ['person', 'member', 'facilitator', 'steward'] as const;

export type CommunityKind = (typeof COMMUNITY_KINDS)[number];
export type Joining = (typeof JOININGS)[number];
export type Belonging = (typeof BELONGINGS)[number];
export type VoteTie = (typeof VOTE_TIES)[number];
export type Role = (typeof ROLES)[number];
export type Tier = (typeof TIERS)[number];
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
export type Attribute = (typeof ATTRIBUTES)[number];
export type WrittenLocale = (typeof WRITTEN_LOCALES)[number];
export type Circle = (typeof CIRCLES)[number];

/** One community as every room sees it. */
export interface Community {
  readonly id: string;
  readonly slug: string;
  /** A few letters for short addresses (`/s/n21kmt`); it never changes. */
  readonly code: string;
  readonly kind: CommunityKind;
  readonly name: string;
  readonly englishName: string | null;
  /** The language and script its people mostly write. */
  readonly locale: WrittenLocale;
  readonly about: string;
  readonly place: string;
  readonly country: string;
  readonly timeZone: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly joining: Joining;
  readonly foundedAt: Date;
}

/** One organisation as every room sees it; the names as it writes them, `country` by its two letters. */
export interface Organisation {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly englishName: string | null;
  readonly locale: WrittenLocale;
  readonly tier: Tier;
  readonly kind: OrganisationKind;
  readonly identifier: string | null;
  readonly about: string;
  readonly country: string;
}

/** How a seat on the roll is confirmed; absent: a voice, not yet a vote. */
export type Confirmation = 'card' | 'vouched' | 'founder';

/** One seat at a community's table: since when, how it was taken, what ties the person to the place, and whether it is confirmed. */
export interface Member {
  readonly personId: string;
  readonly joinedAt: Date;
  readonly how: string;
  readonly belonging: Belonging;
  readonly confirmed?: Confirmation;
}

/** An address: small Latin letters, digits and dashes, at most sixty, no dash at either end. */
export const slugOf = z
  .string()
  .trim()
  .regex(/^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/, 'communities.invalid.slug');
const text = (least: number, most: number) => z.string().trim().min(least).max(most);
/** Half of Europe writes a comma. */
const decimal = (value: unknown) => Number(String(value).replace(',', '.'));
const coordinate = (limit: number) =>
  z.preprocess(
    (value) => (value === '' || value === undefined || value === null ? null : decimal(value)),
    z.number().min(-limit).max(limit).nullable(),
  );
const timeZone = text(3, 60).refine(isTimeZone, 'communities.invalid.time-zone');

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

const emptyAsNull = (value: unknown) => (value === '' || value === undefined ? null : value);

/** What one says to found a community. */
export const FoundCommunity = z.object({
  slug: slugOf,
  kind: z.enum(COMMUNITY_KINDS),
  name: text(2, 120),
  englishName: z.preprocess(emptyAsNull, text(2, 120).nullable()),
  locale: z.enum(WRITTEN_LOCALES),
  about: text(0, 4000).default(''),
  place: text(1, 160),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'communities.invalid.country'),
  timeZone,
  latitude: coordinate(90),
  longitude: coordinate(180),
  joining: z.enum(JOININGS),
});
export type FoundCommunity = z.infer<typeof FoundCommunity>;

/** Who answers for the data and which law binds must be known before anyone sits down (harm.md 10). */
export const FoundWithRules = FoundCommunity.extend({
  answersForData: z
    .string('communities.invalid.answers-for-data')
    .trim()
    .min(2, 'communities.invalid.answers-for-data')
    .max(200),
  law: z.string('communities.invalid.law').trim().min(2, 'communities.invalid.law').max(200),
});

/** A new description of a community; its address stays. */
export const EditCommunity = FoundCommunity;
export type EditCommunity = z.infer<typeof EditCommunity>;

/** Which community is meant: its address. */
export const InCommunity = z.object({ slug: slugOf });

/** One line of the population benchmark as it is written down; the share in percent, with two decimals at most. */
export const BenchmarkEntry = z.object({
  attribute: z.enum(ATTRIBUTES),
  group: text(1, 60),
  percent: z.preprocess(decimal, z.number('communities.invalid.percent').min(0).max(100)),
});
export const SetBenchmark = InCommunity.extend({
  lines: z.array(BenchmarkEntry).max(60),
  source: text(2, 200),
  year: z.coerce.number().int().min(1900).max(2200),
});

export const EnterHelpLine = InCommunity.extend({
  name: text(2, 120),
  contact: text(2, 120),
  hours: text(0, 120).default(''),
});
export const EndHelpLine = InCommunity.extend({ helpLineId: z.uuid() });

export const JoinCommunity = InCommunity.extend({
  belonging: z.enum(BELONGINGS, 'communities.invalid.belonging'),
  words: text(0, 1000).default(''),
  /** "I am old enough, or my parents know": how old stands in the charter. */
  oldEnough: z.literal('yes', 'communities.invalid.old-enough'),
});
export const AdmitRequest = InCommunity.extend({ requestId: z.uuid() });
export const DeclineRequest = AdmitRequest.extend({ words: text(0, 1000).default('') });
export const AboutPerson = InCommunity.extend({ personId: z.uuid() });
export const ChangeBelonging = InCommunity.extend({ belonging: z.enum(BELONGINGS) });

export const ProposeRole = AboutPerson.extend({
  role: z.enum(ROLES),
  change: z.enum(['grant', 'end']),
  why: text(0, 1000).default(''),
});
export const AboutRoleChange = InCommunity.extend({ changeId: z.uuid() });
export const StepDown = InCommunity.extend({ role: z.enum(ROLES) });
export const AskRecall = AboutPerson.extend({
  successorId: z.preprocess(emptyAsNull, z.uuid().nullable()),
  why: text(10, 1000),
});

export const RegisterOrganisation = z.object({
  slug: slugOf,
  name: text(2, 160),
  englishName: z.preprocess(emptyAsNull, text(2, 160).nullable()),
  locale: z.enum(WRITTEN_LOCALES),
  tier: z.enum(TIERS),
  kind: z.enum(ORGANISATION_KINDS),
  identifier: z.preprocess(emptyAsNull, text(3, 80).nullable()),
  about: text(0, 4000).default(''),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'communities.invalid.country'),
});
export type RegisterOrganisation = z.infer<typeof RegisterOrganisation>;
export const EditOrganisation = RegisterOrganisation;
export const AboutOrganisation = InCommunity.extend({ organisation: slugOf });
export const AddToOrganisation = z.object({
  organisation: slugOf,
  personId: z.uuid(),
  role: z.enum(['member', 'lead']),
});
export const EndInOrganisation = z.object({ organisation: slugOf, personId: z.uuid() });

/** What a person says of themselves; an empty group is "rather not say". */
export const SayAttribute = InCommunity.extend({
  attribute: z.enum(ATTRIBUTES),
  group: z.string('communities.invalid.group').trim().max(60),
});
export const WithdrawAttribute = InCommunity.extend({ attribute: z.enum(ATTRIBUTES) });
/** What a person may be told the answer is for. */
export const PURPOSE = 'communities.purpose.whose-voice';

/** Groups that every community knows, as they are kept; the catalogue says them under `communities.group.…`. */
export const USUAL_GROUPS: Readonly<Partial<Record<Attribute, readonly string[]>>> = {
  gender: ['woman', 'man', 'other-gender'],
  age: ['under-30', '30-to-44', '45-to-59', '60-and-over'],
  disability: ['with-disability', 'without-disability'],
};
