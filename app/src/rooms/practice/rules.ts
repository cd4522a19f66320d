import type { Answer } from '#platform/refusal.ts';
import { type Party, SIDE_BY_SIDE, type Uptake } from './words.ts';

/** What publishing a case looks at. */
export interface CaseFacts {
  readonly published: boolean;
  readonly takenBack: boolean;
  readonly how: Uptake | null;
  readonly done: string;
  readonly changed: string;
  readonly failed: string;
  /** How each contributor wishes to be credited; null: not asked, or no answer yet. */
  readonly credits: readonly (string | null)[];
}

/** A case is published when it says what was done and what came of it, and everyone who stands in it said how. */
export function mayPublish(one: CaseFacts): Answer {
  if (one.takenBack) return { no: 'practice.case-taken-back' };
  if (one.published) return { no: 'practice.case-published' };
  if (one.done === '') return { no: 'practice.case-without-deed' };
  if (one.how === 'did-not-work' && one.failed === '') return { no: 'practice.case-without-failure' };
  if (one.changed === '' && one.failed === '') return { no: 'practice.case-without-outcome' };
  if (one.credits.includes('no')) return { no: 'practice.credit-refused' };
  return one.credits.includes(null) ? { no: 'practice.credit-missing' } : 'yes';
}

/** What taking up a case looks at. */
export interface UptakeFacts {
  readonly published: boolean;
  readonly takenBack: boolean;
  readonly depth: number;
  /** Whose case it is. */
  readonly of: Party;
  /** Who takes it up. */
  readonly by: Party;
}

/** As deep as a tree may grow. */
const DEEPEST = 40;

/** Only what is published is taken up, by an organisation or a community, and never one's own. */
export function mayTakeUp({ published, takenBack, depth, of, by }: UptakeFacts): Answer {
  if (!published || takenBack) return { no: 'practice.case-not-open' };
  if (by.organisationId === null && by.homeCommunityId === null) return { no: 'practice.uptake-by-whom' };
  const same =
    (by.organisationId !== null && by.organisationId === of.organisationId) ||
    (by.homeCommunityId !== null && by.homeCommunityId === of.homeCommunityId);
  if (same) return { no: 'practice.own-case' };
  return depth >= DEEPEST ? { no: 'practice.tree-too-deep' } : 'yes';
}

/** Two to four different cases lie side by side. */
export function mayCompare(numbers: readonly number[]): Answer {
  const { least, most } = SIDE_BY_SIDE;
  const different = new Set(numbers).size;
  return different >= least && different <= most ? 'yes' : { no: 'practice.two-to-four' };
}

/** What an introduction looks at: the two parties and what each said of pairs. */
export interface IntroductionFacts {
  readonly share: { readonly party: string; readonly pairing: string; readonly gone: boolean };
  readonly wish: { readonly party: string; readonly pairing: string; readonly gone: boolean };
  readonly asked: boolean;
}

/** Nobody is introduced to themselves, against their wish, or twice. */
export function mayIntroduce({ share, wish, asked }: IntroductionFacts): Answer {
  if (share.gone || wish.gone) return { no: 'practice.topic-gone' };
  if (share.party === wish.party) return { no: 'practice.same-party' };
  if (share.pairing === 'no' || wish.pairing === 'no') return { no: 'practice.no-pairing' };
  return asked ? { no: 'practice.introduction-asked' } : 'yes';
}
