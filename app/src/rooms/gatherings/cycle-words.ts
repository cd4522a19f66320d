import { z } from 'zod';
import { ATTRIBUTES, WRITTEN_LOCALES } from '#rooms/communities/index.ts';
import { GROUNDS, SECRECIES } from '#rooms/decisions/index.ts';

/** Sessions of a community forum: six to eight is the usual. */
export const USUAL_SESSIONS = 7;
/** Tables that vote, the free one and the public body's included. */
export const MOST_TABLES = 10;
/** Women among those seated, in percent, unless the organisers say otherwise. */
export const USUAL_WOMEN = 40;

/** A table by interest · the free one · the public body's · the organisers', which has no vote. */
export const TABLE_KINDS = ['interest', 'free', 'public-body', 'organisers'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** What became of a recommendation. */
export const RECOMMENDATION_STATES = ['not-answered', 'taken-up', 'done', 'refused'] as const;
export type RecommendationState = (typeof RECOMMENDATION_STATES)[number];

/** What a rule on who sits there asks: a group's share of everyone in percent, or at how many tables somebody of it sits. */
export const RULE_KINDS = ['share', 'spread'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];
/** All that is ever said of a rule while tables fill. */
export const FINDINGS = ['met', 'not-met', 'not-known'] as const;
export type Finding = (typeof FINDINGS)[number];

/** How a choice by tables may be counted. */
export const CHOICE_METHODS = ['approval', 'irv', 'equal-shares', 'score', 'consent'] as const;

const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const blank = (value: unknown) => (value === '' || value === null ? undefined : value);
const locale = z.enum(WRITTEN_LOCALES);
const day = z.iso.date('cycle.invalid.day');
const money = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().replace(',', '.') : value),
  z.coerce.number('cycle.invalid.money').positive('cycle.invalid.money').max(999_999_999_999),
);
const idList = z.preprocess(
  (list) => (Array.isArray(list) ? list.filter((one) => one !== '') : list === undefined || list === '' ? [] : [list]),
  z.array(z.uuid()).max(60),
);

/** Where it is: the community's address and the number people call the cycle by. */
const InCycle = z.object({ slug: z.string().max(60), number: z.coerce.number().int().min(1) });
const place = z.coerce.number().int().min(0).max(MOST_TABLES);
const AtTable = InCycle.extend({ table: place });

export const OpenCycle = z.object({
  slug: z.string().max(60),
  theme: z.string('cycle.invalid.theme').trim().min(3, 'cycle.invalid.theme').max(200),
  about: words(0, 8000).default(''),
  locale,
  sessionsPlanned: z.coerce.number('cycle.invalid.sessions').int().min(1).max(20).default(USUAL_SESSIONS),
  /** The public body that sits at a table of its own. */
  publicBodyId: z.preprocess(blank, z.uuid().optional()),
  hostOrganisationIds: idList.default([]),
  hostCommunityIds: idList.default([]),
});
export type OpenCycle = z.infer<typeof OpenCycle>;

/** What of a cycle may be said otherwise while it goes on. */
export const ReviseCycle = InCycle.extend({
  theme: z.string('cycle.invalid.theme').trim().min(3, 'cycle.invalid.theme').max(200),
  about: words(0, 8000).default(''),
  sessionsPlanned: z.coerce.number('cycle.invalid.sessions').int().min(1).max(20),
});

export const AddSession = InCycle.extend({ gathering: z.coerce.number('cycle.invalid.gathering').int().min(1) });
export const SecureMoney = InCycle.extend({
  organisationId: z.uuid('cycle.invalid.organisation'),
  amount: money,
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, 'cycle.invalid.currency'),
  /** Who receives it agreed that the source and the sum are named. */
  named: z.preprocess(blank, z.literal('yes').optional()),
});
export const SetTable = InCycle.extend({ name: words(2, 80), about: words(0, 2000).default('') });
export const NameModerator = AtTable.extend({ personId: z.uuid('cycle.invalid.person') });
export const SetRule = InCycle.extend({
  kind: z.enum(RULE_KINDS),
  attribute: z.enum(ATTRIBUTES),
  group: words(1, 60),
  least: z.coerce.number('cycle.invalid.least').int().min(1, 'cycle.invalid.least').max(100, 'cycle.invalid.least'),
}).refine(({ kind, least }) => kind === 'share' || (least >= 2 && least <= MOST_TABLES), {
  path: ['least'],
  error: 'cycle.invalid.least-tables',
});

export const ChooseTable = AtTable;
/** Somebody at the desk or a moderator enters it for a person who asked. */
export const SeatAtTable = AtTable.extend({ personId: z.uuid('cycle.invalid.person') });
export const LeaveTable = InCycle;

export const WriteInput = InCycle.extend({
  table: z.preprocess(blank, place.optional()),
  who: words(2, 200),
  subject: words(2, 200),
  text: words(0, 8000).default(''),
  locale,
  givenOn: day,
});
export const WriteIdea = AtTable.extend({
  text: words(3, 2000),
  locale,
  /** `yes`: with one's name; else it stands without. */
  named: z.preprocess(blank, z.literal('yes').optional()),
});
export const WriteRecommendation = AtTable.extend({
  title: words(3, 200),
  text: words(0, 4000).default(''),
  locale,
  cost: z.preprocess(blank, money.optional()),
});
export const FormGroup = AtTable.extend({
  task: words(3, 1000),
  locale,
  dueOn: day,
  personIds: idList.default([]),
});
export const BringReport = InCycle.extend({ groupId: z.uuid(), words: words(3, 4000) });
export const TalkAtTable = AtTable.extend({ text: words(1, 8000), locale });

export const CallChoice = InCycle.extend({
  question: words(5, 300),
  paper: words(0, 20_000).default(''),
  locale,
  recommendationIds: idList.refine((ids) => new Set(ids).size >= 2, 'cycle.invalid.two-recommendations'),
  method: z.enum(CHOICE_METHODS, 'cycle.invalid.method'),
  secrecy: z.enum(SECRECIES).default('secret'),
  budget: z.preprocess(blank, money.optional()),
  currency: z.preprocess(
    blank,
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{3}$/, 'cycle.invalid.currency')
      .optional(),
  ),
  opensAt: z.coerce.date('cycle.invalid.moment'),
  closesAt: z.coerce.date('cycle.invalid.moment'),
  restsOn: z.enum(GROUNDS).default('nothing-yet'),
  answerer: z.preprocess(blank, words(2, 200).optional()),
  answerBy: z.preprocess(blank, day.optional()),
}).refine(({ method, budget, currency }) => method !== 'equal-shares' || (budget !== undefined && currency), {
  path: ['budget'],
  error: 'cycle.invalid.budget',
});
export type CallChoice = z.infer<typeof CallChoice>;

export const NoteRecommendation = InCycle.extend({
  recommendationId: z.uuid(),
  state: z.enum(RECOMMENDATION_STATES, 'cycle.invalid.state'),
  byWhom: words(0, 200).default(''),
  words: words(0, 2000).default(''),
})
  .refine(({ state, byWhom }) => state !== 'taken-up' || byWhom.length >= 2, {
    path: ['byWhom'],
    error: 'cycle.invalid.by-whom',
  })
  .refine((record) => record.state !== 'refused' || record.words.length >= 3, {
    path: ['words'],
    error: 'cycle.invalid.reason',
  });
