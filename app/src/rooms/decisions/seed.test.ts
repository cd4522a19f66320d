import { beforeAll, describe, expect, it } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { readingContext } from '#platform/house.ts';
import { type TestHouse, testHouse } from '#platform/testing-house.ts';
import { communitiesRoom, seedCommunities } from '#rooms/communities/server/index.ts';
import { messagesRoom } from '#rooms/messages/server/index.ts';
import { peopleRoom, seedPeople } from '#rooms/people/server/index.ts';
import { seedDecisions } from './seed.ts';
import { seedMissingVoice } from './seed-missing-voice.ts';
import { decisionsRoom, listDecisions, showOutcome } from './server/index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = testHouse(await testDatabase(), [peopleRoom, communitiesRoom, messagesRoom, decisionsRoom]);
  await seedPeople(house);
  await seedCommunities(house);
  await seedDecisions(house);
});
const context = () => readingContext(house, nobody, house.languages.of('en'));

describe('the demo town', () => {
  it('has decided by Equal Shares and by an order of wishes, and asks something now', async () => {
    const { open, rest } = await listDecisions(context(), { slug: 'gornja-lipa' });
    expect(open.map(({ method, state }) => [method, state])).toEqual([['majority', 'open']]);
    expect(rest.map(({ method, result }) => [method, result])).toEqual([
      ['equal-shares', 'carried'],
      ['irv', 'carried'],
    ]);
  });

  it('has a tie that was reported, and a proposal to which nobody objected', async () => {
    const { rest } = await listDecisions(context(), { slug: 'suvi-dol' });
    expect(rest.map(({ method, result }) => [method, result])).toEqual([
      ['consent', 'carried'],
      ['approval', 'carried'],
    ]);
    const number = rest.find(({ method }) => method === 'approval')?.number ?? 0;
    const { counted } = await showOutcome(context(), { slug: 'suvi-dol', number });
    expect(counted.tied).toEqual([['1', '2']]);
  });

  it('shows of an open decision neither ballots nor names, only a table once five took part', async () => {
    const linked = await house.database.db.selectFrom('decisions.ballot').select('personId').execute();
    expect(linked.length).toBe(5);
    const { open } = await listDecisions(context(), { slug: 'gornja-lipa' });
    expect(JSON.stringify(open)).not.toMatch(/marks|tookPart|receipt/);
  });

  it('has a vote that went on because women were missing, and then had the whole table', async () => {
    await seedMissingVoice(house);
    const { rest } = await listDecisions(context(), { slug: 'gornja-lipa' });
    const number = rest[0]?.number ?? 0;
    const { facts, outreach } = await showOutcome(context(), { slug: 'gornja-lipa', number });
    expect(facts.inclusion).toMatchObject({ state: 'whole-table', wentOn: true, second: true });
    expect(facts.inclusion?.results[0]).toMatchObject({ rule: 'share', group: 'woman', result: 'met', needed: 30 });
    expect(outreach).toHaveLength(1);
  });
});
