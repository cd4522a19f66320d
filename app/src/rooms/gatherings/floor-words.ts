import { z } from 'zod';
import { WRITTEN_LOCALES } from '#rooms/communities/index.ts';
import { namesSource, SOURCE_MISSING, whyFolded } from '#rooms/moderation/index.ts';

/** What becomes of a question, by its records. */
export const QUESTION_STATES = ['asked', 'taken', 'answered', 'answered-in-writing', 'owed', 'declined'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** What a moderator can say came of a question. */
export const SETTLED_STATES = ['answered', 'answered-in-writing', 'owed', 'declined'] as const;

/** Ways in which a question or a reflection comes in for somebody else. */
export const ENTERED_CHANNELS = ['hall', 'paper', 'sms'] as const;

/** What a speaker may say of themself. */
export const DECLARATIONS = ['woman', 'grassroots'] as const;
export type Declaration = (typeof DECLARATIONS)[number];

/** Whose words they are: about the speaker, the case they bring, the sum of an answer. */
export const WORDS_KINDS = ['profile', 'case', 'answer'] as const;
export type WordsKind = (typeof WORDS_KINDS)[number];

/** Groups that an asker may name for themself, at most. */
export const MOST_GROUPS = 6;

const blank = (value: unknown) => (value === '' || value === null ? undefined : value);
const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const line = (least: number, most: number) =>
  z
    .string('floor.invalid.text')
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(least, 'floor.invalid.text').max(most, 'floor.invalid.long'));
const locale = z.enum(WRITTEN_LOCALES);
const optionalId = z.preprocess(blank, z.uuid().optional());
const country = z.preprocess(
  blank,
  z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'floor.invalid.country')
    .optional(),
);
/** A ticked box, or its absence. */
const tick = z.preprocess((value) => value === true || value === 'yes' || value === 'on', z.boolean());

/** Where it happens: the community's address and the gathering's number. */
export const AtGathering = z.object({ slug: z.string().max(60), number: z.coerce.number().int().min(1) });
const AtQuestion = AtGathering.extend({ question: z.coerce.number().int().min(1) });
const AtSpeaker = AtGathering.extend({ speakerId: z.uuid() });
const AtConclusion = AtGathering.extend({ conclusion: z.coerce.number().int().min(1) });

/** A browser or phone at this gathering: made by the web out of its cookie, never by a form. */
const Hand = z.uuid();

const Speaker = {
  /** An account of this house; then what they say of themself and approve is their own. */
  personId: optionalId,
  name: z.string('floor.invalid.name').trim().min(1, 'floor.invalid.name').max(120),
  organisationId: optionalId,
  organisation: words(0, 160).default(''),
  country,
  profile: words(0, 2000).default(''),
  caseWords: words(0, 6000).default(''),
  locale,
};

export const AddSpeaker = AtGathering.extend(Speaker);
export const EditSpeaker = AtSpeaker.extend(Speaker);
export const OneSpeaker = AtSpeaker;

/** `rather-not` takes back what was said. `stated`: entered for the speaker, who said so and agreed that it is kept. */
export const DeclareSpeaker = AtSpeaker.extend({
  about: z.enum(DECLARATIONS),
  said: z.enum(['yes', 'no', 'rather-not']),
  stated: tick.default(false),
});

export const WriteWords = AtSpeaker.extend({
  kind: z.enum(WORDS_KINDS),
  /** The number of the question, for an answer. */
  question: z.preprocess(blank, z.coerce.number().int().min(1).optional()),
  text: z.string('floor.invalid.text').trim().min(1, 'floor.invalid.text').max(6000),
  locale,
}).refine(({ kind, question }) => (kind === 'answer') === (question !== undefined), {
  path: ['question'],
  message: 'floor.invalid.question',
});

const Asked = {
  text: line(3, 400),
  locale,
  /** A written name; who is signed in and lets it stand empty asks under the name of their account, unless `unnamed`. */
  name: words(0, 80).default(''),
  unnamed: tick.default(false),
  /** A group the asker names for themself. */
  group: z.preprocess(blank, z.coerce.number().int().min(1).max(12).optional()),
};

