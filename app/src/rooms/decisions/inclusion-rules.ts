import { type InclusionCheck, inclusionChecks, representation, smallestShown, suppressRow } from '@sofra/counting';
import type { GroupResult, GroupRule } from './inclusion-words.ts';
import type { BallotKind, Mark, Method } from './words.ts';

/** Sums by group, of people who said what they are. */
export type Sums = readonly { readonly group: string; readonly count: number }[];

/** What is known of one attribute at closing: sums only, taken from the roll and from who took part, never from ballots. */
export interface AttributeFacts {
  readonly onRoll: number;
  readonly tookPart: number;
  readonly roll: Sums;
  readonly took: Sums;
  /** Who lives here, in hundredths of a percent. */
  readonly benchmark: Sums;
}

/** A group of fewer is not looked at: the answer alone would say too much of its people. */
export const GROUP_LEAST = smallestShown('public');

/** Approval inside a touched group: of so many ballots so many approve of what was decided. */
export interface Approval {
  readonly ballots: number;
  readonly approving: number;
}

/** The least part of those who took part that must have said what they are, else it is not known (ours, not a norm of the sector). */
const LEAST_SAID = 1 / 2;
/** The least part of the roll that must have said it, else the population is compared with (ours). */
const LEAST_SAID_ON_ROLL = 4 / 5;

const sum = (sums: Sums): number => sums.reduce((all, { count }) => all + count, 0);
const of = (sums: Sums, group: string): number => sums.find((one) => one.group === group)?.count ?? 0;

const resultOf = (check: InclusionCheck | undefined): GroupResult['result'] =>
  check === undefined || check.result === 'not-measured' ? 'not-known' : check.result;

/**
 * Whether the group had its part among those who took part. Only people who said what they are count; who did not is never
 * taken for one or the other, and where fewer than half said it nothing is claimed.
 */
export function measureGroup(rule: GroupRule, facts: AttributeFacts, secondRound = false): GroupResult {
  const { attribute, group, subject } = rule;
  const needed = secondRound && rule.second !== null ? rule.second : rule.percent;
  const plain = { rule: rule.rule, attribute, group, subject, needed };
  const said = sum(facts.took);
  const least = smallestShown('desk', [attribute]);
  if (facts.tookPart < least) return { ...plain, result: 'not-known', why: 'too-few' };
  if (said < least || said < facts.tookPart * LEAST_SAID) return { ...plain, result: 'not-known', why: 'few-said' };
  const base = rule.rule === 'share' ? { entitled: said, ofGroup: said, against: undefined } : entitledOf(rule, facts);
  if ('why' in base) return { ...plain, result: 'not-known', why: base.why };
  const asked = `${needed}/100`;
  const voted = of(facts.took, group);
  const [check] = inclusionChecks(
    { entitled: base.entitled, voted: said, groups: [{ group, entitled: base.ofGroup, voted }] },
    { turnout: asked, approval: asked, ...(rule.rule === 'share' ? { shareOfVoters: { [group]: asked } } : {}) },
  );
  const against = base.against === undefined ? {} : { against: base.against };
  return { ...plain, result: resultOf(check), ...against, ...figuresOf(rule, facts, check?.reached) };
}

/** Who is entitled: the roll where most of it said what they are, else the population; a group under eleven is not looked at. */
function entitledOf(
  { group }: GroupRule,
  { onRoll, roll, benchmark }: AttributeFacts,
): { entitled: number; ofGroup: number; against: 'roll' | 'population' } | { why: NonNullable<GroupResult['why']> } {
  const said = sum(roll);
  if (said >= onRoll * LEAST_SAID_ON_ROLL) {
    const ofGroup = of(roll, group);
    return ofGroup < GROUP_LEAST ? { why: 'small-group' } : { entitled: said, ofGroup, against: 'roll' };
  }
  const share = of(benchmark, group);
  if (share === 0) return { why: 'nothing-to-compare' };
  if (share * onRoll < GROUP_LEAST * 10_000) return { why: 'small-group' };
  return { entitled: 10_000, ofGroup: share, against: 'population' };
}

/** The figures, where so many stand behind them that they may be shown in public. */
function figuresOf(
  { attribute, group }: GroupRule,
  { took, tookPart, benchmark }: AttributeFacts,
  reached: number | undefined,
): Partial<GroupResult> {
  const said = sum(took);
  const ofGroup = of(took, group);
  const share = of(benchmark, group);
  const population = share > 0 ? { population: share / 100 } : {};
  const row = suppressRow([ofGroup, said - ofGroup, tookPart - said], smallestShown('public', [attribute]));
  if (row[0] === null || row[1] === null || reached === undefined) return population;
  const { value } =
    share > 0
      ? representation({ group: ofGroup, rest: said - ofGroup, unknown: tookPart - said }, share / 10_000)
      : { value: null };
  return { ...population, reached, said, ofGroup, ...(value === null ? {} : { representation: value }) };
}

/** Approval inside a group that the subject touches: under eleven ballots it is not measured, and only met or missed is said. */
export function measureApproval(rule: GroupRule, approval: Approval | undefined): GroupResult {
  const { attribute, group, subject, percent } = rule;
  const plain = { rule: rule.rule, attribute, group, subject, needed: percent };
  if (!approval || approval.ballots < GROUP_LEAST) return { ...plain, result: 'not-known', why: 'few-ballots' };
  const { ballots, approving } = approval;
  const facts = {
    entitled: ballots,
    voted: ballots,
    groups: [{ group, entitled: ballots, voted: ballots, ballots, approving }],
  };
  const checks = inclusionChecks(facts, { turnout: '0', approval: `${percent}/100`, touched: [group], secret: true });
  return { ...plain, result: resultOf(checks.find((check) => check.rule === 'approval')) };
}

/** Methods whose ballots say of each option whether one approves of it. */
export const APPROVING_METHODS: readonly Method[] = ['majority', 'approval', 'consent', 'score'];

/** Whether a ballot approves of the option: marked, agreed to, or given at least half of the points. */
export function approves(
  { ballotKind, mostPoints }: { readonly ballotKind: BallotKind; readonly mostPoints: number },
  marks: readonly Mark[],
  option: number,
): boolean {
  const value = marks.find((mark) => mark.option === option)?.value;
  if (value === undefined) return false;
  if (ballotKind === 'consent') return value === 3;
  return ballotKind === 'score' ? value * 2 >= mostPoints : true;
}
