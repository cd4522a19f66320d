import { parseJson, readElection } from '@sofra/counting/formats';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Actor, nobody } from '#platform/actor.ts';
import { readingContext } from '#platform/house.ts';
import type { Community } from '#rooms/communities/index.ts';
import { castBallot } from './box/cast-ballot.ts';
import { withdrawBallot } from './box/withdraw-ballot.ts';
import { homeOfDecisions } from './home.ts';
import { recordAnswer } from './outcome/record-answer.ts';
import { recountFile } from './outcome/recount.ts';
import { showNamedBallots, showOutcome, showReceipts } from './outcome/show-outcome.ts';
import { draftDecision } from './paper/draft-decision.ts';
import { openDecision } from './paper/open-decision.ts';
import { reviseDecision } from './paper/revise-decision.ts';
import { showDecision } from './queries.ts';
import { answerObjection } from './roll/answer-objection.ts';
import { objectToRoll } from './roll/object-to-roll.ts';
import { showRoll } from './roll/show-roll.ts';
import { paper, type Village, village } from './testing.ts';
import { decisionTicks } from './ticks.ts';

let here: Village;
let slug: string;
beforeEach(async () => {
  here = await village(8);
  slug = (await here.database.db.selectFrom('communities.community').select('slug').executeTakeFirstOrThrow()).slug;
});

const tick = async (at?: string) => {
  if (at) here.house.setNow(at);
  for (const one of decisionTicks) await one.run(here.house);
};
const as = (actor: Actor) => readingContext(here.house, actor, here.house.languages.of('en'));
const draft = (more: Record<string, unknown> = {}, actor = here.facilitator) =>
  here.as(actor, draftDecision, paper(here, more));
const one = (decisionId: string) => ({ communityId: here.communityId, decisionId });
const call = (decisionId: string) => here.as(here.facilitator, openDecision, one(decisionId));
const cast = (decisionId: string, personId: string, option: number) =>
  here.as(here.actor(personId), castBallot, { ...one(decisionId), marks: [{ option, value: 1 }] });

async function counted(more: Record<string, unknown> = {}) {
  const made = await draft(more);
  await call(made.decisionId);
  for (const [at, personId] of here.people.slice(1, 5).entries()) await cast(made.decisionId, personId, at < 3 ? 1 : 2);
  await tick('2026-11-08T17:00:00Z');
  return made;
}

