import { hasRole, personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { may } from '#platform/permissions.ts';
import type { Community } from '#rooms/communities/index.ts';
import { abilitiesOnThings } from '#rooms/moderation/index.ts';
import { onFloor } from '../../floor-permissions.ts';
import type { QuestionState } from '../../floor-words.ts';
import type { Gathering } from '../calling/find-gathering.ts';
import { type FloorAddress, type FoundFloor, floorAt } from './find-floor.ts';
import { type FoldLine, foldsAt } from './folds.ts';
import { groupsOf } from './groups.ts';
import { drawFloor, type LiveFloor } from './live-floor.ts';
import { leanQuestions, type QuestionWords, wordsOfQuestions } from './load-questions.ts';
import { fatesOf, type QuestionFate } from './question-fates.ts';

const PAGE = 50;

/** A question in the list of all. */
export interface ListedQuestion extends QuestionWords {
  readonly number: number;
  readonly supports: number;
  readonly state: QuestionState;
  readonly fate: QuestionFate | null;
}

/** The page of questions as this reader sees it. */
export interface QuestionsPage {
  readonly place: Community;
  readonly gathering: Gathering;
  readonly floor: LiveFloor;
  /** Numbers of the questions on the screen that this hand or person asked or said "me too" to. */
  readonly mine: readonly number[];
  readonly groups: readonly { readonly position: number; readonly name: string }[];
  /** What came of questions that no longer wait, the newest first. */
  readonly settled: readonly ListedQuestion[];
  readonly owed: number;
  readonly folds: readonly FoldLine[];
  readonly mayModerate: boolean;
  readonly signedIn: boolean;
}

/** Where a hand asks and says "me too", and what became of what was asked. */
export async function showQuestions(
  context: Context,
  { hand, ...address }: FloorAddress & { readonly hand?: string },
): Promise<QuestionsPage> {
  const found = await floorAt(context, address);
  const { at } = found;
  const all = await leanQuestions(context, at);
  const floor = await drawFloor(context, { floor: found, words: new Map() }, all);
  const over = all.filter(({ state }) => state !== 'asked' && state !== 'taken').sort((a, b) => b.number - a.number);
  return {
    place: found.community,
    gathering: found.gathering,
    floor,
    mine: hand ? await mineOf(context, at, { hand, floor }) : [],
    groups: await groupsOf(context, at),
    settled: await listed(context, found, over.slice(0, PAGE)),
    owed: all.filter(({ state }) => state === 'owed').length,
    folds: await foldsAt(context, at),
    mayModerate: may(onFloor.moderate, context.actor, found.subject),
    signedIn: personOf(context.actor) !== undefined,
  };
}

/** A page of every question that was asked. */
export interface AllQuestions {
  readonly place: Community;
  readonly gathering: Gathering;
  readonly questions: readonly ListedQuestion[];
  /** What to ask for next; null on the last page. */
  readonly next: number | null;
  /** This reader may tell the desk that a question hurts. */
  readonly mayReport: boolean;
}

/** Every question of a gathering by its number, fifty a page, with what came of it; `after` is the `next` of the page before. */
export async function listQuestions(
  context: Context,
  { after = 0, ...address }: FloorAddress & { readonly after?: number },
): Promise<AllQuestions> {
  const found = await floorAt(context, address);
  const all = (await leanQuestions(context, found.at)).sort((a, b) => a.number - b.number);
  const rest = all.filter(({ number }) => number > after);
  const questions = await listed(context, found, rest.slice(0, PAGE));
  return {
    place: found.community,
    gathering: found.gathering,
    questions,
    next: rest.length > PAGE ? (questions.at(-1)?.number ?? null) : null,
    mayReport: abilitiesOnThings(context.actor, found.at).report,
  };
}

async function listed(
  context: Context,
  { at }: FoundFloor,
  lean: readonly { id: string; number: number; supports: number; state: QuestionState }[],
): Promise<ListedQuestion[]> {
  const ids = lean.map(({ id }) => id);
  const inside = hasRole(context.actor, at.communityId, 'member', 'facilitator', 'steward');
  const words = await wordsOfQuestions(context, at, { ids, inside });
  const fates = await fatesOf(context, at, ids);
  return lean.flatMap(({ id, number, supports, state }) => {
    const said = words.get(id);
    return said ? [{ ...said, number, supports, state, fate: fates.get(id) ?? null }] : [];
  });
}

async function mineOf(
  { db, actor }: Context,
  at: FoundFloor['at'],
  { hand, floor }: { readonly hand: string; readonly floor: LiveFloor },
): Promise<number[]> {
  const shown = [...floor.waiting, ...(floor.taken ? [floor.taken] : [])];
  if (shown.length === 0) return [];
  const personId = personOf(actor) ?? hand;
  const ids = shown.map(({ id }) => id);
  const supported = await db
    .selectFrom('gatherings.questionSupport')
    .select('questionId as id')
    .where('communityId', '=', at.communityId)
    .where('questionId', 'in', ids)
    .where((eb) => eb.or([eb('supporter', '=', hand), eb('personId', '=', personId)]))
    .execute();
  const asked = await db
    .selectFrom('gatherings.question')
    .select('id')
    .where('communityId', '=', at.communityId)
    .where('id', 'in', ids)
    .where((eb) => eb.or([eb('asker', '=', hand), eb('askedBy', '=', personId)]))
    .execute();
  const mine = new Set([...supported, ...asked].map(({ id }) => id));
  return shown.filter(({ id }) => mine.has(id)).map(({ number }) => number);
}
