import type { Generated } from 'kysely';
import type { RegisteredTable } from '#platform/register.ts';
import type { NeedState, OfferKind } from './words.ts';

interface OfNeed {
  communityId: string;
  needId: string;
}

/** What a fold takes out of a need, to put it back. */
export interface KeptText {
  readonly title: string;
  readonly words: string;
  readonly locale: string;
  readonly place: string;
  readonly affected: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly settlementOnly: boolean;
  readonly signsAs: string;
  readonly actingForId: string | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    'needs.importList': {
      communityId: string;
      id: string;
      source: string;
      madeBy: string | null;
      madeAt: Date;
      needs: Generated<number>;
      appliedAt: Generated<Date | null>;
    };
    'needs.theme': { communityId: string; id: string; name: string; madeBy: string | null; madeAt: Date };
    'needs.need': {
      communityId: string;
      id: string;
      number: number;
      title: string;
      words: string;
      locale: string;
      place: string;
      latitude: number | null;
      longitude: number | null;
      settlementOnly: boolean;
      affected: string;
      raisedBy: string | null;
      actingForId: string | null;
      signsAs: string;
      channel: string;
      enteredBy: string | null;
      witnessId: string | null;
      raisedAt: Date;
      touchedAt: Date;
      state: Generated<NeedState>;
      supporters: Generated<number>;
      hands: Generated<number>;
      themeId: Generated<string | null>;
      importId: string | null;
    };
    'needs.wording': OfNeed & {
      version: number;
      title: string;
      words: string;
      place: string;
      affected: string;
      locale: string;
      untilAt: Date;
      untilBy: string;
    };
    'needs.withdrawal': OfNeed & { reason: string; withdrawnAt: Date; withdrawnBy: string };
    'needs.publicationConsent': OfNeed & { answer: string; saidAs: string; saidBy: string; saidAt: Date };
    'needs.picture': OfNeed & { position: number; fileHash: string; words: string };
    'needs.support': OfNeed & {
      id: string;
      personId: string;
      words: string;
      locale: string;
      signsAs: string;
      supportedAt: Date;
      withdrawnAt: Generated<Date | null>;
    };
    'needs.hands': OfNeed & {
      id: string;
      hands: number;
      countedWhere: string;
      countedAt: Date;
      countedBy: string | null;
      witnessId: string | null;
    };
    'needs.stateChange': OfNeed & {
      id: string;
      state: NeedState;
      words: string;
      changedAt: Date;
      changedBy: string | null;
    };
    'needs.merge': OfNeed & {
      id: string;
      intoId: string;
      words: string;
      mergedAt: Date;
      mergedBy: string;
      partedAt: Generated<Date | null>;
      partedBy: Generated<string | null>;
    };
    'needs.askingAgain': OfNeed & {
      id: string;
      askedAt: Date;
      answer: Generated<string | null>;
      words: Generated<string>;
      answeredAt: Generated<Date | null>;
      answeredBy: Generated<string | null>;
    };
    'needs.offer': {
      communityId: string;
      id: string;
      number: number;
      kind: OfferKind;
      title: string;
      words: string;
      locale: string;
      needId: string | null;
      offeredBy: string;
      actingForId: string | null;
      signsAs: string;
      offeredAt: Date;
      withdrawnAt: Generated<Date | null>;
      withdrawnBy: Generated<string | null>;
    };
    'needs.visit': { personId: string; communityId: string; sinceAt: Date; seenAt: Date };
    'needs.privateNeed': {
      communityId: string;
      id: string;
      words: string;
      locale: string;
      toldBy: string;
      toldAt: Date;
    };
    'needs.privateKeeper': { communityId: string; privateNeedId: string; personId: string };
    'needs.privateAnswer': {
      communityId: string;
      id: string;
      privateNeedId: string;
      words: string;
      answeredBy: string;
      answeredAt: Date;
    };
  }
}

const kept = { distribution: 'community', retention: 'forever', archive: true } as const;
const privately = {
  distribution: 'community',
  class: 'sensitive',
  retention: 'until its teller is erased, or as many months after the last answer as the community says',
  archive: false,
} as const;

/** This room's lines of the register. */
export const needsTables: readonly RegisteredTable[] = [
  { table: 'needs.import_list', class: 'members', ...kept },
  { table: 'needs.theme', class: 'public', ...kept },
  { table: 'needs.need', class: 'public', ...kept },
  { table: 'needs.wording', class: 'public', ...kept },
  { table: 'needs.withdrawal', class: 'public', ...kept },
  { table: 'needs.publication_consent', class: 'members', ...kept },
  { table: 'needs.picture', class: 'public', ...kept, through: ['need_id'] },
  { table: 'needs.support', class: 'public', ...kept },
  { table: 'needs.hands', class: 'public', ...kept },
  { table: 'needs.state_change', class: 'public', ...kept },
  { table: 'needs.merge', class: 'public', ...kept },
  { table: 'needs.asking_again', class: 'public', ...kept },
  { table: 'needs.offer', class: 'public', ...kept },
  { table: 'needs.visit', distribution: 'person', class: 'personal', retention: 'until erased', archive: false },
  { table: 'needs.private_need', ...privately },
  { table: 'needs.private_keeper', ...privately, given: false },
  { table: 'needs.private_answer', ...privately, through: ['private_need_id'] },
];