describe('a paper', () => {
  it('is written by whom the charter names, and by nobody who is no member here', async () => {
    const member = here.actor(here.people[1]);
    const elsewhere: Actor = { kind: 'person', personId: here.people[1], roles: new Map([['elsewhere', ['steward']]]) };
    for (const actor of [member, elsewhere, here.actor(here.people[1], 'official')])
      await expect(draft({}, actor)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(draft({}, nobody)).rejects.toMatchObject({ kind: 'sign-in' });
  });

  it('is written once by a form that was sent twice', async () => {
    const twice = await Promise.all(
      [1, 2].map(() => here.as(here.facilitator, draftDecision, paper(here), 'the-key-of-one-form')),
    );
    expect(twice[0]).toEqual(twice[1]);
  });

  it('names every field that does not stand together', async () => {
    await expect(
      draft({ method: 'equal-shares', options: [{ name: 'Bench' }], closesAt: '2026-10-01T00:00:00Z' }),
    ).rejects.toMatchObject({
      fields: {
        options: { key: 'decisions.invalid.two-options' },
        budget: { key: 'decisions.invalid.budget' },
        closesAt: { key: 'decisions.invalid.closes-before' },
      },
    });
    await expect(draft({ publishSingleBallots: 'yes', interest: 'employer' })).rejects.toMatchObject({
      fields: { publishSingleBallots: { key: 'decisions.invalid.interest' } },
    });
  });

  it('is the members’ while it is a draft, and everyone’s once it is called', async () => {
    const { decisionId, number } = await draft({ opensAt: '2026-11-03T09:00:00Z' });
    await expect(showDecision(as(nobody), { slug, number })).rejects.toMatchObject({ kind: 'not-found' });
    expect((await showDecision(as(here.actor(here.people[1])), { slug, number })).state).toBe('draft');
    await call(decisionId);
    expect((await showDecision(as(nobody), { slug, number })).state).toBe('called');
  });

  it('opens at its minute by the job, and must be called again after a change', async () => {
    const { decisionId, number } = await draft({ opensAt: '2026-11-03T09:00:00Z' });
    await call(decisionId);
    const changed = {
      ...paper(here, { opensAt: '2026-11-03T09:00:00Z', question: 'Shall the mill be sold?' }),
      decisionId,
    };
    await here.as(here.facilitator, reviseDecision, changed);
    await tick('2026-11-03T09:00:00Z');
    expect((await showDecision(as(here.facilitator), { slug, number })).state).toBe('draft');
    await call(decisionId);
    expect((await showDecision(as(nobody), { slug, number })).state).toBe('open');
    await expect(here.as(here.facilitator, reviseDecision, changed)).rejects.toMatchObject({
      reason: 'decisions.paper-is-fixed',
    });
  });

  it('takes tellers only from those whom the community chose, two or none', async () => {
    await expect(draft({ tellerIds: [here.people[1]] })).rejects.toMatchObject({
      fields: { tellerIds: { key: 'decisions.invalid.two-tellers' } },
    });
    await expect(draft({ tellerIds: here.people.slice(1, 3) })).rejects.toMatchObject({
      reason: 'decisions.not-a-teller',
    });
  });
});

describe('the roll', () => {
  it('holds confirmed members whose tie carries a vote, and nobody who came later or says only "other"', async () => {
    await here.addPerson({ confirmed: false });
    await here.addPerson({ belonging: 'from-here' });
    const { decisionId, number } = await draft();
    await call(decisionId);
    await here.addPerson();
    const page = await showRoll(as(here.actor(here.people[1])), { slug, number });
    expect(page.seats.map(({ personId }) => personId).sort()).toEqual([...here.people].sort());
    expect(page.howConfirmed).toEqual([{ confirmed: 'card', count: 8 }]);
    await expect(showRoll(as(nobody), { slug, number })).rejects.toMatchObject({ kind: 'sign-in' });
  });

  it('is objected to in the open and answered once, by somebody else', async () => {
    const { decisionId, number } = await draft();
    await call(decisionId);
    const [, objector, about] = here.people;
    const objection = { ...one(decisionId), aboutId: about, words: 'Lives in the city' };
    const { objectionId } = await here.as(here.actor(objector), objectToRoll, objection);
    const answer = (personId: string) =>
      here.as(here.actor(personId, 'member', 'teller'), answerObjection, {
        communityId: here.communityId,
        objectionId,
        words: 'Comes home every weekend',
      });
    await expect(answer(objector)).rejects.toMatchObject({ reason: 'decisions.own-objection' });
    await expect(answer(about)).rejects.toMatchObject({ reason: 'decisions.own-objection' });
    await answer(here.people[4]);
    await expect(answer(here.people[5])).rejects.toMatchObject({ reason: 'decisions.answered-already' });
    const { objections } = await showRoll(as(here.actor(objector)), { slug, number });
    expect(objections).toMatchObject([{ words: 'Lives in the city', answer: { words: 'Comes home every weekend' } }]);
  });
});

describe('while it is open', () => {
  it('one sees one’s own ballot and nobody else’s, not even who took part', async () => {
    const { decisionId, number } = await draft();
    await call(decisionId);
    await cast(decisionId, here.people[1], 1);
    const own = await showDecision(as(here.actor(here.people[1])), { slug, number });
    expect(own.mine).toMatchObject({ marks: [{ option: 1, value: 1 }] });
    for (const reader of [here.facilitator, here.actor(here.people[2], 'member', 'steward', 'teller'), nobody]) {
      const seen = await showDecision(as(reader), { slug, number });
      expect([seen.mine, seen.picture]).toEqual([null, null]);
    }
    await expect(showOutcome(as(here.facilitator), { slug, number })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(recountFile(as(here.facilitator), { slug, number })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(showReceipts(as(here.facilitator), { slug, number })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('the table is drawn from five on, once a day, and again only when five more took part', async () => {
    const { decisionId, number } = await draft();
    await call(decisionId);
    const member = here.actor(here.people[1]);
    const taken = async () => (await showDecision(as(member), { slug, number })).picture?.tookPart ?? 0;
    for (const personId of here.people.slice(0, 4)) await cast(decisionId, personId, 1);
    await tick('2026-11-02T10:00:00Z');
    expect(await taken()).toBe(0);
    await cast(decisionId, here.people[4], 1);
    await tick('2026-11-03T10:00:00Z');
    expect(await taken()).toBe(5);
    for (const personId of here.people.slice(5)) await cast(decisionId, personId, 1);
    await tick('2026-11-05T10:00:00Z');
    expect(await taken()).toBe(5);
    expect((await showDecision(as(nobody), { slug, number })).picture).toBeNull();
  });
});

describe('after closing', () => {
  it('the outcome says what was decided, by how many of how many, and what was not measured', async () => {
    const { number } = await counted();
    const { facts, counted: count } = await showOutcome(as(nobody), { slug, number });
    expect(facts).toMatchObject({
      result: 'carried',
      onRoll: 8,
      quorumLeast: 2,
      inclusion: { state: 'whole-table', results: [{ rule: 'share', group: 'woman', result: 'not-known' }] },
      support: ['3', '1'],
    });
    expect(count).toMatchObject({ counted: 4, blank: 0 });
  });

  it('single ballots are given out only where the paper said so; otherwise the sums, and that it can’t be repeated', async () => {
    const shut = await counted();
    const sums = JSON.parse((await recountFile(as(nobody), { slug, number: shut.number })).text);
    expect(sums).toMatchObject({ repeatable: false, method: 'majority', sums: [{ given: '3' }, { given: '1' }] });
    expect(JSON.stringify(sums)).not.toContain('ballots');
  });

  it('a published box can be counted again from its file, with the same outcome', async () => {
    const { number } = await counted({ publishSingleBallots: 'yes' });
    const file = await recountFile(as(nobody), { slug, number });
    const election = parseJson(file.text, file.name);
    expect(election.ballots.times.reduce((sum, times) => sum + times, 0)).toBe(4);
    expect(JSON.stringify(file)).not.toContain(here.people[1]);
  });

  it('a published budget comes as a Pabulib file', async () => {
    const options = [
      { name: 'Bench; oak', cost: '60' },
      { name: 'Lamp', cost: '40.50' },
    ];
    const { number } = await counted({
      method: 'equal-shares',
      budget: '100',
      currency: 'EUR',
      options,
      publishSingleBallots: 'yes',
    });
    const file = await recountFile(as(nobody), { slug, number });
    const election = await readElection(file.text, file.name);
    expect(election.options.map(({ name }) => name)).toEqual(['Bench; oak', 'Lamp']);
  });

  it('the receipts stand in the list, and only the marks of a named decision stand beside names, for members', async () => {
    const made = await draft({ secrecy: 'named' });
    await call(made.decisionId);
    const { code } = await cast(made.decisionId, here.people[1], 2);
    await tick('2026-11-08T17:00:00Z');
    const at = { slug, number: made.number };
    expect((await showReceipts(as(nobody), at)).codes).toEqual([code]);
    await expect(showNamedBallots(as(nobody), at)).rejects.toMatchObject({ kind: 'sign-in' });
    const { ballots } = await showNamedBallots(as(here.actor(here.people[2])), at);
    expect(ballots).toMatchObject([{ marks: [{ option: 2, value: 1 }] }]);
  });

  it('nobody can see names of a secret decision', async () => {
    const { number } = await counted();
    await expect(showNamedBallots(as(here.facilitator), { slug, number })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('an official answers, and touches no ballot', async () => {
    const { decisionId, number } = await counted();
    const official = here.actor(here.people[7], 'official');
    await here.as(official, recordAnswer, { ...one(decisionId), verdict: 'partly', words: 'From spring on' });
    expect((await showOutcome(as(nobody), { slug, number })).answers).toMatchObject([{ verdict: 'partly' }]);
    const { decided } = await homeOfDecisions(as(nobody), { id: here.communityId, slug } as Community);
    expect(decided?.[0]?.note).toMatch(/^(Chosen|Yes|No|Nobody).*\. · The answer: Accepted in part$/);
    for (const action of [castBallot, withdrawBallot])
      await expect(
        here.as(official, action as typeof castBallot, { ...one(decisionId), marks: [] }),
      ).rejects.toMatchObject({
        kind: 'forbidden',
      });
    await expect(
      here.as(here.actor(here.people[2]), recordAnswer, { ...one(decisionId), verdict: 'partly', words: 'Said by me' }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
