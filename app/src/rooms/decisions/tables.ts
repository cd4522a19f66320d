import type { ColumnType, Generated } from 'kysely';
import type { RegisteredTable } from '#platform/register.ts';
import type { GroupResult } from './inclusion-words.ts';
import type { MethodOptions } from './words.ts';

type Json<Shape> = ColumnType<Shape, string, string>;
type InDecision = { communityId: string; decisionId: string };

/** One mark: the option's position on the paper and what was put beside it. */
type Marks = Json<readonly { option: number; value: number }[]>;

/** The rules that were missed when a vote went on. */
type Missed = readonly Pick<GroupResult, 'rule' | 'attribute' | 'group' | 'needed'>[];

declare module '#platform/database/tables.ts' {
  interface Tables {
    'decisions.decision': {
      communityId: string;
      id: string;
      number: number;
      question: string;
      paper: string;
      locale: string;
      secrecy: string;
      method: string;
      methodOptions: Json<MethodOptions>;
      ballotKind: string;
      budget: string | null;
      currency: string | null;
      opensAt: Date | null;
      closesAt: Date | null;
      publishSingleBallots: boolean;
      interest: string;
      interestOrganisationId: string | null;
      restsOn: string;
      answerer: string | null;
      answerBy: string | null;
      weight: Generated<string>;
      tableAttribute: string | null;
      imported: boolean;
      draftedBy: string | null;
      draftedAt: Date;
      revisedAt: Generated<Date | null>;
    };
    'decisions.option': InDecision & {
      position: number;
      code: string;
      name: string;
      about: string;
      standing: string | null;
      cost: string | null;
      excludes: string | null;
      announced: boolean | null;
    };
    'decisions.decisionNeed': InDecision & { needId: string };
    'decisions.paperGroup': InDecision & {
      rule: string;
      attribute: string;
      groupName: string;
      subject: string | null;
    };
    'decisions.outreach': InDecision & {
      id: string;
      attribute: string;
      groupName: string;
      words: string;
      notedBy: string;
      notedAt: Date;
    };
    'decisions.touchedSum': InDecision & {
      attribute: string;
      groupName: string;
      ballots: number;
      approving: Json<readonly number[]>;
    };
    'decisions.teller': InDecision & { side: string; personId: string };
    'decisions.paperTable': InDecision & { label: string; votes: boolean; weight: Generated<string> };
    'decisions.seating': InDecision & { personId: string; label: string };
    'decisions.calling': InDecision & { calledAt: Date; calledBy: string };
    'decisions.opening': InDecision & {
      openedAt: Date;
      openedBy: string | null;
      charterVersion: number;
      voteBy: Json<readonly string[]>;
      onRoll: number;
      quorumPercent: number;
      quorumLeast: number;
      weight: Generated<string>;
    };
    'decisions.roll': InDecision & {
      personId: string;
      belonging: string;
      confirmed: string;
      weight: Generated<string>;
      tableLabel: Generated<string | null>;
      tableVotes: Generated<boolean>;
    };
    'decisions.rollObjection': InDecision & {
      id: string;
      saidBy: string;
      saidAt: Date;
      aboutId: string | null;
      words: string;
    };
    'decisions.rollAnswer': {
      communityId: string;
      objectionId: string;
      answeredBy: string;
      answeredAt: Date;
      words: string;
    };
    'decisions.extension': InDecision & {
      extendedAt: Date;
      /** Absent: the house itself, because a group was missing; then `missed` says which. */
      extendedBy: string | null;
      why: string | null;
      missed: ColumnType<Missed | null, string | null | undefined, never>;
      earlierClosesAt: Date;
      closesAt: Date;
    };
    'decisions.withdrawal': InDecision & {
      withdrawnAt: Date;
      withdrawnBy: string;
      why: string;
      sweptAt: Generated<Date | null>;
    };
    'decisions.openBox': InDecision & { closesAt: Date };
    'decisions.ballot': InDecision & {
      personId: string;
      closesAt: Date;
      castAt: Date;
      receipt: string;
      marks: Marks;
      reason: string;
    };
    'decisions.participation': InDecision & { personId: string; onDay: string };
    'decisions.closure': InDecision & {
      closedAt: Date;
      closedBy: string | null;
      ballots: number;
      sweptAt: Generated<Date | null>;
    };
    'decisions.countedTable': InDecision & { label: string; countedAs: string };
    'decisions.sealedBallot': InDecision & {
      id: string;
      marks: Marks;
      reason: string;
      weight: Generated<string>;
      tableLabel: Generated<string | null>;
    };
    'decisions.namedBallot': InDecision & { personId: string; marks: Marks; reason: string };
    'decisions.receipt': InDecision & { code: string };
    'decisions.outcome': InDecision & {
      version: number;
      computedAt: Date;
      counted: Json<unknown>;
      facts: Json<unknown>;
    };
    'decisions.answer': InDecision & {
      id: string;
      answeredAt: Date;
      answeredBy: string;
      actingForId: string | null;
      verdict: string;
      words: string;
    };
    'decisions.tablePicture': InDecision & { drawnOn: string; tookPart: number; groups: Json<unknown> };
    'decisions.import': {
      communityId: string;
      id: string;
      fileName: string;
      startedAt: Date;
      finishedAt: Generated<Date | null>;
      voters: Generated<number | null>;
      notes: Json<unknown>;
    };
    'decisions.importedPart': { communityId: string; importId: string; part: number; rows: number; bytes: Buffer };
  }
}

const ROOM = 'decisions';
const line = (table: string, kind: RegisteredTable['class'], more: Partial<RegisteredTable> = {}): RegisteredTable => ({
  table: `${ROOM}.${table}`,
  distribution: 'community',
  class: kind,
  retention: 'forever',
  archive: true,
  ...more,
});

/** This room's lines of the register. */
export const decisionsTables: readonly RegisteredTable[] = [
  line('decision', 'public'),
  line('option', 'public'),
  line('decision_need', 'public'),
  line('teller', 'public'),
  line('paper_table', 'public'),
  line('seating', 'members'),
  line('calling', 'public'),
  line('opening', 'public'),
  line('roll', 'members'),
  line('roll_objection', 'members'),
  line('roll_answer', 'members'),
  line('extension', 'public'),
  line('paper_group', 'public'),
  line('outreach', 'public'),
  line('touched_sum', 'secret', { retention: 'until it is counted', archive: false }),
  line('withdrawal', 'public'),
  line('open_box', 'public', { retention: 'until closing', archive: false }),
  line('ballot', 'secret', { retention: 'until closing', archive: false }),
  line('participation', 'secret', { archive: false, given: true }),
  line('closure', 'public'),
  line('counted_table', 'public'),
  line('sealed_ballot', 'secret'),
  line('named_ballot', 'members'),
  line('receipt', 'members'),
  line('outcome', 'public'),
  line('answer', 'public'),
  line('table_picture', 'public'),
  line('import', 'public'),
  line('imported_part', 'public'),
];
