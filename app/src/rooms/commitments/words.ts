import { z } from 'zod';
import { slugOf, WRITTEN_LOCALES } from '#rooms/communities/index.ts';

/** What those a word was given to may say of it. */
export const REPLIES = ['kept', 'late', 'changed', 'not-kept'] as const;
export type Reply = (typeof REPLIES)[number];

/** Where a given word stands: nothing said yet · what all say who answered last · they say different things · taken back. */
export const STATES = ['given', ...REPLIES, 'differing', 'taken-back'] as const;
export type State = (typeof STATES)[number];

/** Views of the list. `waits`: asked about and not answered yet. */
export const VIEWS = ['all', 'waits', 'kept', 'late', 'changed', 'not-kept'] as const;
export type View = (typeof VIEWS)[number];

/** Months after the day a word was given at which it is asked about. */
export const ASKED_AFTER_MONTHS = [1, 3, 6] as const;

/** How who gave it is named: by name · as a member · by name only for those who sit here (harm.md 7). */
export const SIGNINGS = ['name', 'member', 'inside'] as const;
export type SignsAs = (typeof SIGNINGS)[number];

/** Who finds a given word: everyone, or members alone. */
export const AUDIENCES = ['public', 'members'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Why a given word is taken back. */
export const TAKING_BACK_REASONS = ['withdrawn', 'not-mine', 'by-desk', 'left'] as const;
export type TakingBackReason = (typeof TAKING_BACK_REASONS)[number];

const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const blank = (value: unknown) => (value === '' || value === null ? undefined : value);
const id = z.uuid();
const locale = z.enum(WRITTEN_LOCALES);
const what = z.string('commitments.invalid.what').trim().min(3, 'commitments.invalid.what').max(300);
const day = z.iso.date('commitments.invalid.day');
const someDay = z.preprocess(blank, day.optional());

/** Whose word it is. */
export const ByWhom = z.union([
  z.strictObject({ personId: id }),
  z.strictObject({ organisationId: id }),
  z.strictObject({ name: words(2, 160), signsAs: z.enum(SIGNINGS).default('inside') }),
]);
export type ByWhom = z.infer<typeof ByWhom>;

/** Whom it is given to, when it isn't the community itself. */
export const ToWhom = z.union([z.strictObject({ organisationId: id }), z.strictObject({ communityId: id })]);
export type ToWhom = z.infer<typeof ToWhom>;

/** Where it was given: a thing of another room with its id, the path of its page and its title as it was written. */
export const Origin = z.object({
  kind: z.string().regex(/^[a-z][a-z-]{1,39}$/),
  id,
  address: z
    .string()
    .max(300)
    .regex(/^\/[^/]/),
  title: words(1, 300),
});
export type Origin = z.infer<typeof Origin>;

/** A given word as other rooms record it. */
export const RecordCommitment = z.object({
  communityId: id,
  what,
  words: words(0, 2000).default(''),
  locale,
  by: ByWhom,
  to: ToWhom.optional(),
  /** The day it is due, `2026-11-24`; absent: no day was said. */
  dueOn: day.optional(),
  /** The day it was given; absent: today where the community lives. */
  madeOn: day.optional(),
  audience: z.enum(AUDIENCES).default('public'),
  origin: Origin.optional(),
});
export type RecordCommitment = z.input<typeof RecordCommitment>;

/** `me`, `name`, or `person:` and `organisation:` with an id: one choice of a form. */
const By = z.union([z.enum(['me', 'name']), z.string().regex(/^(person|organisation):[0-9a-f-]{36}$/)], {
  error: 'commitments.invalid.by',
});
const To = z.preprocess(
  blank,
  z
    .string()
    .regex(/^(community|organisation):[0-9a-f-]{36}$/)
    .optional(),
);

const InCommunity = z.object({ slug: slugOf });

/** A given word as somebody writes it down by hand. */
export const MakeCommitment = InCommunity.extend({
  what,
  words: words(0, 2000).default(''),
  locale,
  by: By.default('me'),
  /** Who gave it, when they have no account; `agreed`: they said yes to their name in public. */
  name: z.preprocess(blank, words(2, 160).optional()),
  agreed: z.preprocess(blank, z.literal('yes').optional()),
  to: To,
  dueOn: day,
  audience: z.enum(AUDIENCES).default('public'),
}).refine(({ by, name }) => by !== 'name' || name !== undefined, {
  error: 'commitments.invalid.name',
  path: ['name'],
});
export type MakeCommitment = z.infer<typeof MakeCommitment>;

/** Where it is: the community's address and the number people call the word by. */
export const OneCommitment = InCommunity.extend({ number: z.coerce.number().int().min(1) });

export const AnswerCommitment = OneCommitment.extend({
  answer: z.enum(REPLIES, 'commitments.invalid.answer'),
  newOn: someDay,
  words: words(0, 1000).default(''),
  locale,
})
  .refine(({ answer, newOn }) => answer !== 'late' || newOn !== undefined, {
    error: 'commitments.invalid.new-day',
    path: ['newOn'],
  })
  .refine(({ answer, words }) => answer !== 'changed' || words.length >= 3, {
    error: 'commitments.invalid.how',
    path: ['words'],
  })
  .refine(({ answer, words }) => answer !== 'not-kept' || words.length >= 3, {
    error: 'commitments.invalid.why',
    path: ['words'],
  });

export const SayOwnWord = OneCommitment.extend({ words: words(3, 1000), locale });

export const AgreeAnew = OneCommitment.extend({ what, dueOn: someDay, why: words(3, 1000), locale });

export const TakeBack = OneCommitment.extend({
  /** "I never gave this word": for what somebody else wrote down. */
  notMine: z.preprocess(blank, z.literal('yes').optional()),
  why: words(0, 1000).default(''),
});
