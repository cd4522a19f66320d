import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { authorize, may } from '#platform/permissions.ts';
import type { Community } from '#rooms/communities/index.ts';
import { onFloor } from '../../floor-permissions.ts';
import { orderQuestions, questionsOpen } from '../../floor-rules.ts';
import { agendaOf } from '../calling/show-gathering.ts';
import { type FloorAddress, floorAt, turnOf } from './find-floor.ts';
import { foldsAt } from './folds.ts';
import { groupsOf } from './groups.ts';
import { drawFloor, type LiveFloor, type ScreenQuestion } from './live-floor.ts';
import { leanQuestions, wordsOfQuestions } from './load-questions.ts';
import { fatesOf } from './question-fates.ts';
import { type Panel, panelOf } from './show-speakers.ts';

const MOST = 100;

/** A waiting question as the moderator sees it: with what it weighs, and why. */
export interface WeighedQuestion extends ScreenQuestion {
  /** In quarters, so that a page can say it exactly. */
  readonly quarters: number;
  readonly groupBehind: boolean;
}

/** What whoever runs the floor works with. Throws a Refusal for everybody else. */
export async function showModerate(context: Context, address: FloorAddress) {
  const found = await floorAt(context, address);
  authorize(onFloor.moderate, context.actor, found.subject);
  const { at, gathering, community } = found;
  const all = await leanQuestions(context, at);
  const ordered = orderQuestions(all).slice(0, MOST);
  const on = all.filter(({ state }) => state === 'taken' || state === 'owed');
  const ids = [...ordered, ...on].map(({ id }) => id);
  const words = await wordsOfQuestions(context, at, { ids, inside: true });
  const fates = await fatesOf(
    context,
    at,
    on.map(({ id }) => id),
  );
  const waiting: WeighedQuestion[] = ordered.flatMap((question) => {
    const said = words.get(question.id);
    const { number, supports, firstTime, quarters, groupBehind } = question;
    return said ? [{ ...said, number, supports, firstTime, quarters, groupBehind }] : [];
  });
  const listed = on.flatMap(({ id, number, supports, state }) => {
    const said = words.get(id);
    return said ? [{ ...said, number, supports, state, fate: fates.get(id) ?? null }] : [];
  });
  return {
    place: community as Community,
    gathering,
    floor: await drawFloor(context, { floor: found, words: new Map() }, all),
    waiting,
    more: all.filter(({ state }) => state === 'asked').length - waiting.length,
    taken: listed.filter(({ state }) => state === 'taken'),
    owed: listed.filter(({ state }) => state === 'owed'),
    panel: await panelOf(context, at),
    agenda: await agendaOf(context, gathering),
    groups: await groupsOf(context, at),
    questions: await turnOf(context, at),
    folds: await foldsAt(context, at),
  };
}
export type ModeratePage = Awaited<ReturnType<typeof showModerate>>;

/** What a gathering's own page shows of its floor. */
export interface FloorSummary {
  readonly panel: Panel;
  readonly floor: Pick<LiveFloor, 'asked' | 'open'>;
  readonly owed: number;
  readonly mayModerate: boolean;
  /** The reader's own place among the speakers. */
  readonly speaksAs: string | null;
}

/** Speakers and questions in short. */
export async function showFloorSummary(context: Context, address: FloorAddress): Promise<FloorSummary> {
  const found = await floorAt(context, address);
  const panel = await panelOf(context, found.at);
  const all = await leanQuestions(context, found.at);
  const standing = { ...found.gathering, questions: await turnOf(context, found.at) };
  const me = personOf(context.actor);
  return {
    panel,
    floor: { asked: all.length, open: questionsOpen(standing, context.now) === 'yes' },
    owed: all.filter(({ state }) => state === 'owed').length,
    mayModerate: may(onFloor.moderate, context.actor, found.subject),
    speaksAs: panel.speakers.find(({ personId }) => me !== undefined && personId === me)?.id ?? null,
  };
}