/** From the web. `hand` is who cannot be seen: the browser. `id` was made there before it was sent: what arrives twice is one. */
const FromHand = { ...Asked, id: optionalId, hand: Hand };
export const AskQuestion = AtGathering.extend(FromHand);
export type AskQuestion = z.infer<typeof AskQuestion>;
/** Questions of many hands without an account, as they came in together; `from` is the address of each. */
export const AskTogether = AtGathering.extend({
  questions: z
    .array(z.object({ ...FromHand, from: z.string().max(60) }))
    .min(1)
    .max(100),
});
/** Entered by a helper for somebody in the hall. */
export const EnterQuestion = AtGathering.extend({
  ...Asked,
  channel: z.enum(ENTERED_CHANNELS),
  /** The one who asks was heard here before. */
  heardBefore: tick.default(false),
});
export const SupportQuestion = AtQuestion.extend({ hand: Hand });
/** Many hands at once, as they came in together in one process; each is counted by itself. */
export const CountHands = AtGathering.extend({
  hands: z
    .array(z.object({ question: z.number().int().min(1), hand: Hand }))
    .min(1)
    .max(500),
});
export const TakeQuestion = AtQuestion;

export const SettleQuestion = AtQuestion.extend({
  state: z.enum(SETTLED_STATES),
  speakerId: optionalId,
  byName: words(0, 160).default(''),
  dueOn: z.preprocess(blank, z.iso.date('floor.invalid.day').optional()),
  words: words(0, 4000).default(''),
  locale,
})
  .refine(({ state, words }) => state !== 'declined' || words.length >= 3, {
    path: ['words'],
    message: 'floor.invalid.reason',
  })
  .refine(({ state, speakerId, byName }) => state === 'declined' || speakerId !== undefined || byName !== '', {
    path: ['byName'],
    message: 'floor.invalid.by',
  })
  .refine(({ state, words }) => state !== 'answered-in-writing' || words.length >= 3, {
    path: ['words'],
    message: 'floor.invalid.text',
  })
  .refine(({ state, dueOn }) => state === 'owed' || dueOn === undefined, {
    path: ['dueOn'],
    message: 'floor.invalid.due',
  });
export type SettleQuestion = z.infer<typeof SettleQuestion>;

/** A question by its number. */
export const FoldLine = AtQuestion.extend(whyFolded).refine(namesSource, SOURCE_MISSING);

/** What is on now; neither: a pause. */
export const PutOnFloor = AtGathering.extend({
  speakerId: optionalId,
  item: z.preprocess(blank, z.coerce.number().int().min(1).optional()),
}).refine(({ speakerId, item }) => !(speakerId && item), { path: ['item'], message: 'floor.invalid.item' });

export const SetFloor = AtGathering.extend({
  questions: z.enum(['open', 'closed']),
  /** Names of groups, in their order; empty asks nobody. */
  groups: z
    .array(words(0, 60))
    .max(MOST_GROUPS)
    .transform((names) => [...new Set(names.filter((name) => name.length > 1))])
    .default([]),
});

const Said = { text: line(3, 280), locale, name: words(0, 80).default(''), unnamed: tick.default(false) };
export const WriteReflection = AtGathering.extend({ ...Said, hand: Hand });
export const EnterReflection = AtGathering.extend({ ...Said, channel: z.enum(ENTERED_CHANNELS) });

const conclusionText = z.string('floor.invalid.text').trim().min(3, 'floor.invalid.text').max(1000);
export const WriteConclusion = AtGathering.extend({ text: conclusionText, locale });
/** `version` is the wording that was read. */
const AtWording = AtConclusion.extend({ version: z.coerce.number().int().min(1) });
export const ConfirmConclusion = AtWording;
export const AmendConclusion = AtWording.extend({ text: conclusionText, locale, why: words(0, 500).default('') });
export const AnswerAmendment = AtGathering.extend({
  amendmentId: z.uuid(),
  answer: z.enum(['taken', 'not-taken']),
  words: words(0, 500).default(''),
}).refine(({ answer, words }) => answer === 'taken' || words.length >= 3, {
  path: ['words'],
  message: 'floor.invalid.reason',
});

/** What is to be done, by whom (`me`, `name`, or `person:` and `organisation:` with an id) and by when. */
export const RecordNextStep = AtGathering.extend({
  what: z.string('floor.invalid.text').trim().min(3, 'floor.invalid.text').max(300),
  words: words(0, 2000).default(''),
  locale,
  by: z.union([z.enum(['me', 'name']), z.string().regex(/^(person|organisation):[0-9a-f-]{36}$/)], {
    error: 'floor.invalid.by-whom',
  }),
  /** Who said so, when they have no account; `agreed`: they said yes to their name in public. */
  name: z.preprocess(blank, words(2, 160).optional()),
  agreed: tick.default(false),
  dueOn: z.iso.date('floor.invalid.day'),
}).refine(({ by, name }) => by !== 'name' || name !== undefined, { path: ['name'], message: 'floor.invalid.name' });
