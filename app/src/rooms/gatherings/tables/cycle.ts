import type { ColumnType, Generated } from 'kysely';
import type { RegisteredTable } from '#platform/register.ts';

type InCycle = { communityId: string; cycleId: string };
/** Exact: `numeric` comes as text. */
type Money = ColumnType<string, string | number, string | number>;

declare module '#platform/database/tables.ts' {
  interface Tables {
    'gatherings.cycle': {
      communityId: string;
      id: string;
      number: number;
      theme: string;
      about: string;
      locale: string;
      sessionsPlanned: number;
      openedBy: string;
      actingForId: string | null;
      openedAt: Date;
      revisedAt: Generated<Date | null>;
    };
    'gatherings.cycleHost': InCycle & {
      position: number;
      organisationId: string | null;
      hostCommunityId: string | null;
    };
    'gatherings.cycleMoney': InCycle & {
      id: string;
      organisationId: string;
      amount: Money;
      currency: string;
      enteredBy: string;
      enteredAt: Date;
      namedAt: Date | null;
    };
    'gatherings.cycleSession': InCycle & { position: number; gatheringId: string; kind: Generated<string> };
    'gatherings.workingTable': InCycle & {
      id: string;
      position: number;
      number: number;
      kind: string;
      name: string;
      about: string;
      organisationId: string | null;
      setAt: Date;
    };
    'gatherings.tableSeat': InCycle & { personId: string; tableId: string; since: Date; enteredBy: string | null };
    'gatherings.tableModerator': {
      communityId: string;
      tableId: string;
      personId: string;
      namedBy: string;
      namedAt: Date;
      endedAt: Generated<Date | null>;
    };
    'gatherings.expertInput': InCycle & {
      id: string;
      tableId: string | null;
      who: string;
      subject: string;
      text: string;
      locale: string;
      givenOn: string;
      enteredBy: string;
      enteredAt: Date;
    };
    'gatherings.idea': {
      communityId: string;
      id: string;
      tableId: string;
      text: string;
      locale: string;
      saidBy: string | null;
      enteredBy: string | null;
      saidAt: Date;
    };
    'gatherings.recommendation': InCycle & {
      id: string;
      tableId: string;
      position: number;
      title: string;
      text: string;
      locale: string;
      cost: ColumnType<string | null, string | number | null, string | number | null>;
      writtenBy: string;
      writtenAt: Date;
    };
    'gatherings.recommendationRecord': {
      communityId: string;
      id: string;
      recommendationId: string;
      state: string;
      byWhom: string;
      words: string;
      notedBy: string;
      actingForId: string | null;
      notedAt: Date;
    };
    'gatherings.workingGroup': {
      communityId: string;
      id: string;
      tableId: string;
      task: string;
      locale: string;
      dueOn: string;
      formedBy: string;
      formedAt: Date;
    };
    'gatherings.workingGroupMember': { communityId: string; groupId: string; personId: string };
    'gatherings.workingGroupReport': {
      communityId: string;
      groupId: string;
      words: string;
      broughtBy: string;
      broughtAt: Date;
    };
    'gatherings.compositionRule': InCycle & {
      id: string;
      kind: string;
      attribute: string;
      groupName: string;
      least: number;
      setBy: string;
      setAt: Date;
    };
    'gatherings.compositionPicture': InCycle & { drawnOn: string; seated: number };
    'gatherings.compositionFinding': InCycle & { drawnOn: string; ruleId: string; finding: string };
    'gatherings.cycleChoice': InCycle & {
      decisionId: string;
      decisionNumber: number;
      calledBy: string;
      calledAt: Date;
    };
    'gatherings.choiceRecommendation': InCycle & { decisionId: string; recommendationId: string };
  }
}

const line = (table: string, kind: RegisteredTable['class'] = 'public'): RegisteredTable => ({
  table: `gatherings.${table}`,
  distribution: 'community',
  class: kind,
  retention: 'forever',
  archive: true,
});

export const cycleTables: readonly RegisteredTable[] = [
  line('cycle'),
  line('cycle_host'),
  line('cycle_money', 'members'),
  line('cycle_session'),
  line('working_table'),
  line('table_seat', 'members'),
  line('table_moderator'),
  line('expert_input'),
  line('idea'),
  line('recommendation'),
  line('recommendation_record'),
  line('working_group'),
  line('working_group_member', 'members'),
  line('working_group_report'),
  line('composition_rule'),
  line('composition_picture', 'sensitive'),
  line('composition_finding', 'sensitive'),
  line('cycle_choice'),
  line('choice_recommendation'),
];
