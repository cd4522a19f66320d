import { z } from 'zod';
import { WRITTEN_LOCALES } from '#rooms/communities/index.ts';

/** One anatomy, four kinds. */
export const GATHERING_KINDS = ['assembly', 'forum-session', 'training', 'thematic-event'] as const;
export type GatheringKind = (typeof GATHERING_KINDS)[number];

/** Roles of one gathering; a person may hold several. */
export const GATHERING_ROLES = ['chair', 'moderator', 'rapporteur', 'interpreter'] as const;
export type GatheringRole = (typeof GATHERING_ROLES)[number];

/** Where a gathering stands, by its records and the clock. */
export const GATHERING_STATES = ['called', 'under-way', 'over', 'called-off'] as const;
export type GatheringState = (typeof GATHERING_STATES)[number];

const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const blank = (value: unknown) => (value === '' || value === null ? undefined : value);
const id = z.uuid();

/** One item of the programme: the minute it begins (a moment), how long, what, led by whom. */
export const AgendaItem = z.object({
  startsAt: z.coerce.date(),
  minutes: z.coerce.number().int().min(1).max(1440),
  title: words(1, 300),
  about: words(0, 4000).default(''),
  ledBy: words(0, 200).default(''),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** What everyone is called to. `communityId` is the community in whose house it stands. */
export const CallGathering = z
  .object({
    communityId: id,
    kind: z.enum(GATHERING_KINDS, 'gatherings.invalid.kind'),
    theme: z.string('gatherings.invalid.theme').trim().min(3, 'gatherings.invalid.theme').max(200),
    about: words(0, 8000).default(''),
    locale: z.enum(WRITTEN_LOCALES),
    place: words(0, 200).default(''),
    link: z.preprocess(
      blank,
      z
        .url({ protocol: /^https$/, error: 'gatherings.invalid.link' })
        .max(500)
        .optional(),
    ),
    startsAt: z.coerce.date('gatherings.invalid.moment'),
    endsAt: z.coerce.date('gatherings.invalid.moment'),
    places: z.preprocess(blank, z.coerce.number().int().min(1).max(100_000).optional()),
    registrationUntil: z.preprocess(blank, z.coerce.date('gatherings.invalid.moment').optional()),
    audience: z.enum(['public', 'members']).default('public'),
    hostOrganisationIds: z.array(id).max(20).default([]),
    hostCommunityIds: z.array(id).max(20).default([]),
    agenda: z.array(AgendaItem).max(60).default([]),
  })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, { error: 'gatherings.invalid.ends', path: ['endsAt'] })
  .refine(({ registrationUntil, endsAt }) => !registrationUntil || registrationUntil <= endsAt, {
    error: 'gatherings.invalid.registration-until',
    path: ['registrationUntil'],
  })
  .refine(({ place, link }) => place !== '' || link !== undefined, {
    error: 'gatherings.invalid.place',
    path: ['place'],
  });
export type CallGathering = z.infer<typeof CallGathering>;

/** Which gathering; first in the input of everything that happens to one. */
export const inGathering = { communityId: id, gatheringId: id } as const;

/** Which gathering; nothing more is asked. */
export const InGathering = z.object(inGathering);
export type InGathering = z.infer<typeof InGathering>;

/** The call as it is to stand from now on. */
export const ReviseGathering = CallGathering.safeExtend({ gatheringId: id });
export type ReviseGathering = z.infer<typeof ReviseGathering>;

/** Everyone who said they come is told why. */
export const CallOffGathering = z.object({
  ...inGathering,
  why: z.string('gatherings.invalid.why').trim().min(3, 'gatherings.invalid.why').max(1000),
});
export type CallOffGathering = z.infer<typeof CallOffGathering>;

/** Who does what in this one gathering. */
export const GatheringRoleOf = z.object({ ...inGathering, personId: id, role: z.enum(GATHERING_ROLES) });
export type GatheringRoleOf = z.infer<typeof GatheringRoleOf>;
