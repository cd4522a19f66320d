import { z } from 'zod';
import { SafePicture } from '#platform/files/safe-picture.ts';
import { TIERS, WRITTEN_LOCALES } from '#rooms/communities/index.ts';

/** How somebody came into the coordinating circle. */
export const CHOSEN_BY = ['founders', 'consent', 'ballot', 'lot', 'turn'] as const;
/** Why a seat in the circle ended, as somebody may say it; `left` is noted when they leave the practice. */
export const SEAT_ENDS = ['turn', 'stepped-down'] as const;
/** Where an item of the plan stands. */
export const PLAN_STATES = ['planned', 'under-way', 'put-off', 'done', 'let-go'] as const;
export type PlanState = (typeof PLAN_STATES)[number];
/** What one can teach, or wishes to learn. */
export const TOPIC_KINDS = ['share', 'wish'] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];
/** What others made of a case. */
export const UPTAKES = ['adopted', 'adapted', 'did-not-work'] as const;
export type Uptake = (typeof UPTAKES)[number];
/** How a contributor wishes to be credited; `no`: not in this case. */
export const CREDITS = ['name', 'member', 'inside', 'no'] as const;
export type Credit = (typeof CREDITS)[number];
/** In which order contributors stand: by the alphabet, or as the authors order them. */
export const CREDIT_ORDERS = ['alphabet', 'own'] as const;
export type CreditOrder = (typeof CREDIT_ORDERS)[number];
/** The questions by which cases are told and laid side by side, in this order. */
export const QUESTIONS = ['context', 'done', 'changed', 'failed', 'notWhere'] as const;
export type Question = (typeof QUESTIONS)[number];
/** Languages in which those who tell a case can be asked about it. */
export const CASE_LANGUAGES = ['sr', 'bs', 'hr', 'cnr', 'mk', 'sq', 'rom', 'en', 'sw'] as const;
/** The seventeen goals of sustainable development, by number. */
export const GOALS = Array.from({ length: 17 }, (_, at) => at + 1);
/** How many cases may lie side by side. */
export const SIDE_BY_SIDE = { least: 2, most: 4 } as const;
/** How many pictures a case may have. */
export const MOST_PICTURES = 4;

const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const blank = (value: unknown) => (value === '' || value === null ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blank, schema.optional());
const day = z.iso.date('practice.invalid.day');
const locale = z.enum(WRITTEN_LOCALES);
const InPractice = z.object({ slug: z.string().max(60) });
const OfCase = InPractice.extend({ number: z.coerce.number().int().min(1) });

/** For whom it is said: oneself (empty), an organisation (`o:ID`) or a community (`c:ID`). */
const Party = z
  .preprocess(
    blank,
    z
      .string()
      .regex(/^(me|[oc]:[\da-f-]{36})$/)
      .default('me'),
  )
  .transform(
    (text): Party => ({
      organisationId: text.startsWith('o:') ? text.slice(2) : null,
      homeCommunityId: text.startsWith('c:') ? text.slice(2) : null,
    }),
  );
/** Whose word it is: an organisation's, a community's, or, when both are empty, the person's own. */
export interface Party {
  readonly organisationId: string | null;
  readonly homeCommunityId: string | null;
}

/** Tags as they are typed: "water, cooperatives"; small letters, each once, at most six. */
const Tags = z.preprocess(
  (value) =>
    typeof value === 'string' ? [...new Set(value.toLowerCase().split(/[,;]+/).map(trimmed).filter(Boolean))] : value,
  z
    .array(z.string().trim().min(2, 'practice.invalid.tags').max(40, 'practice.invalid.tags'))
    .max(6, 'practice.invalid.tags')
    .default([]),
);
const trimmed = (text: string): string => text.trim().replace(/\s+/g, ' ');

export const NameToCircle = InPractice.extend({
  personId: z.uuid('practice.invalid.person'),
  organisationId: optional(z.uuid()),
  chosenBy: z.enum(CHOSEN_BY, 'practice.invalid.chosen-by'),
  untilOn: optional(day),
});
export const EndCircleSeat = InPractice.extend({ seatId: z.uuid(), why: z.enum(SEAT_ENDS) });

export const AddPlanItem = InPractice.extend({
  what: z.string('practice.invalid.what').trim().min(3, 'practice.invalid.what').max(300),
  locale,
  /** `p:ID` or `o:ID`. */
  who: z.string('practice.invalid.who').regex(/^[po]:[\da-f-]{36}$/, 'practice.invalid.who'),
  dueOn: optional(day),
});
export const ChangePlanItem = InPractice.extend({
  itemId: z.uuid(),
  state: z.enum(PLAN_STATES),
  dueOn: optional(day),
  words: words(0, 500).default(''),
}).refine(({ state, dueOn }) => state !== 'put-off' || dueOn, {
  path: ['dueOn'],
  message: 'practice.invalid.put-off',
});

/** The plan's item as commitments name their origin. */
export const PLAN_ITEM = 'plan-item';
export const GiveWord = InPractice.extend({ itemId: z.uuid() });

