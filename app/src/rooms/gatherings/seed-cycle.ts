import type { House } from '#platform/house.ts';
import { demoTown, findCommunity, findOrganisation, type Town } from '#rooms/communities/server/index.ts';
import { castBallot, decisionsRoom, openDecision } from '#rooms/decisions/server/index.ts';
import type { DemoPersonKey } from '#rooms/people/server/index.ts';
import * as demo from './demo-cycle.ts';
import { callGathering } from './server/calling/call-gathering.ts';
import { addSession } from './server/cycle/add-session.ts';
import { callChoice } from './server/cycle/call-choice.ts';
import { chooseTable, seatAtTable } from './server/cycle/choose-table.ts';
import { drawComposition } from './server/cycle/composition.ts';
import { bringReport, formGroup } from './server/cycle/form-group.ts';
import { nameModerator } from './server/cycle/name-moderator.ts';
import { noteRecommendation } from './server/cycle/note-recommendation.ts';
import { openCycle } from './server/cycle/open-cycle.ts';
import { secureMoney } from './server/cycle/secure-money.ts';
import { setTable } from './server/cycle/set-table.ts';
import { talkAtTable } from './server/cycle/talk-at-table.ts';
import { writeIdea } from './server/cycle/write-idea.ts';
import { writeInput } from './server/cycle/write-input.ts';
import { writeRecommendation } from './server/cycle/write-recommendation.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const DESK: DemoPersonKey = 'vera';

/** A forum cycle of the demo town and how to do things in it. */
interface Forum {
  readonly house: House;
  readonly town: Town;
  readonly communityId: string;
  readonly at: { readonly slug: string; readonly number: number };
}

/** The villages' forum on water and roads: six evenings, four tables that vote, one choice that is counted. */
export async function seedForumCycle(house: House): Promise<void> {
  const town = await demoTown(house);
  const { db } = house.database;
  const { id: communityId } = await findCommunity(db, demo.SLUG);
  const idOf = async (slug: string) => (await findOrganisation(db, slug)).id;
  const hosts = { publicBodyId: await idOf('opstina-lipnica'), hostOrganisationIds: [await idOf('korak')] };
  const input = { slug: demo.SLUG, ...demo.cycle, ...hosts };
  const { number } = await town.act<{ number: number }>(DESK, 95, { action: openCycle, input });
  const forum = { house, town, communityId, at: { slug: demo.SLUG, number } };
  for (const { organisation, ...sum } of demo.money)
    await town.act(DESK, 94, {
      action: secureMoney,
      input: { ...forum.at, ...sum, organisationId: await idOf(organisation) },
    });
  await seatPeople(forum);
  await holdSessions(forum);
  await workAtTables(forum);
  const recommended = await recommend(forum);
  await choose(forum, recommended);
  await answer(forum, recommended);
}

async function seatPeople({ house, town, at }: Forum): Promise<void> {
  for (const table of demo.tables) await town.act(DESK, 93, { action: setTable, input: { ...at, ...table } });
  for (const [who, table] of demo.seats) {
    if (table !== 0) await town.act(who, 88, { action: chooseTable, input: { ...at, table } });
    else await town.act(DESK, 92, { action: seatAtTable, input: { ...at, table, personId: town.ids[who] } });
  }
  const { who, table } = demo.entered;
  await town.act(DESK, 87, { action: seatAtTable, input: { ...at, table, personId: town.ids[who] } });
  await drawComposition.run({ ...house, now: () => new Date(house.now().getTime() - 86 * DAY) });
  for (const [moderator, position] of demo.moderators)
    await town.act(DESK, 85, {
      action: nameModerator,
      input: { ...at, table: position, personId: town.ids[moderator] },
    });
}

async function holdSessions({ house, town, communityId, at }: Forum): Promise<void> {
  for (const { days, theme, about } of demo.sessions) {
    const startsAt = eveningOf(house, days);
    const called = { communityId, kind: 'forum-session', theme, about, locale: 'sr-Cyrl', place: 'Дом културе' };
    const times = { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 2 * HOUR).toISOString() };
    const daysAgo = Math.max(days, 0) + 9;
    const { number } = await town.act<{ number: number }>(DESK, daysAgo, {
      action: callGathering,
      input: { ...called, ...times },
    });
    await town.act(DESK, daysAgo - 0.1, { action: addSession, input: { ...at, gathering: number } });
  }
}

