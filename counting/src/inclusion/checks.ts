import { compare, multiply, parseRational, type Rational, rational } from '../rational.ts';

/** The rules of measure I8 that a decision carries. Shares are exact text: `0.6` or `3/5`. */
export interface InclusionRules {
  /** Ballots needed altogether; absent when the charter asks for none. */
  readonly headcount?: number;
  /** A protected group's turnout ÷ general turnout must reach this (0.6 by default, ours). */
  readonly turnout: string;
  /** Instead of the turnout rule, by group: its least share of the voters (for example women 0.4). */
  readonly shareOfVoters?: Readonly<Record<string, string>>;
  /** Groups that the subject touches, as the charter names them: approval inside them must reach `approval`. */
  readonly touched?: readonly string[];
  /** 0.4 by default, ours. */
  readonly approval: string;
  /** In a secret decision the outcome shows passed or not, and no share. */
  readonly secret?: boolean;
}

/** What was counted. Turnout comes from the list of those who took part; approval only from ballots that carry the attribute. */
export interface InclusionFacts {
  readonly entitled: number;
  readonly voted: number;
  readonly groups: readonly {
    readonly group: string;
    readonly entitled: number;
    readonly voted: number;
    /** Ballots that carry this attribute, and those of them that approve. */
    readonly ballots?: number;
    readonly approving?: number;
  }[];
}

/** One rule and what came of it. `not-measured` fails nobody. */
export interface InclusionCheck {
  readonly rule: 'headcount' | 'turnout' | 'share-of-voters' | 'approval';
  readonly group?: string;
  readonly result: 'met' | 'missed' | 'not-measured';
  /** What was asked for, exact text. */
  readonly needed: string;
  /** What was reached, as a number for display; absent when it isn't measured or must not be shown. */
  readonly reached?: number;
}

/** Measure I8 as it stands when a charter says nothing else. */
export const PLAIN_RULES: InclusionRules = { turnout: '0.6', approval: '0.4' };

/** Under this many, approval inside a group is not asked for (eligible) and not measured (ballots). */
export const GROUP_LEAST = 11;

type GroupFacts = InclusionFacts['groups'][number];

const reaches = (part: number, whole: number, share: Rational): boolean =>
  compare(rational(part), multiply(rational(whole), share)) >= 0;

function takesPart(facts: InclusionFacts, rules: InclusionRules, group: GroupFacts): InclusionCheck {
  const asked = rules.shareOfVoters?.[group.group];
  const needed = asked ?? rules.turnout;
  const rule = asked === undefined ? 'turnout' : 'share-of-voters';
  const base = asked === undefined ? group.entitled * facts.voted : facts.voted;
  const part = asked === undefined ? group.voted * facts.entitled : group.voted;
  if (base === 0) return { rule, group: group.group, result: 'not-measured', needed };
  const met = reaches(part, base, parseRational(needed));
  return { rule, group: group.group, result: met ? 'met' : 'missed', needed, reached: part / base };
}

function approves(rules: InclusionRules, group: GroupFacts): InclusionCheck {
  const plain = { rule: 'approval', group: group.group, needed: rules.approval } as const;
  const ballots = group.ballots ?? 0;
  if (group.entitled < GROUP_LEAST || ballots < GROUP_LEAST) return { ...plain, result: 'not-measured' };
  const approving = group.approving ?? 0;
  const result = reaches(approving, ballots, parseRational(rules.approval)) ? 'met' : 'missed';
  return rules.secret ? { ...plain, result } : { ...plain, result, reached: approving / ballots };
}

/**
 * Measure I8: every rule with its result, in order: headcount, then each group's part, then approval inside the groups touched.
 * Compared exactly. A touched group that the facts do not list is `not-measured`. Throws a RangeError when a share is no number.
 */
export function inclusionChecks(facts: InclusionFacts, rules: InclusionRules = PLAIN_RULES): InclusionCheck[] {
  const checks: InclusionCheck[] = [];
  if (rules.headcount !== undefined) {
    const result = facts.voted >= rules.headcount ? 'met' : 'missed';
    checks.push({ rule: 'headcount', result, needed: String(rules.headcount), reached: facts.voted });
  }
  for (const group of facts.groups) checks.push(takesPart(facts, rules, group));
  for (const name of rules.touched ?? []) {
    const group = facts.groups.find((one) => one.group === name);
    checks.push(approves(rules, group ?? { group: name, entitled: 0, voted: 0 }));
  }
  return checks;
}
