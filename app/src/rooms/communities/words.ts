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
export const TIERS = ['community', 'local', 'national', 'international'] as const;
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

export interface Member {
  readonly personId: string;
  readonly joinedAt: Date;
  readonly how: string;
  readonly belonging: Belonging;
  readonly confirmed?: Confirmation;
}

export const slugOf = z
  .string()
  .trim()
  .regex(/^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/, 'communities.invalid.slug');
const text = (least: number, most: number) => z.string().trim().min(least).max(most);
const coordinate = (limit: number) =>
  z.preprocess(
    (value) => (value === '' || value === undefined || value === null ? null : Number(value)),
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

/** A new description of a community; its address stays. */
export const EditCommunity = FoundCommunity.omit({ slug: true }).extend({ communityId: z.uuid() });
export type EditCommunity = z.infer<typeof EditCommunity>;