async function workAtTables({ house, town, at }: Forum): Promise<void> {
  const locale = 'sr-Cyrl';
  for (const { by, days, ...input } of demo.inputs)
    await town.act(by, days - 0.1, {
      action: writeInput,
      input: { ...at, ...input, locale, givenOn: dayOf(house, days) },
    });
  for (const { by, ...idea } of demo.ideas)
    await town.act(by, 52, { action: writeIdea, input: { ...at, ...idea, locale } });
  const { group } = demo;
  const personIds = group.members.map((key) => town.ids[key]);
  const { id: groupId } = await town.act<{ id: string }>(group.by, 65, {
    action: formGroup,
    input: { ...at, table: group.table, task: group.task, locale, dueOn: dayOf(house, 52), personIds },
  });
  await town.act(group.reportBy, 53, { action: bringReport, input: { ...at, groupId, words: group.report } });
  for (const { by, days, table, text } of demo.talk)
    await town.act(by, days, { action: talkAtTable, input: { ...at, table, text, locale } });
}

async function recommend({ town, at }: Forum): Promise<string[]> {
  const ids = [];
  for (const { by, records: _, ...recommendation } of demo.recommendations) {
    const input = { ...at, ...recommendation, locale: 'sr-Cyrl' };
    ids.push((await town.act<{ id: string }>(by, 38, { action: writeRecommendation, input })).id);
  }
  return ids;
}

async function choose({ house, town, communityId, at }: Forum, ids: readonly string[]): Promise<void> {
  const { choice } = demo;
  const { number } = await town.act<{ number: number }>(DESK, choice.opens + 3, {
    action: callChoice,
    input: {
      ...at,
      question: choice.question,
      paper: choice.paper,
      locale: 'sr-Cyrl',
      recommendationIds: choice.among.map((index) => ids[index]),
      method: 'approval',
      opensAt: eveningOf(house, choice.opens).toISOString(),
      closesAt: eveningOf(house, choice.closes).toISOString(),
      restsOn: 'signed-agreement',
      answerer: 'Општина Липница',
      answerBy: dayOf(house, choice.closes - 30),
    },
  });
  const { id: decisionId } = await house.database.db
    .selectFrom('decisions.decision')
    .select('id')
    .where('communityId', '=', communityId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const one = { communityId, decisionId };
  await town.act(DESK, choice.opens + 2, { action: openDecision, input: one });
  await tickAt(house, choice.opens);
  for (const [index, [who, options]] of choice.ballots.entries())
    await town.act(who, choice.opens - 1 - index * 0.7, {
      action: castBallot,
      input: { ...one, marks: options.map((option) => ({ option, value: 1 })) },
    });
  await tickAt(house, choice.closes);
}

async function answer({ town, at }: Forum, ids: readonly string[]): Promise<void> {
  for (const [index, { records }] of demo.recommendations.entries())
    for (const { by, days, ...record } of records)
      await town.act(by, days, {
        action: noteRecommendation,
        input: { ...at, recommendationId: ids[index], ...record },
      });
}

/** Six in the evening, or so, on a day so many before now. */
function eveningOf(house: House, daysAgo: number): Date {
  const at = new Date(house.now().getTime() - daysAgo * DAY);
  at.setUTCHours(17, 0, 0, 0);
  return at;
}

const dayOf = (house: House, daysAgo: number): string => eveningOf(house, daysAgo).toISOString().slice(0, 10);

/** What falls due in the room of decisions, as of a moment after that evening began. */
async function tickAt(house: House, daysAgo: number): Promise<void> {
  const now = new Date(eveningOf(house, daysAgo).getTime() + 60_000);
  for (const tick of decisionsRoom.ticks) await tick.run({ ...house, now: () => now });
}
