import { beforeEach, expect, it } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { readingContext } from '#platform/house.ts';
import { rowsOfPerson } from '#platform/person-rows.ts';
import { searchEntries } from '#platform/search.ts';
import { listNotices } from '#rooms/messages/server/index.ts';
import {
  answerAppeal,
  appealFold,
  foldThing,
  moderationRoom,
  reportThing,
  secondFold,
  setReportAside,
  showFold,
  showModerationDesk,
  showModerationLog,
  unfoldThing,
} from '#rooms/moderation/server/index.ts';
import { listOffers, needsRoom, offerAsset, showOffer, supportNeed, withdrawOffer, withdrawSupport } from './index.ts';
import { type NeedVillage, needVillage } from './testing.ts';
import { showWeek } from './week.ts';

let v: NeedVillage;
let petar: string;
let number: number;
const locale = 'sr-Cyrl';
const curse = 'Милан је лопов.';
beforeEach(async () => {
  v = await needVillage();
  number = await v.raise(v.jovan, 'Чесма у горњој мали');
  await v.as(v.ana, supportNeed, { slug: v.slug, number, words: curse, locale });
  const rows = await v.house.database.db.selectFrom('people.person').select('id').where('name', '=', 'Petar').execute();
  petar = rows[0].id;
});

const words = async (who = v.mira) => (await v.show(who, number)).support.withWords;
const aboutWords = async () => ({ slug: v.slug, about: 'support', aboutId: (await words())[0]?.id });
const fold = async (by: string, asked: Readonly<Record<string, unknown>>) =>
  (await v.as<{ foldId: string }>(by, foldThing, { reason: 'insult', ...asked })).foldId;
const told = async (who: string) => {
  const { db } = v.house.database;
  const rows = await db.selectFrom('messages.notice').select('kind').where('personId', '=', who).execute();
  return rows.map(({ kind }) => kind);
};
/** Everything that a stranger and a neighbour read of needs and offers. */
const everywhere = async () => {
  const stranger = readingContext(v.house, nobody, v.house.languages.of('en'));
  const { communityId, slug } = v;
  return JSON.stringify([
    await v.show(v.jovan, number),
    await listOffers(stranger, slug, {}),
    await v.reads(v.jovan, (context) => listOffers(context, slug, {})),
    await searchEntries(stranger, { communityId, words: 'лопов', withMembers: true }),
    (await showModerationLog(stranger, slug)).lines,
    await v.reads(v.mira, (context) => showWeek(context, slug)),
  ]);
};

it('words beside a “me too” are reported and folded: no page says them or who wrote them, and “me too” stays counted', async () => {
  await v.as(v.jovan, reportThing, { ...(await aboutWords()), reason: 'insult', words: 'Није тачно.' });
  const { reports } = await v.reads(petar, (context) => showModerationDesk(context, v.slug));
  expect(reports).toMatchObject([{ about: 'support', text: curse, title: 'Чесма у горњој мали', mine: false }]);
  const foldId = await fold(v.mira, await aboutWords());
  expect(await everywhere()).not.toMatch(/лопов|Ana/);
  expect(await words(v.jovan)).toMatchObject([{ words: '', name: '', signed: 'member', fold: { reason: 'insult' } }]);
  expect((await v.show(v.jovan, number)).need.supporters).toBe(1);
  expect([await told(v.ana), await told(v.jovan)]).toEqual([
    expect.arrayContaining(['moderation.folded']),
    expect.arrayContaining(['moderation.report-folded']),
  ]);
  expect(JSON.stringify(await v.reads(v.jovan, listNotices))).not.toMatch(/лопов/);
  const read = (who: string) => v.reads(who, (context) => showFold(context, { slug: v.slug, foldId }));
  for (const who of [v.ana, v.mira, petar]) expect((await read(who)).fold.text).toBe(curse);
  await expect(read(v.jovan)).rejects.toMatchObject({ kind: 'forbidden' });
  const register = [...needsRoom.tables, ...moderationRoom.tables];
  const own = (personId: string) =>
    v.reads(personId, (context) => rowsOfPerson(context, { register, people: 'people.person', personId }));
  expect(JSON.stringify([...(await own(v.ana))])).toContain(curse);
  expect(JSON.stringify([...(await own(v.mira))])).not.toContain(curse);
});

