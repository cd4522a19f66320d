import type { Context } from '#platform/context.ts';
import { fileAddress } from '#platform/files/file.ts';
import { renderMarkdown } from '#platform/markdown.ts';
import { abilities, authorize, may } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Community, Tier } from '#rooms/communities/index.ts';
import { belongs, onCase, onContributor, onPractice } from '../../permissions.ts';
import { type Credit, QUESTIONS, type Question } from '../../words.ts';
import { lessonsOf, type ShownLesson } from '../lessons/queries.ts';
import { type Choice, knowParties, type ShownParty } from '../parties.ts';
import type { CaseRow } from './all-cases.ts';
import { creditChoices } from './credit-contributor.ts';
import { type Contributor, type FoundCase, findCase } from './find-case.ts';
import { partyOf } from './list-cases.ts';
import { branchesOf, type TreeCase } from './tree-of.ts';

/** Who stands in a case, as they wish to be credited. */
export interface ShownContributor extends ShownParty {
  readonly part: string;
  readonly tier: Tier | null;
}

/** The same, for those who tell the case. */
export interface AskedContributor extends ShownContributor {
  readonly id: string;
  readonly credit: Credit | null;
  readonly position: number;
  readonly mayAnswer: boolean;
}

/** What a case says, for its page. */
export type CaseText = Omit<CaseRow, 'communityId' | 'writtenBy' | 'caseId' | 'organisationId' | 'homeCommunityId'>;

/** What the page of a case shows, as this reader may know it. */
export interface CasePage {
  readonly practice: Community;
  readonly one: CaseText;
  readonly who: ShownParty;
  /** The answers as safe HTML, by question; empty ones are left out. */
  readonly html: Readonly<Partial<Record<Question, string>>>;
  readonly pictures: readonly { readonly href: string; readonly words: string }[];
  readonly contributors: readonly ShownContributor[];
  /** How many more took part who are not named. */
  readonly unnamed: number;
  /** For those who tell it; and the reader's own place in it. */
  readonly credits: readonly AskedContributor[];
  readonly tree: readonly TreeCase[];
  readonly lessons: readonly ShownLesson[];
  readonly can: Readonly<Record<keyof typeof onCase, boolean>> & { readonly draw: boolean };
  readonly signedIn: boolean;
  readonly choices: readonly Choice[];
}

/** One case with all that hangs on it. */
export async function showCase(
  context: Context,
  address: { readonly slug: string; readonly number: number },
): Promise<CasePage> {
  const found = await findCase(context, address);
  const { practice, subject, one, of } = found;
  if (one.takenBackAt && !may(onCase.revise, context.actor, of))
    throw new Refusal('platform.not-found', { kind: 'not-found' });
  const can = abilities(onCase, context.actor, of);
  const { communityId: _, caseId, writtenBy: _by, organisationId: _o, homeCommunityId: _c, ...text } = one;
  const show = await knowParties(context, subject, [partyOf(one)]);
  return {
    practice,
    one: text,
    who: show(partyOf(one)),
    html: htmlOf(context, one),
    pictures: await picturesOf(context, one),
    ...(await creditsOf(context, found)),
    tree: await branchesOf(context, found, one.number),
    lessons: await lessonsOf(context, found, { caseId }),
    can: { ...can, draw: of.open && may(onPractice.draw, context.actor, subject) },
    signedIn: context.actor.kind === 'person',
    choices: can.credit ? await creditChoices(context, found) : [],
  };
}

/** The answers as safe HTML, in the reader's script. */
export function htmlOf({ language }: Context, one: CaseRow): Partial<Record<Question, string>> {
  const answered = QUESTIONS.filter((question) => one[question] !== '');
  return Object.fromEntries(
    answered.map((question) => [question, renderMarkdown(language.show(one[question], one.locale))]),
  );
}

async function picturesOf(context: Context, { communityId, caseId }: CaseRow) {
  const rows = await context.db
    .selectFrom('practice.picture')
    .select(['fileHash', 'words'])
    .where('communityId', '=', communityId)
    .where('caseId', '=', caseId)
    .orderBy('position')
    .execute();
  return rows.map(({ fileHash, words }) => ({ href: fileAddress(communityId, fileHash), words }));
}

/** Named ones in the order the authors chose, the rest as a number; and for who tells the case everybody with their answer. */
async function creditsOf(
  context: Context,
  { subject, one, contributors, of }: FoundCase,
): Promise<Pick<CasePage, 'contributors' | 'unnamed' | 'credits'>> {
  const { actor, language } = context;
  const show = await knowParties(context, subject, contributors);
  const inside = belongs(actor, subject) || may(onCase.revise, actor, of);
  const shownAs = (contributor: Contributor, as: string): ShownContributor => {
    const { outsideName: name, outsideTier, part } = contributor;
    const party = show(contributor, as);
    return name
      ? { ...party, kind: 'outside', name, signed: 'name', tier: outsideTier as Tier | null, part }
      : { ...party, part };
  };
  const named = ({ credit }: Contributor) => credit === 'name' || (credit === 'inside' && inside);
  const shown = contributors.filter(named).map((contributor) => shownAs(contributor, 'name'));
  if (one.creditOrder === 'alphabet') shown.sort((a, b) => language.compare(a.name, b.name));
  const tells = may(onCase.revise, actor, of);
  const mine = (contributor: Contributor) =>
    may(onContributor.answerCredit, actor, { ...contributor, outside: contributor.outsideName !== null, of });
  return {
    contributors: shown,
    unnamed: contributors.filter((one) => one.credit !== null && one.credit !== 'no' && !named(one)).length,
    credits: contributors
      .filter((contributor) => actor.kind === 'person' && (tells || mine(contributor)))
      .map((contributor) => {
        const { id, credit, position } = contributor;
        return { ...shownAs(contributor, 'name'), id, credit, position, mayAnswer: mine(contributor) };
      }),
  };
}

/** A case as its form shows it, for those who may write it anew. */
export async function showCaseForm(
  context: Context,
  address: { readonly slug: string; readonly number: number },
): Promise<{ readonly practice: Community; readonly one: CaseText }> {
  const { practice, one, of } = await findCase(context, address);
  authorize(onCase.revise, context.actor, of);
  const { communityId: _, caseId: _id, writtenBy: _by, organisationId: _o, homeCommunityId: _c, ...text } = one;
  return { practice, one: text };
}
