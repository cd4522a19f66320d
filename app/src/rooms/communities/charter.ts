import { z } from 'zod';
import { ATTRIBUTES, ATTRIBUTES_OFF, CIRCLES, VOTE_TIES, WRITTEN_LOCALES } from './words.ts';

const percent = z.coerce.number().int().min(0).max(100);
const maybePercent = z.preprocess((value) => (value === '' || value === undefined ? null : value), percent.nullable());

/** A group that a rule protects: an attribute and one of its groups. */
const ProtectedGroup = z.object({ attribute: z.enum(ATTRIBUTES), group: z.string().trim().min(1).max(60) });

/** What a community may choose for itself: who may do it. */
export const CHOICES = ['raiseNeed', 'startThread', 'openDecision', 'invite'] as const;

/** The rules a community gives itself. Percentages are whole numbers. */
export const Charter = z.object({
  choices: z.object({
    raiseNeed: z.enum(CIRCLES).default('person'),
    startThread: z.enum(CIRCLES).default('member'),
    openDecision: z.enum(CIRCLES).default('facilitator'),
    invite: z.enum(CIRCLES).default('member'),
  }),
  /** Ballots needed, in percent of the roll; 0 asks for none. */
  quorumPercent: percent.default(20),
  inclusion: z.object({
    /** Women among the voters, at least; null asks for none. */
    womenPercent: maybePercent.default(40),
    /** Each protected group's own turnout against the general turnout, at least. */
    turnoutPercent: percent.default(60),
    /** Approval inside a group that the subject touches, at least. */
    approvalPercent: percent.default(40),
    protected: z.array(ProtectedGroup).max(12).default([]),
    /** Subjects that touch a group: a decision about one of them asks for approval inside it. */
    subjects: z
      .array(ProtectedGroup.extend({ subject: z.string().trim().min(2).max(80) }))
      .max(8)
      .default([]),
    /** The lower bar of a second round, so that a boycott can't block for ever. */
    secondRound: z.object({
      quorumPercent: percent.default(10),
      womenPercent: maybePercent.default(30),
      turnoutPercent: percent.default(40),
      /** For how many days a vote goes on, once, when a group is missing at its end. */
      days: z.coerce.number().int().min(1).max(60).default(7),
    }),
  }),
  languages: z.array(z.enum(WRITTEN_LOCALES)).min(1, 'communities.invalid.languages'),
  voteBy: z.array(z.enum(VOTE_TIES)).min(1, 'communities.invalid.vote-by'),
  ageToJoin: z.coerce.number().int().min(0).max(18).default(16),
  /** Attributes that are off unless named here. */
  attributesOn: z.array(z.enum(ATTRIBUTES_OFF)).default([]),
  /** Of the members, how many must ask for it before a steward is recalled. */
  recallPercent: percent.min(10).default(50),
  answersForData: z.string().trim().min(2, 'communities.invalid.answers-for-data').max(200),
  law: z.string().trim().min(2, 'communities.invalid.law').max(200),
  keptMonths: z.coerce.number().int().min(1).max(600).default(60),
  /** Who hosts the server, and so could read what lies on it. */
  host: z.string().trim().max(200).default(''),
});
export type Charter = z.infer<typeof Charter>;

/** The age from which one may join alone, by country (harm.md 10). */
const ageToJoinIn = (country: string): number => ({ RS: 15, KE: 18 })[country] ?? 16;

/** A charter to begin with: plain rules, nothing sensitive asked. */
export const plainCharter = (known: {
  readonly country: string;
  readonly locale: Charter['languages'][number];
  readonly answersForData: string;
  readonly law: string;
  readonly host?: string;
}): Charter =>
  Charter.parse({
    choices: {},
    inclusion: { secondRound: {} },
    languages: [known.locale],
    voteBy: ['lives-here'],
    ageToJoin: ageToJoinIn(known.country),
    answersForData: known.answersForData,
    law: known.law,
    host: known.host ?? '',
  });

/** A charter as it stands: the rules, the number of the version, who wrote it and when. */
export interface WrittenCharter {
  readonly version: number;
  readonly rules: Charter;
  readonly writtenAt: Date;
  readonly writtenBy: string;
  readonly why: string;
}