it('without a second they stand again after three days; with one only an appeal brings them back', async () => {
  await fold(v.mira, await aboutWords());
  v.house.passDays(3.1);
  for (const tick of moderationRoom.ticks) await tick.run(v.house);
  expect((await words(v.jovan)).map((one) => one.words)).toEqual([curse]);
  const foldId = await fold(v.mira, await aboutWords());
  const about = { slug: v.slug, foldId };
  await v.as(petar, secondFold, about);
  await expect(v.as(v.mira, unfoldThing, about)).rejects.toThrow('fold-seconded');
  await v.as(v.ana, appealFold, { ...about, words: 'Пресуда је јавна.' });
  const answer = { ...about, upheld: 'yes', answer: 'Јесте.' };
  await expect(v.as(petar, answerAppeal, answer)).rejects.toThrow('appeal-by-another');
  await v.grant(v.jovan, 'facilitator');
  await v.as(v.jovan, answerAppeal, answer);
  expect((await words(v.vesna)).map((one) => one.words)).toEqual([curse]);
});

it('folded words are not said again otherwise; taking back the “me too” takes them out of the fold for good', async () => {
  const foldId = await fold(v.mira, await aboutWords());
  const again = { slug: v.slug, number, words: 'И опет: лопов.', locale };
  await expect(v.as(v.ana, supportNeed, again)).rejects.toMatchObject({ reason: 'needs.words-folded' });
  await v.as(v.ana, supportNeed, { ...again, words: '' });
  await v.as(v.ana, withdrawSupport, { slug: v.slug, number });
  const read = await v.reads(v.mira, (context) => showFold(context, { slug: v.slug, foldId }));
  expect(read.fold.text).toBe('');
  await v.as(v.mira, unfoldThing, { slug: v.slug, foldId });
  expect(await words(v.mira)).toEqual([]);
});

it('a “me too” without words has nothing to fold, nor has what waits for a yes', async () => {
  await v.as(v.jovan, supportNeed, { slug: v.slug, number, words: '', locale });
  const { db } = v.house.database;
  const { id } = await db
    .selectFrom('needs.support')
    .select('id')
    .where('personId', '=', v.jovan)
    .executeTakeFirstOrThrow();
  const about = { slug: v.slug, about: 'support', aboutId: id };
  await expect(fold(v.mira, about)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(v.as(v.ana, reportThing, { ...about, reason: 'other' })).rejects.toMatchObject({ kind: 'not-found' });
  const paper = await v.raise(v.mira, 'Са папира', { channel: 'paper' });
  const waiting = { slug: v.slug, about: 'need', aboutId: (await v.show(v.mira, paper)).id };
  await expect(fold(petar, waiting)).rejects.toMatchObject({ kind: 'not-found' });
});

it('an offer is reported, let stand, and folded; its line says so on every page and search forgets it', async () => {
  const asked = { slug: v.slug, kind: 'skills', title: 'Бијем лопова Милана', words: 'За паре', locale, need: number };
  const offer = await v.as<{ number: number }>(v.ana, offerAsset, asked);
  const shown = (who: string) => v.reads(who, (context) => showOffer(context, { slug: v.slug, number: offer.number }));
  const about = { slug: v.slug, about: 'offer', aboutId: (await shown(v.mira)).offer.id };
  await v.as(v.jovan, reportThing, { ...about, reason: 'threat' });
  await expect(v.as(v.ana, setReportAside, about)).rejects.toThrow('not-yours');
  await v.as(v.mira, setReportAside, about);
  expect(await told(v.jovan)).toContain('moderation.report-stands');
  const foldId = await fold(v.mira, { ...about, reason: 'threat' });
  expect(await everywhere()).not.toMatch(/Бијем|За паре|Милана/);
  expect((await shown(v.jovan)).offer).toMatchObject({ name: '', words: '', fold: { reason: 'threat' }, mine: false });
  expect((await shown(v.ana)).offer).toMatchObject({ mine: true, fold: { reason: 'threat' } });
  await expect(fold(petar, about)).rejects.toThrow('folded-already');
  await v.as(v.mira, unfoldThing, { slug: v.slug, foldId });
  expect((await shown(v.jovan)).offer).toMatchObject({ title: 'Бијем лопова Милана', words: 'За паре', fold: null });
  expect(await everywhere()).toMatch(/Бијем/);
});

it('an offer that was withdrawn while it was folded comes back as withdrawn, and is not found', async () => {
  const asked = { slug: v.slug, kind: 'skills', title: 'Зидам', locale };
  const offer = await v.as<{ number: number }>(v.ana, offerAsset, asked);
  const at = { slug: v.slug, number: offer.number };
  const { id } = (await v.reads(v.mira, (context) => showOffer(context, at))).offer;
  const foldId = await fold(v.mira, { slug: v.slug, about: 'offer', aboutId: id });
  await v.as(v.ana, withdrawOffer, at);
  await v.as(v.mira, unfoldThing, { slug: v.slug, foldId });
  const found = await v.reads(v.jovan, (context) =>
    searchEntries(context, { communityId: v.communityId, words: 'зидам', withMembers: true }),
  );
  expect([(await v.reads(v.jovan, (context) => showOffer(context, at))).offer.withdrawnAt, found]).toEqual([
    v.house.now(),
    [],
  ]);
});
