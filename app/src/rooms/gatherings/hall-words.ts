import { z } from 'zod';
import { WRITTEN_LOCALES } from '#rooms/communities/index.ts';
import { inGathering } from './words.ts';

/** What is recorded in a hall. */
export const HALL_KINDS = ['attendance', 'count', 'speaking', 'hands', 'minutes'] as const;
export type HallKind = (typeof HALL_KINDS)[number];

/** Groups by which speaking time is counted: those one may say aloud of oneself in a full hall. */
export const SPEAKING_ATTRIBUTES = ['gender', 'age', 'settlement', 'own'] as const;

const whole = (most: number) => z.coerce.number().int().min(0).max(most);
/** A form says "yes"; a program may say true. */
const yes = z.preprocess((value) => value === true || value === 'yes', z.boolean());

const PresentValue = z.object({ present: z.boolean() });
const CountValue = z.object({ count: whole(100_000) });
const SpeakingValue = z.object({ seconds: whole(360_000), turns: whole(10_000), speakers: whole(10_000) });
const HandsValue = z.object({ yes: whole(100_000), no: whole(100_000), abstain: whole(100_000) });
const MinutesValue = z.object({ text: z.string().trim().min(1, 'hall.invalid.text').max(40_000) });

/** What may stand under each kind of thing. */
export const HALL_VALUES = {
  attendance: PresentValue,
  count: CountValue,
  speaking: SpeakingValue,
  hands: HandsValue,
  minutes: MinutesValue,
} as const;

/** Totals of one group: seconds, turns, and how many people they were. */
export type SpeakingTotal = z.infer<typeof SpeakingValue>;

/** What stands under one thing of the hall; null: nothing was recorded. */
export type HallValue =
  | z.infer<typeof PresentValue>
  | z.infer<typeof CountValue>
  | SpeakingTotal
  | z.infer<typeof HandsValue>
  | z.infer<typeof MinutesValue>;

/** What the device believed to stand before: the value, or its JSON as a form field holds it. */
const base = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => {
    if (typeof given !== 'string') return given ?? null;
    try {
      return JSON.parse(given || 'null');
    } catch {
      return 'unreadable';
    }
  }, value.nullable());

const entry = {
  /** Made on the device; the same key twice is one entry. */
  key: z.uuid(),
  /** By the device's clock; never later than it arrives. */
  happenedAt: z.coerce.date(),
};
/** Of whom: `gender|woman`; empty: everyone in the hall. */
const of = z.string().trim().max(80).default('');
const filled = (value: unknown) => (value === '' ? undefined : value);

/** One thing that a device recorded, with flat fields as a form has them. */
export const HallEntry = z.discriminatedUnion('kind', [
  z
    .object({
      ...entry,
      kind: z.literal('attendance'),
      // Exactly one: a person with an account, somebody on the list, or a name.
      personId: z.preprocess(filled, z.uuid().optional()),
      registrationId: z.preprocess(filled, z.uuid().optional()),
      name: z.preprocess(filled, z.string().trim().max(200).optional()),
      present: yes,
      base: base(PresentValue),
    })
    .refine(({ personId, registrationId, name }) => [personId, registrationId, name].filter(Boolean).length === 1),
  z.object({ ...entry, kind: z.literal('count'), of, ...CountValue.shape, base: base(CountValue) }),
  z.object({
    ...entry,
    kind: z.literal('speaking'),
    /** Empty: somebody who declined to be counted by group. */
    group: z.string().trim().max(60).default(''),
    minutes: whole(600).default(0),
    seconds: whole(36_000).default(0),
    /** They speak for the first time here. */
    first: yes,
    base: base(SpeakingValue),
  }),
  z.object({
    ...entry,
    kind: z.literal('hands'),
    question: z.string().trim().min(3).max(300),
    of,
    ...HandsValue.shape,
    base: base(HandsValue),
  }),
  z.object({
    ...entry,
    kind: z.literal('minutes'),
    locale: z.enum(WRITTEN_LOCALES),
    ...MinutesValue.shape,
    base: base(MinutesValue),
  }),
]);
export type HallEntry = z.infer<typeof HallEntry>;

/** What one device sends, in the order in which it happened. Each entry is read and answered by itself. */
export const RecordInHall = z.object({
  ...inGathering,
  deviceId: z.uuid(),
  entries: z
    .array(z.looseObject({ key: z.uuid() }))
    .min(1)
    .max(200),
});
export type RecordInHall = z.infer<typeof RecordInHall>;

/** What became of one entry. */
export interface HallAnswer {
  readonly key: string;
  readonly answer: 'done' | 'conflict' | 'refused';
  /** A stable reason `hall.some-reason`, when it was refused. */
  readonly reason?: string;
  /** The reason in the reader's language. */
  readonly sentence?: string;
  /** What stands now: the next `base`. Absent when the entry was refused or had arrived before. */
  readonly standing?: HallValue | null;
}

export const AnnounceSpeakingTime = z.object({ ...inGathering, attribute: z.enum(SPEAKING_ATTRIBUTES) });
export type AnnounceSpeakingTime = z.infer<typeof AnnounceSpeakingTime>;

/** `seen` is what stood when the person decided, as JSON; when it has changed since, nothing is settled. */
export const SettleConflict = z.object({
  ...inGathering,
  conflictId: z.uuid(),
  /** `both`: of speaking time, two turns were meant and both count. */
  as: z.enum(['standing', 'arrived', 'both', 'other']),
  seen: z.string().max(100_000),
  /** The third value, when both were wrong: fields of its kind. */
  value: z.record(z.string(), z.unknown()).optional(),
});
export type SettleConflict = z.infer<typeof SettleConflict>;

/** Lays a wording before those who were there. */
export const LayMinutes = z.object({ ...inGathering, version: z.coerce.number().int().min(1) });
export type LayMinutes = z.infer<typeof LayMinutes>;

/** Confirms a wording, or says what is wrong with it. */
export const AnswerMinutes = z
  .object({
    ...inGathering,
    version: z.coerce.number().int().min(1),
    answer: z.enum(['confirmed', 'objected']),
    words: z.string().trim().max(2000).default(''),
  })
  .refine(({ answer, words }) => answer === 'confirmed' || words.length >= 3, {
    error: 'hall.invalid.words',
    path: ['words'],
  });
export type AnswerMinutes = z.infer<typeof AnswerMinutes>;
