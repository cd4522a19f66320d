import { z } from 'zod';
import { ATTRIBUTES, type Attribute, type Charter, mayAskFor } from '#rooms/communities/index.ts';

/** What a rule looks at: a group's share of those who vote, its turnout beside the rest's, or approval inside it. */
export const GROUP_RULES = ['share', 'turnout', 'approval'] as const;
export type GroupRuleKind = (typeof GROUP_RULES)[number];

/** One rule on a group as it binds one decision. Percentages are whole numbers. */
export interface GroupRule {
  readonly rule: GroupRuleKind;
  readonly attribute: Attribute;
  readonly group: string;
  readonly percent: number;
  /** The lower bar of a second round; absent where the charter sets none. */
  readonly second: number | null;
  /** The charter's word for what touches the group; only for approval. */
  readonly subject: string | null;
}

/** A group that a paper adds, or one that a subject of the charter touches. */
export interface PaperGroup {
  readonly rule: 'turnout' | 'approval';
  readonly attribute: Attribute;
  readonly group: string;
  readonly subject: string | null;
}

/** What came of one rule. What is not known fails nobody. */
export interface GroupResult extends Omit<GroupRule, 'percent' | 'second'> {
  readonly result: 'met' | 'missed' | 'not-known';
  /** Why it is not known. */
  readonly why?: 'too-few' | 'few-said' | 'small-group' | 'few-ballots' | 'nothing-to-compare';
  /** In percent, as it was in force. */
  readonly needed: number;
  /** A share for `share`, turnout ÷ general turnout for `turnout`; absent where so few stand behind it that it is not shown. */
  readonly reached?: number;
  /** Of those who took part, how many said what they are, and how many of these are of the group; only beside `reached`. */
  readonly said?: number;
  readonly ofGroup?: number;
  /** What the group's part was compared with. */
  readonly against?: 'roll' | 'population';
  /** The group's share of the population in percent, where a benchmark says it. */
  readonly population?: number;
  /** Measure I1: share among those who took part ÷ share of the population; absent with `reached`. */
  readonly representation?: number;
}

/** How a decision stands to its whole table (measures.md, I8). */
export const TABLE_STATES = ['whole-table', 'advisory', 'no-quorum'] as const;
export type TableState = (typeof TABLE_STATES)[number];

/** What was measured at closing. */
export interface InclusionFacts {
  readonly state: TableState;
  readonly results: readonly GroupResult[];
  /** Whether the lower bar of the second round was in force. */
  readonly second: boolean;
  /** Whether the vote went on once because a group was missing. */
  readonly wentOn: boolean;
}

/** What the form of a paper offers about whose voice may not be missing. */
export interface PaperInclusion {
  /** What the charter asks of every decision. */
  readonly rules: readonly GroupRule[];
  /** Groups a paper may add, each as `attribute:group`. */
  readonly groups: readonly { readonly value: string; readonly attribute: string; readonly group: string }[];
  readonly subjects: readonly { readonly subject: string; readonly groups: readonly string[] }[];
  /** What the paper has chosen. */
  readonly chosenGroups: readonly string[];
  readonly chosenSubjects: readonly string[];
  /** Measure I7: fewer than half of those who would decide are women, as far as they said; no figure is given. */
  readonly fewWomen: boolean;
}

/** Every rule on groups that binds a decision: those of the charter first, then what its paper adds. */
export function groupRulesOf({ inclusion, ...rest }: Charter, added: readonly PaperGroup[]): GroupRule[] {
  const { womenPercent, turnoutPercent, approvalPercent, secondRound, protected: named } = inclusion;
  const turnout = (group: { attribute: Attribute; group: string }): GroupRule => ({
    rule: 'turnout',
    attribute: group.attribute,
    group: group.group,
    percent: turnoutPercent,
    second: secondRound.turnoutPercent,
    subject: null,
  });
  const women = { attribute: 'gender', group: 'woman' } as const;
  const same = (a: { attribute: string; group: string }) => (b: { attribute: string; group: string }) =>
    a.attribute === b.attribute && a.group === b.group;
  const shared = womenPercent ? [women] : [];
  const watched = [...named, ...added.filter(({ rule }) => rule === 'turnout')].filter(
    (one, at, all) => !shared.some(same(one)) && all.findIndex(same(one)) === at,
  );
  const rules: GroupRule[] = [
    ...shared.map(
      (one): GroupRule => ({
        ...one,
        rule: 'share',
        percent: womenPercent ?? 0,
        second: secondRound.womenPercent,
        subject: null,
      }),
    ),
    ...(turnoutPercent > 0 ? watched.map(turnout) : []),
    ...added
      .filter(({ rule }) => rule === 'approval')
      .map(({ attribute, group, subject }): GroupRule => {
        return { rule: 'approval', attribute, group, percent: approvalPercent, second: null, subject };
      }),
  ];
  return rules.filter(({ attribute, percent }) => percent > 0 && mayAskFor({ inclusion, ...rest }, attribute));
}

/** Attributes that the rules of a decision need; only these are asked for. */
export const attributesOf = (rules: readonly GroupRule[]): Attribute[] => [
  ...new Set(rules.map(({ attribute }) => attribute)),
];

const text = (least: number, most: number) => z.string().trim().min(least).max(most);
const decisionIn = { communityId: z.uuid(), decisionId: z.uuid() };
const group = { attribute: z.enum(ATTRIBUTES), group: z.string('communities.invalid.group').trim().max(60) };

/** Says something of oneself because a rule of this decision needs it; an empty group says "rather not say". */
export const SayGroup = z.object({ ...decisionIn, ...group });
export type SayGroup = z.infer<typeof SayGroup>;

/** How a whole group was invited while the vote goes on; `group` is one text `attribute:group` in a form. */
export const NoteOutreach = z.object({ ...decisionIn, ...group, words: text(3, 1000) });
export type NoteOutreach = z.infer<typeof NoteOutreach>;

/** `attribute:group` as a form carries it. */
export function groupFromText(written: unknown): { attribute: string; group: string } {
  const [attribute = '', ...name] = String(written ?? '').split(':');
  return { attribute, group: name.join(':') };
}
