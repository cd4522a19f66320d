import { beforeEach, describe, expect, it } from 'vitest';
import {
  castBallot,
  countDecision,
  decisionsRoom,
  openDecision,
  showOutcome,
  showRoll,
} from '#rooms/decisions/server/index.ts';
import { callChoice } from './call-choice.ts';
import { chooseTable, seatAtTable } from './choose-table.ts';
import { showCycle } from './show-cycle.ts';
import { type Forum, testForum } from './testing.ts';
import { writeRecommendation } from './write-recommendation.ts';

let forum: Forum;
let ids: readonly string[];
beforeEach(async () => {
  forum = await testForum(12);
  const write = async (table: number, title: string, cost: string) =>
    (await forum.as<{ id: string }>(forum.mira, writeRecommendation, { table, title, cost, locale: 'en' })).id;
  ids = [await write(3, 'A tank above the village', '180000'), await write(4, 'Gravel on the school road', '150000')];
});

const asked = (more = {}) => ({
  question: 'What first?',
  locale: 'en',
  recommendationIds: ids,
  method: 'approval',
  opensAt: '2026-11-01T09:00:00Z',
  closesAt: '2026-11-08T17:00:00Z',
  ...more,
});

async function decisionOf(number: number) {
  const { id } = await forum.village.house.database.db
    .selectFrom('decisions.decision')
    .select('id')
    .where('communityId', '=', forum.communityId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return { communityId: forum.communityId, decisionId: id };
}

describe('a choice by tables', () => {
  it('from sitting down to an outcome that a hand can check', async () => {
    // Seven sit at Roads, three at Water, two at the free table; mira sits at the organisers' and has no ballot.
    const [roads, water, free] = [forum.people.slice(0, 6), forum.people.slice(6, 9), forum.people.slice(9, 12)];
    for (const personId of roads) await forum.as(personId, chooseTable, { table: 4 });
    for (const personId of water) await forum.as(personId, chooseTable, { table: 3 });
    await forum.as(forum.mira, seatAtTable, { table: 0, personId: forum.mira });
    const { number } = await forum.as<{ number: number }>(forum.mira, callChoice, asked());
    // Whoever sits down before it opens is on the roll, too.
    for (const personId of free) await forum.as(personId, chooseTable, { table: 1 });
    const one = await decisionOf(number);
    await forum.village.as(forum.mira, openDecision, one);
    // And whoever changes the table afterwards votes from where they sat.
    await forum.as(roads[0], chooseTable, { table: 3 });
    const roll = await forum.reads(roads[0], (context) => showRoll(context, { slug: forum.slug, number }));
    const sitting = (label: string) => roll.seats.filter(({ tableLabel }) => tableLabel === label).length;
    expect([sitting('Roads'), sitting('Water'), sitting('The free table'), roll.seats.length]).toEqual([6, 3, 3, 12]);

    // The tank (1): Water 3, free 2. The gravel (2): Roads 6, free 1.
    // By persons 5 to 7 for the gravel. By tables a ballot of Roads weighs 1/6, the others 1/3:
    // tank 3/3 + 2/3 = 5/3, gravel 6/6 + 1/3 = 4/3. The tank is chosen.
    const vote = (personId: string, option: number) =>
      forum.village.as(personId, castBallot, { ...one, marks: [{ option, value: 1 }] });
    for (const personId of roads) await vote(personId, 2);
    for (const personId of water) await vote(personId, 1);
    await vote(free[0], 1);
    await vote(free[1], 1);
    await vote(free[2], 2);
    forum.village.house.setNow('2026-11-08T17:00:01Z');
    for (const tick of decisionsRoom.ticks) await tick.run(forum.village.house);
    await countDecision(forum.village.house, one);
    const { counted, facts } = await forum.reads(roads[0], (context) =>
      showOutcome(context, { slug: forum.slug, number }),
    );
    expect(counted.winners).toEqual(['1']);
    expect(counted.steps).toMatchObject([{ votes: '5/3' }, { votes: '4/3' }]);
    expect(facts.tables).toEqual({
      piles: [
        { labels: ['Roads'], ballots: 6, weight: '1/6' },
        { labels: ['The free table'], ballots: 3, weight: '1/3' },
        { labels: ['Water'], ballots: 3, weight: '1/3' },
      ],
      silent: ['Opština'],
      without: ['Organisers'],
    });
  });

  it('is a public body’s interest, so single ballots stay in the box', async () => {
    const { number } = await forum.as<{ number: number }>(forum.mira, callChoice, asked());
    const paper = await forum.village.house.database.db
      .selectFrom('decisions.decision')
      .select(['interest', 'publishSingleBallots', 'interestOrganisationId', 'weight'])
      .where('number', '=', number)
      .where('communityId', '=', forum.communityId)
      .executeTakeFirst();
    expect(paper).toEqual({
      interest: 'public-body',
      publishSingleBallots: false,
      interestOrganisationId: forum.organisationId,
      weight: 'table',
    });
    const { choices } = await forum.reads(forum.people[0], (context) => showCycle(context, forum));
    expect(choices).toMatchObject([{ number }]);
  });

  it('opens for nobody while nobody sits at a table that votes', async () => {
    const { number } = await forum.as<{ number: number }>(forum.mira, callChoice, asked());
    await expect(forum.village.as(forum.mira, openDecision, await decisionOf(number))).rejects.toMatchObject({
      reason: 'decisions.tables-empty',
    });
  });

  it('is among at least two recommendations of this forum, called at the desk, with costs where money is shared', async () => {
    const call = (more: object, who = forum.mira) => forum.as(who, callChoice, asked(more));
    await expect(call({ recommendationIds: [ids[0]] })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(call({ recommendationIds: [ids[0], forum.mira] })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(call({}, forum.people[0])).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(call({ method: 'equal-shares' })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(call({ closesAt: '2026-10-01T10:00:00Z' })).rejects.toMatchObject({ reason: 'cycle.paper-not-whole' });
    const money = { method: 'equal-shares', budget: '300000', currency: 'RSD' };
    await forum.as(forum.mira, writeRecommendation, { table: 3, title: 'No price', locale: 'en' });
    await call(money);
    const { id } = await forum.village.house.database.db
      .selectFrom('gatherings.recommendation')
      .select('id')
      .where('title', '=', 'No price')
      .where('communityId', '=', forum.communityId)
      .executeTakeFirstOrThrow();
    await expect(call({ ...money, recommendationIds: [...ids, id] })).rejects.toMatchObject({
      reason: 'cycle.cost-missing',
    });
  });
});
