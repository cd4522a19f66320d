import { beforeEach, describe, expect, it } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { showOutcome } from '../outcome/show-outcome.ts';
import { draftDecision } from '../paper/draft-decision.ts';
import { showDecision } from '../queries.ts';
import { paper, type Village, village } from '../testing.ts';
import { as, FIRST_END, one, opened, people, SECOND_END, slugOf, tick, votes } from './testing.ts';

let here: Village;
let slug: string;
beforeEach(async () => {
  here = await village(30);
  slug = await slugOf(here);
});
const at = (number: number) => ({ slug, number });

describe('approval inside a group that the subject touches', () => {
  const touching = { subject: 'the health post', attribute: 'gender', group: 'woman' };
  const amend = async () => {
    const { db } = here.database;
    const { rules } = await db.selectFrom('communities.charter').select('rules').executeTakeFirstOrThrow();
    const { inclusion, ...rest } = rules as { inclusion: Record<string, unknown> };
    const amended = JSON.stringify({ ...rest, inclusion: { ...inclusion, subjects: [touching] } });
    await db.updateTable('communities.charter').set({ rules: amended }).execute();
  };

  it('is taken from sums at sealing: passed or not, no share, no ballot marked, and the sums are gone after the count', async () => {
    await amend();
    const { decisionId, number } = await opened(here, { subjects: ['the health post'] });
    for (const index of people(0, 11))
      await votes(here, decisionId, { index, group: 'woman', option: index < 4 ? 1 : 2 });
    for (const index of people(11, 12)) await votes(here, decisionId, { index, group: 'man', option: 1 });
    await tick(here, FIRST_END);
    const { facts } = await showOutcome(as(here, nobody), at(number));
    // Four of eleven women approve of what sixteen of 23 decided: 36 percent of the 40 asked for.
    expect(facts).toMatchObject({ result: 'carried', inclusion: { state: 'advisory' } });
    expect(facts.inclusion?.results.at(-1)).toEqual({
      ...{ rule: 'approval', attribute: 'gender', group: 'woman', subject: 'the health post', needed: 40 },
      result: 'missed',
    });
    const { db } = here.database;
    expect(await db.selectFrom('decisions.touchedSum').selectAll().execute()).toEqual([]);
    const [sealed] = await db.selectFrom('decisions.sealedBallot').selectAll().limit(1).execute();
    expect(Object.keys(sealed).sort()).toEqual(
      ['communityId', 'decisionId', 'id', 'marks', 'reason', 'tableLabel', 'weight'].sort(),
    );
  });

  it('ten ballots of the group are not measured, and that fails nobody', async () => {
    await amend();
    const { decisionId, number } = await opened(here, { subjects: ['the health post'] });
    for (const index of people(0, 10)) await votes(here, decisionId, { index, group: 'woman', option: 2 });
    for (const index of people(10, 12)) await votes(here, decisionId, { index, group: 'man', option: 1 });
    await tick(here, FIRST_END);
    const { facts } = await showOutcome(as(here, nobody), at(number));
    expect(facts.inclusion).toMatchObject({ state: 'whole-table' });
    expect(facts.inclusion?.results.at(-1)).toMatchObject({
      rule: 'approval',
      result: 'not-known',
      why: 'few-ballots',
    });
  });

  it('a paper names only subjects of the charter and groups the community knows, with a method that can tell', async () => {
    await amend();
    const draft = (more: Record<string, unknown>) => here.as(here.facilitator, draftDecision, paper(here, more));
    await expect(draft({ subjects: ['the moon'] })).rejects.toMatchObject({ reason: 'decisions.unknown-subject' });
    await expect(draft({ groups: ['age:hundred'] })).rejects.toMatchObject({ reason: 'decisions.unknown-group' });
    const wishes = { method: 'irv', options: [{ name: 'Here' }, { name: 'There' }] };
    await expect(draft({ ...wishes, subjects: ['the health post'] })).rejects.toMatchObject({
      reason: 'decisions.subject-needs-approval',
    });
    const { number } = await draft({ groups: ['age:under-30'] });
    const { inclusion } = await showDecision(as(here, here.facilitator), at(number));
    expect(inclusion.rules.map(({ rule, group }) => [rule, group])).toEqual([
      ['share', 'woman'],
      ['turnout', 'under-30'],
    ]);
  });
});

describe('the database itself', () => {
  it('refuses an end moved by the house before its minute or without saying what was missed', async () => {
    const { decisionId } = await opened(here);
    const { db } = here.database;
    const row = {
      ...one(here, decisionId),
      extendedBy: null,
      why: null,
      earlierClosesAt: new Date(FIRST_END),
      closesAt: new Date(SECOND_END),
    };
    const insert = (more: Record<string, unknown>) =>
      db
        .insertInto('decisions.extension')
        .values({ ...row, ...more } as never)
        .execute();
    const missed = JSON.stringify([{ rule: 'share', attribute: 'gender', group: 'woman', needed: 40 }]);
    await expect(insert({ extendedAt: new Date('2026-11-07T00:00:00Z'), missed })).rejects.toThrow(/after_minute/);
    await expect(insert({ extendedAt: new Date(FIRST_END), missed: null })).rejects.toThrow(/by_house/);
    await expect(
      db
        .insertInto('decisions.touchedSum')
        .values({ ...one(here, decisionId), attribute: 'gender', groupName: 'woman', ballots: 10, approving: '[]' })
        .execute(),
    ).rejects.toThrow(/ballots/);
  });
});
