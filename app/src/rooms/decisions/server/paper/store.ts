import { parseRational, showRational } from '@sofra/counting';
import type { Context } from '#platform/context.ts';
import type { Db } from '#platform/database/tables.ts';
import type { PaperGroup } from '../../inclusion-words.ts';
import type { BallotKind, Method, MethodOptions, Paper, Seating } from '../../words.ts';
import { savePaperGroups } from '../inclusion/store.ts';

interface InDecision {
  readonly communityId: string;
  readonly decisionId: string;
}

/** An amount as counting writes it: exact text. */
const exactMoney = (text: string | null): string | null => (text === null ? null : showRational(parseRational(text)));

const KIND: Readonly<Record<Method, BallotKind>> = {
  majority: 'approval',
  approval: 'approval',
  score: 'score',
  irv: 'ranked',
  schulze: 'ranked',
  consent: 'consent',
  'equal-shares': 'approval',
  greedy: 'approval',
};

/** Every choice of the method as it is in force; what the paper does not ask is the usual of counting. */
function methodOptionsOf(paper: Paper): MethodOptions {
  if (paper.method === 'majority') return { threshold: paper.threshold };
  if (paper.method === 'score') return { mostPoints: paper.mostPoints };
  if (paper.method === 'equal-shares') return { completion: 'add1', exhaustive: 'yes' };
  if (paper.method === 'greedy') return { misfit: 'skip' };
  return {};
}

function columnsOf(paper: Paper) {
  const budgeted = paper.method === 'equal-shares' || paper.method === 'greedy';
  return {
    question: paper.question,
    paper: paper.paper,
    locale: paper.locale,
    secrecy: paper.secrecy,
    method: paper.method,
    methodOptions: JSON.stringify(methodOptionsOf(paper)),
    ballotKind: KIND[paper.method],
    budget: budgeted ? exactMoney(paper.budget) : null,
    currency: budgeted ? paper.currency : null,
    opensAt: paper.opensAt,
    closesAt: paper.closesAt,
    publishSingleBallots: paper.publishSingleBallots,
    interest: paper.interest,
    interestOrganisationId: paper.interest === 'none' ? null : paper.interestOrganisationId,
    restsOn: paper.restsOn,
    answerer: paper.answerer,
    answerBy: paper.answerBy,
    tableAttribute: paper.tableAttribute,
  };
}

/** Writes a new paper with its options, needs and tellers. */
export async function savePaper(
  context: Context,
  paper: Paper,
  made: {
    readonly decisionId: string;
    readonly number: number;
    readonly draftedBy: string;
    /** Where tables weigh the same: the tables and who sits at them. */
    readonly seating?: Seating;
    readonly groups: readonly PaperGroup[];
  },
): Promise<void> {
  const { communityId } = paper;
  const { decisionId, number, draftedBy, seating, groups } = made;
  await context.db
    .insertInto('decisions.decision')
    .values({
      communityId,
      id: decisionId,
      number,
      ...columnsOf(paper),
      imported: false,
      draftedBy,
      draftedAt: context.now,
      weight: seating ? 'table' : 'person',
    })
    .execute();
  await saveParts(context.db, { communityId, decisionId }, paper);
  await savePaperGroups(context.db, { communityId, decisionId }, groups);
  if (seating) await saveSeating(context.db, { communityId, decisionId }, seating);
}

/** Writes the tables of a paper and who sits at them, in place of what stood there. */
export async function saveSeating(db: Db, key: InDecision, { tables, seats }: Seating): Promise<void> {
  const { communityId, decisionId } = key;
  for (const table of ['decisions.seating', 'decisions.paperTable'] as const)
    await db.deleteFrom(table).where('communityId', '=', communityId).where('decisionId', '=', decisionId).execute();
  await db
    .insertInto('decisions.paperTable')
    .values(tables.map((table) => ({ ...key, ...table })))
    .execute();
  for (let at = 0; at < seats.length; at += 500)
    await db
      .insertInto('decisions.seating')
      .values(seats.slice(at, at + 500).map((seat) => ({ ...key, ...seat })))
      .execute();
}

/** Puts a new text in place of the old; it must be called to the table again. */
export async function replacePaper(
  context: Context,
  paper: Paper,
  { decisionId, groups }: { readonly decisionId: string; readonly groups: readonly PaperGroup[] },
): Promise<void> {
  const { db } = context;
  const { communityId } = paper;
  await db
    .updateTable('decisions.decision')
    .set({ ...columnsOf(paper), revisedAt: context.now })
    .where('communityId', '=', communityId)
    .where('id', '=', decisionId)
    .execute();
  for (const table of ['decisions.option', 'decisions.decisionNeed', 'decisions.teller', 'decisions.calling'] as const)
    await db.deleteFrom(table).where('communityId', '=', communityId).where('decisionId', '=', decisionId).execute();
  await saveParts(db, { communityId, decisionId }, paper);
  await savePaperGroups(db, { communityId, decisionId }, groups);
}

async function saveParts(db: Db, key: InDecision, paper: Paper): Promise<void> {
  await db.insertInto('decisions.option').values(optionRows(key, paper)).execute();
  if (paper.needIds.length > 0)
    await db
      .insertInto('decisions.decisionNeed')
      .values(paper.needIds.map((needId) => ({ ...key, needId })))
      .execute();
  if (paper.tellerIds.length > 0)
    await db
      .insertInto('decisions.teller')
      .values(paper.tellerIds.map((personId, at) => ({ ...key, personId, side: at === 0 ? 'one' : 'other' })))
      .execute();
}

function optionRows(key: InDecision, paper: Paper) {
  const plain = { about: '', cost: null, excludes: null, announced: null };
  if (paper.method === 'majority')
    return (['yes', 'no'] as const).map((standing, at) => ({
      ...key,
      ...plain,
      position: at + 1,
      code: String(at + 1),
      name: standing,
      standing,
    }));
  return paper.options.map(({ name, about, cost }, at) => ({
    ...key,
    ...plain,
    position: at + 1,
    code: String(at + 1),
    name,
    about,
    standing: null,
    cost: columnsOf(paper).budget === null ? null : exactMoney(cost),
  }));
}

/** Notes that the paper was called to the table; calling again changes nothing. */
export async function saveCalling(db: Db, calling: InDecision & { calledAt: Date; calledBy: string }): Promise<void> {
  await db
    .insertInto('decisions.calling')
    .values(calling)
    .onConflict((conflict) => conflict.columns(['communityId', 'decisionId']).doNothing())
    .execute();
}

/** Writes the one extension a decision may have. */
export async function saveExtension(
  db: Db,
  extension: InDecision & { extendedAt: Date; extendedBy: string; why: string; earlierClosesAt: Date; closesAt: Date },
): Promise<void> {
  await db.insertInto('decisions.extension').values(extension).execute();
}

/** Writes that a decision was taken off the table. */
export async function saveWithdrawal(
  db: Db,
  withdrawal: InDecision & { withdrawnAt: Date; withdrawnBy: string; why: string },
): Promise<void> {
  await db.insertInto('decisions.withdrawal').values(withdrawal).execute();
}
