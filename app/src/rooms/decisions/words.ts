import { z } from 'zod';

/** Every way of counting a decision of ours can have. */
export const METHODS = [
  'majority',
  'approval',
  'irv',
  'equal-shares',
  'consent',
  'score',
  'schulze',
  'greedy',
] as const;
export type Method = (typeof METHODS)[number];

/** The four plain questions and the talk beside them; what is not here stands behind "another way". */
export const PLAIN_METHODS = ['majority', 'approval', 'irv', 'equal-shares', 'consent'] as const;
/** Ways of counting behind "another way". */
export const OTHER_METHODS = ['score', 'schulze', 'greedy'] as const;

/** Whether a ballot is joined with a name: `secret` ones lose theirs at closing, `named` ones are read with it. */
export const SECRECIES = ['secret', 'named'] as const;
/** Who has an interest in how one votes; with any of them single ballots are never published. */
export const INTERESTS = ['none', 'public-body', 'employer', 'funder'] as const;
/** What an outcome can rest on (harm.md 11). */
export const GROUNDS = [
  'community-word',
  'signed-agreement',
  'citizens-assembly',
  'local-council',
  'nothing-yet',
] as const;
/** What whoever must answer an outcome says to it. */
export const VERDICTS = ['accepted', 'partly', 'declined'] as const;
/** Consent marks from the gravest to the lightest, in the order of counting's scale. */
export const CONSENT_MARKS = ['block', 'concern', 'stand-aside', 'agree'] as const;
/** What a yes-or-no decision needs to carry. */
export const THRESHOLDS = ['1/2', '2/3'] as const;
/** By what the chairs of the drawn table may be grouped. */
export const TABLE_ATTRIBUTES = ['gender', 'age', 'settlement', 'own'] as const;
/** What stands beside an option on a ballot: 1 for a yes, points, a share of points, a place from 1, or a mark of consent. */
export const BALLOT_KINDS = ['approval', 'score', 'cumulative', 'ranked', 'consent'] as const;

