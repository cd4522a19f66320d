import { z } from 'zod';
import { inGathering } from './words.ts';

/** Whom one may call by their role in the community. */
export const INVITED_ROLES = ['member', 'facilitator', 'steward', 'teller', 'official', 'observer'] as const;

/** How somebody said that they come. */
export const COMING_CHANNELS = ['in-person', 'phone', 'sms', 'paper'] as const;

/** How many of the last gatherings count when a place comes free. */
export const LAST_GATHERINGS = 3;

const blank = (value: unknown) => (value === '' || value === null ? undefined : value);

/** Calls everyone with a role, an organisation, or somebody without an address by a sheet of paper. */
export const InvitePeople = z.discriminatedUnion('kind', [
  z.object({ ...inGathering, kind: z.literal('role'), role: z.enum(INVITED_ROLES) }),
  z.object({ ...inGathering, kind: z.literal('organisation'), organisationId: z.uuid('coming.invalid.organisation') }),
  z.object({
    ...inGathering,
    kind: z.literal('paper'),
    name: z.string('coming.invalid.name').trim().min(1, 'coming.invalid.name').max(200),
  }),
]);
export type InvitePeople = z.infer<typeof InvitePeople>;

/** What somebody needs in order to come; all of it may stay empty. */
export const wishes = {
  language: z.string().trim().max(200).default(''),
  access: z.string().trim().max(1000).default(''),
  children: z.preprocess(blank, z.coerce.number('coming.invalid.children').int().min(0).max(20).default(0)),
  travel: z.string().trim().max(1000).default(''),
} as const;
const Wishes = z.object(wishes);
export type Wishes = z.infer<typeof Wishes>;

export const RegisterOneself = z.object({ ...inGathering, ...wishes });
export type RegisterOneself = z.infer<typeof RegisterOneself>;

/** Somebody else is entered: a member, or a name. */
export const RegisterOther = z
  .object({
    ...inGathering,
    ...wishes,
    personId: z.preprocess(blank, z.uuid().optional()),
    name: z.preprocess(blank, z.string().trim().max(200).optional()),
    channel: z.enum(COMING_CHANNELS),
  })
  .refine(({ personId, name }) => (personId === undefined) !== (name === undefined), {
    error: 'coming.invalid.who',
    path: ['name'],
  });
export type RegisterOther = z.infer<typeof RegisterOther>;

export const ChangeWishes = z.object({ ...inGathering, registrationId: z.uuid(), ...wishes });
export type ChangeWishes = z.infer<typeof ChangeWishes>;

export const WithdrawRegistration = z.object({ ...inGathering, registrationId: z.uuid() });
export type WithdrawRegistration = z.infer<typeof WithdrawRegistration>;
