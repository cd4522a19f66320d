import { beforeEach, expect, test } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { readingContext } from '#platform/house.ts';
import { rowsOfPerson } from '#platform/person-rows.ts';
import { runParsed } from '#platform/run-action.ts';
import { communityById } from '#rooms/communities/server/index.ts';
import { erasePerson } from '#rooms/people/server/index.ts';
import { commitmentsTables } from '../tables.ts';
import type { ByWhom } from '../words.ts';
import { answerCommitment } from './answer-commitment.ts';
import { askAbout } from './ask-about.ts';
import { forgetPerson } from './forget-person.ts';
import { homeOfCommitments } from './home.ts';
import { commitmentsFrom, myCommitments } from './list-commitments.ts';
import { recordCommitment } from './record-commitment.ts';
import { sayOwnWord } from './say-own-word.ts';
import { showCommitment } from './show-commitment.ts';
import { type WordVillage, wordVillage } from './testing.ts';

let v: WordVillage;
const slug = 'lipovac';
const gathering = '01900000-0000-7000-8000-0000000000aa';
beforeEach(async () => {
  v = await wordVillage();
});

/** Writes down a word as a gathering would that is being closed by Mira. */
const record = async (by: ByWhom, what: string, audience: 'public' | 'members' = 'public') => {
  const origin = { kind: 'gathering', id: gathering, address: `/c/${slug}/gatherings/7`, title: 'Скуп' };
  const asking = { actor: await v.actor(v.mira), language: v.house.languages.of('en') };
  const said = {
    communityId: v.communityId,
    what,
    locale: 'sr-Cyrl',
    by,
    origin,
    audience,
    dueOn: '2026-11-20',
  } as const;
  return runParsed(v.house, asking, { name: 'test.close', run: (context) => recordCommitment(context, said) });
};
const from = { origin: 'gathering', originId: gathering };

test('a report shows what was promised at its gathering, with what became of it, and only what the reader may see', async () => {
  const first = await record({ personId: v.jovan }, 'Зовем мајстора');
  await record({ name: 'Пера', signsAs: 'inside' }, 'Доноси цреп');
  await record({ organisationId: v.zora }, 'Даје салу', 'members');
  await v.give(v.ana, 'Није са скупа');
  await v.as(v.ana, answerCommitment, {
    slug,
    number: first.number,
    answer: 'kept',
    words: 'Дошао је.',
    locale: 'sr-Cyrl',
  });
  const asked = { communityId: v.communityId, ...from };
  const inside = await v.reads(v.ana, (context) => commitmentsFrom(context, asked));
  expect(inside.map(({ what, state, giver }) => [what, state, giver.name])).toEqual([
    ['Зовем мајстора', 'kept', 'Jovan'],
    ['Доноси цреп', 'given', 'Пера'],
    ['Даје салу', 'given', 'Зора'],
  ]);
  expect(inside[0]).toMatchObject({ answer: { words: 'Дошао је.' }, origin: { address: `/c/${slug}/gatherings/7` } });
  const stranger = readingContext(v.house, nobody, v.house.languages.of('en'));
  expect((await commitmentsFrom(stranger, asked)).map(({ giver }) => giver.signed)).toEqual(['name', 'somebody']);
  const elsewhere = { communityId: v.zora, ...from };
  expect(await commitmentsFrom(stranger, elsewhere)).toEqual([]);
});

test('the front page says what waits for me, my own word that comes due, and how the word is kept here', async () => {
  await record({ personId: v.jovan }, 'Зовем мајстора');
  v.house.setNow('2026-12-02T09:00:00Z');
  await askAbout.run(v.house);
  const community = await communityById(v.house.database.db, v.communityId);
  const home = (who: string) => v.reads(who, (context) => homeOfCommitments(context, community));
  const anas = await home(v.ana);
  expect(anas.now?.map(({ href }) => href)).toEqual([`/c/${slug}/commitments?view=waits`]);
  expect(anas.decided).toMatchObject([{ href: `/c/${slug}/commitments`, note: '1 waits for an answer' }]);
  expect((await home(v.jovan)).now?.map(({ title }) => title)).toEqual(['Зовем мајстора']);
  expect((await home(v.lena)).now).toEqual([]);
});

test('everyone finds their own words, and those of their organisations, in one place', async () => {
  await record({ organisationId: v.zora }, 'Даје салу');
  await record({ personId: v.jovan }, 'Зовем мајстора');
  const mine = async (who: string) =>
    (await v.reads(who, myCommitments)).map(({ what, community }) => [what, community.slug]);
  expect(await mine(v.jovan)).toEqual([['Зовем мајстора', slug]]);
  expect(await mine(v.lena)).toEqual([['Даје салу', slug]]);
  expect(await mine(v.ana)).toEqual([]);
});

test('who leaves the house is asked no more: what was open says so, what was kept stays, and their own words go', async () => {
  const open = await record({ personId: v.jovan }, 'Зовем мајстора');
  const kept = await record({ personId: v.jovan }, 'Косим');
  await v.as(v.ana, answerCommitment, { slug, number: kept.number, answer: 'kept', locale: 'sr-Cyrl' });
  await v.as(v.jovan, sayOwnWord, { slug, number: open.number, words: 'Мајстор Сава долази.', locale: 'sr-Cyrl' });
  const held = { register: commitmentsTables, people: 'people.person', personId: v.jovan };
  const data = await v.reads(v.jovan, (context) => rowsOfPerson(context, held));
  expect(JSON.stringify([...data])).toContain('Мајстор Сава долази.');
  await v.as(v.jovan, erasePerson, { sure: 'yes' });
  const asking = { actor: { kind: 'system', name: 'test' } as const, language: v.house.languages.of('en') };
  const heard = { kind: 'people.person-erased', personId: v.jovan };
  await runParsed(v.house, asking, {
    name: 'test.hear',
    run: (context) => forgetPerson.hear(context, heard, v.house.now()),
  });
  const show = (number: number) => v.reads(v.ana, (context) => showCommitment(context, { slug, number }));
  const left = await show(open.number);
  expect(left).toMatchObject({ takenBack: { reason: 'left' }, ownWords: [], askings: [] });
  expect(left.commitment.giver).toMatchObject({ name: '', signed: 'former' });
  expect((await show(kept.number)).commitment.state).toBe('kept');
});