export const SayTopic = InPractice.extend({
  kind: z.enum(TOPIC_KINDS),
  words: z.string('practice.invalid.topic').trim().min(2, 'practice.invalid.topic').max(200),
  locale,
  tags: Tags,
  party: Party,
  pairing: optional(z.enum(['yes', 'no'])),
});
export const TakeBackTopic = InPractice.extend({ topicId: z.uuid() });
export const AskIntroduction = InPractice.extend({ shareId: z.uuid(), wishId: z.uuid() });
export const AnswerIntroduction = InPractice.extend({ introductionId: z.uuid(), answer: z.enum(['yes', 'not-now']) });

const amount = optional(
  z.coerce.number('practice.invalid.amount').int('practice.invalid.amount').min(0).max(9_000_000_000_000),
);

/** What a case says, question by question. */
export const CaseWords = z.object({
  title: z.string('practice.invalid.title').trim().min(3, 'practice.invalid.title').max(160),
  locale,
  place: words(0, 160).default(''),
  country: z
    .string('practice.invalid.country')
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'practice.invalid.country'),
  happened: words(0, 80).default(''),
  context: words(0, 6000).default(''),
  done: words(0, 6000).default(''),
  changed: words(0, 6000).default(''),
  failed: words(0, 6000).default(''),
  notWhere: words(0, 4000).default(''),
  costAmount: amount,
  costCurrency: optional(
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{3}$/, 'practice.invalid.currency'),
  ),
  costWords: words(0, 1000).default(''),
  languages: z.array(z.enum(CASE_LANGUAGES)).max(9).default([]),
  tags: Tags,
  goals: z.array(z.coerce.number().int().min(1).max(17)).max(17).default([]),
});
export type CaseWords = z.infer<typeof CaseWords>;

const bothOrNone = ({ costAmount, costCurrency }: CaseWords): boolean =>
  (costAmount === undefined) === (costCurrency === undefined);
const BOTH = { path: ['costCurrency'], message: 'practice.invalid.currency' };
const Pictures = {
  pictures: z.array(SafePicture).max(MOST_PICTURES).default([]),
  pictureWords: words(0, 200).default(''),
};

export const WriteCase = InPractice.extend({ ...CaseWords.shape, ...Pictures, party: Party }).refine(bothOrNone, BOTH);
/** A case that learned from another one, and what it made of it. */
export const TakeUpCase = InPractice.extend({
  ...CaseWords.shape,
  ...Pictures,
  party: Party,
  from: z.coerce.number().int().min(1),
  how: z.enum(UPTAKES, 'practice.invalid.how'),
}).refine(bothOrNone, BOTH);
export const ReviseCase = OfCase.extend({ ...CaseWords.shape, ...Pictures, why: words(0, 300).default('') }).refine(
  bothOrNone,
  BOTH,
);
export const OneCase = OfCase;

export const CreditContributor = OfCase.extend({
  /** `p:ID`, `o:ID`, or empty when somebody without an account is named below. */
  who: optional(z.string().regex(/^[po]:[\da-f-]{36}$/, 'practice.invalid.who')),
  outsideName: optional(words(2, 160)),
  outsideTier: optional(z.enum(TIERS)),
  /** How they said they wish to be credited, when they have no account. */
  told: optional(z.enum(CREDITS)),
  part: words(0, 300).default(''),
})
  .refine(({ who, outsideName }) => (who === undefined) !== (outsideName === undefined), {
    path: ['who'],
    message: 'practice.invalid.who',
  })
  .refine(({ outsideName, told }) => outsideName === undefined || told !== undefined, {
    path: ['told'],
    message: 'practice.invalid.told',
  });
export const UncreditContributor = OfCase.extend({ contributorId: z.uuid() });
export const OrderContributors = OfCase.extend({
  order: z.enum(CREDIT_ORDERS),
  /** Contributor and the place in the row that the authors give; empty leaves it. */
  places: z
    .array(z.object({ contributorId: z.uuid(), place: optional(z.coerce.number().int().min(1).max(999)) }))
    .max(60)
    .default([]),
});
export const AnswerCredit = OfCase.extend({ contributorId: z.uuid(), answer: z.enum(CREDITS) });
export const TakeBackCase = OfCase.extend({
  why: z.string('practice.invalid.why').trim().min(3, 'practice.invalid.why').max(500),
});

export const DrawLesson = InPractice.extend({
  /** The case or the gathering it was drawn from. */
  case: optional(z.coerce.number().int().min(1)),
  gathering: optional(z.coerce.number().int().min(1)),
  words: z.string('practice.invalid.lesson').trim().min(3, 'practice.invalid.lesson').max(400),
  locale,
}).refine((lesson) => lesson.case !== undefined || lesson.gathering !== undefined, {
  path: ['words'],
  message: 'practice.invalid.lesson',
});
export const TakeBackLesson = InPractice.extend({ lessonId: z.uuid() });