/** What a ballot weighs: a person one, or every working table the same. */
export const WEIGHTS = ['person', 'table'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** Fewer ballots than these from one table are never counted apart in a secret decision. */
export const LEAST_AT_TABLE = 3;

/** The working tables a paper names and who sits where: each person at one of them, a table without a vote included. */
export interface Seating {
  readonly tables: readonly { readonly label: string; readonly votes: boolean }[];
  readonly seats: readonly { readonly personId: string; readonly label: string }[];
}

export type Secrecy = (typeof SECRECIES)[number];
export type Interest = (typeof INTERESTS)[number];
export type Ground = (typeof GROUNDS)[number];
export type Verdict = (typeof VERDICTS)[number];
export type BallotKind = (typeof BALLOT_KINDS)[number];

/** Where a decision stands. `sealed`: closed, the count is on its way. `closing`: its minute has passed, the box is being sealed. */
export const STATES = ['draft', 'called', 'open', 'closing', 'sealed', 'counted', 'withdrawn'] as const;
export type DecisionState = (typeof STATES)[number];

/** What an outcome may be called once it is counted. */
export const RESULTS = ['carried', 'not-carried', 'no-quorum', 'nothing-marked', 'imported'] as const;
export type Result = (typeof RESULTS)[number];

/** Every choice a method leaves open; what is absent is the usual of counting. */
export interface MethodOptions {
  readonly threshold?: string;
  readonly mostPoints?: number;
  readonly completion?: string;
  readonly exhaustive?: 'yes' | 'no';
  readonly comparison?: 'yes' | 'no';
  readonly misfit?: 'skip' | 'stop';
  /** Greedy: options below this many points are not funded. */
  readonly scoreAtLeast?: string;
  /** Ranked budgets of imported files: Borda counts down from here. */
  readonly longestBallot?: number;
  readonly valueScale?: number;
}

/** One mark on a ballot: the option's position on the paper, and what `BallotKind` says stands beside it. */
export const Mark = z.object({
  option: z.number().int().min(1).max(10_000),
  value: z.number().int().min(0).max(10_000),
});
export type Mark = z.infer<typeof Mark>;

const text = (least: number, most: number) => z.string().trim().min(least).max(most);
const decisionIn = { communityId: z.uuid(), decisionId: z.uuid() };
const emptyAsNull = (value: unknown) => (value === '' || value === undefined ? null : value);
const ticked = z.preprocess((value) => value === true || value === 'yes', z.boolean());
const money = z
  .string()
  .trim()
  .regex(/^\d{1,15}([.,]\d{1,2})?$/, 'decisions.invalid.money')
  .transform((amount) => amount.replace(',', '.'));

const OptionRow = z.object({
  name: text(1, 200),
  about: z.string().trim().max(4000).default(''),
  cost: z.preprocess((value) => emptyAsNull(value), money.nullable()).default(null),
});

const rows = z.preprocess(
  (list) => (Array.isArray(list) ? list.filter((row) => row && Object.values(row).some((cell) => cell !== '')) : []),
  z.array(OptionRow).max(100),
);

const idList = z.preprocess(
  (list) => (Array.isArray(list) ? [...new Set(list.filter((id) => id !== ''))] : []),
  z.array(z.uuid()).max(20),
);

const textList = (most: number) =>
  z.preprocess(
    (list) => [...new Set([list ?? []].flat().filter((line) => line !== ''))],
    z.array(z.string().trim().min(1).max(most)).max(12),
  );

/** The paper of a decision, as its author writes it. Times are moments; a form's local minutes are turned into them before. */
export const Paper = z
  .object({
    communityId: z.uuid(),
    question: text(5, 300),
    paper: z.string().trim().max(20_000).default(''),
    locale: z.enum(['sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en']),
    secrecy: z.enum(SECRECIES),
    method: z.enum(METHODS, 'decisions.invalid.method'),
    threshold: z.enum(THRESHOLDS).default('1/2'),
    mostPoints: z.coerce.number().int().min(2).max(100).default(5),
    options: rows,
    budget: z.preprocess(emptyAsNull, money.nullable()).default(null),
    currency: z
      .preprocess(
        emptyAsNull,
        z
          .string()
          .trim()
          .toUpperCase()
          .regex(/^[A-Z]{3}$/, 'decisions.invalid.currency')
          .nullable(),
      )
      .default(null),
    opensAt: z.coerce.date('decisions.invalid.minute'),
    closesAt: z.coerce.date('decisions.invalid.minute'),
    publishSingleBallots: ticked.default(false),
    interest: z.enum(INTERESTS).default('none'),
    interestOrganisationId: z.preprocess(emptyAsNull, z.uuid().nullable()).default(null),
    restsOn: z.enum(GROUNDS).default('nothing-yet'),
    answerer: z.preprocess(emptyAsNull, text(2, 200).nullable()).default(null),
    answerBy: z.preprocess(emptyAsNull, z.iso.date('decisions.invalid.day').nullable()).default(null),
    tableAttribute: z.preprocess(emptyAsNull, z.enum(TABLE_ATTRIBUTES).nullable()).default(null),
    needIds: idList.default([]),
    tellerIds: idList.default([]),
    /** Groups whose turnout is looked at besides those of the charter, each as `attribute:group`. */
    groups: textList(70).default([]),
    /** Subjects of the charter that this paper is about. */
    subjects: textList(80).default([]),
  })
  .superRefine((paper, problems) => {
    const say = (path: keyof typeof paper, message: string) =>
      problems.addIssue({ code: 'custom', path: [path], message });
    const budgeted = paper.method === 'equal-shares' || paper.method === 'greedy';
    const least = paper.method === 'majority' ? 0 : paper.method === 'consent' ? 1 : 2;
    if (paper.options.length < least)
      say('options', least === 1 ? 'decisions.invalid.one-option' : 'decisions.invalid.two-options');
    if (new Set(paper.options.map(({ name }) => name.toLowerCase())).size < paper.options.length)
      say('options', 'decisions.invalid.same-option');
    if (budgeted && paper.budget === null) say('budget', 'decisions.invalid.budget');
    if (budgeted && paper.currency === null) say('currency', 'decisions.invalid.currency');
    if (budgeted && paper.options.some(({ cost }) => cost === null)) say('options', 'decisions.invalid.cost');
    if (paper.closesAt <= paper.opensAt) say('closesAt', 'decisions.invalid.closes-before');
    if (paper.publishSingleBallots && paper.interest !== 'none')
      say('publishSingleBallots', 'decisions.invalid.interest');
    if ((paper.answerer === null) !== (paper.answerBy === null)) say('answerBy', 'decisions.invalid.answer-by');
    if (paper.tellerIds.length !== 0 && paper.tellerIds.length !== 2) say('tellerIds', 'decisions.invalid.two-tellers');
  });
export type Paper = z.infer<typeof Paper>;

export const RevisePaper = Paper.safeExtend({ decisionId: z.uuid() });
export type RevisePaper = z.infer<typeof RevisePaper>;

/** Which decision; nothing more is asked. */
export const OneDecision = z.object(decisionIn);
export type OneDecision = z.infer<typeof OneDecision>;

export const CastBallot = z.object({
  ...decisionIn,
  marks: z.array(Mark).max(1000),
  /** Why one blocks: read by everyone, without a name in a secret decision. */
  reason: z.string().trim().max(1000).default(''),
});
export type CastBallot = z.infer<typeof CastBallot>;

/** What someone carries away: it shows that a ballot is in the box and nothing of what it says. */
export interface Receipt {
  readonly code: string;
}

export const ObjectToRoll = z.object({
  ...decisionIn,
  aboutId: z.preprocess(emptyAsNull, z.uuid().nullable()).default(null),
  words: text(3, 1000),
});
export type ObjectToRoll = z.infer<typeof ObjectToRoll>;

export const AnswerObjection = z.object({ communityId: z.uuid(), objectionId: z.uuid(), words: text(3, 1000) });
export type AnswerObjection = z.infer<typeof AnswerObjection>;

export const ExtendDecision = z.object({
  ...decisionIn,
  closesAt: z.coerce.date('decisions.invalid.minute'),
  why: text(3, 1000),
});
export type ExtendDecision = z.infer<typeof ExtendDecision>;

export const WithdrawDecision = z.object({ ...decisionIn, why: text(3, 1000) });
export type WithdrawDecision = z.infer<typeof WithdrawDecision>;

export const RecordAnswer = z.object({ ...decisionIn, verdict: z.enum(VERDICTS), words: text(3, 5000) });
export type RecordAnswer = z.infer<typeof RecordAnswer>;
