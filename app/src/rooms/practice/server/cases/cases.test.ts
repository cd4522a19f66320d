import { beforeEach, describe, expect, it } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { readingContext } from '#platform/house.ts';
import { searchEntries } from '#platform/search.ts';
import { changeProfile } from '#rooms/people/server/index.ts';
import {
  answerCredit,
  compareCases,
  creditContributor,
  homeOfPractice,
  listCases,
  orderContributors,
  publishCase,
  reviseCase,
  showCase,
  showCaseForm,
  showCaseWordings,
  showNewCase,
  showTree,
  takeBackCase,
  takeUpCase,
  uncreditContributor,
  writeCase,
} from '../index.ts';
import { CASE, SLUG, type TestPractice, testPractice } from '../testing.ts';

const slug = SLUG;
let t: TestPractice;
beforeEach(async () => {
  t = await testPractice();
});

const anyone = () => readingContext(t.house, nobody, t.house.languages.of('en'));
const write = async (by: string, more = {}) =>
  (await t.as<{ number: number }>(by, writeCase, { ...CASE, ...more })).number;
const show = (by: string, number: number) => t.reads(by, (context) => showCase(context, { slug, number }));
const open = (number: number) => showCase(anyone(), { slug, number });
const credit = (by: string, number: number, more: object) => t.as(by, creditContributor, { slug, number, ...more });

describe('a case', () => {
  it('is a draft that only those who tell it and stand in it can read', async () => {
    const number = await write(t.rada, { party: `o:${t.zora}` });
    expect((await show(t.ana, number)).one.title).toBe(CASE.title);
    for (const by of [t.mira, t.jovan, t.vesna])
      await expect(show(by, number)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(open(number)).rejects.toMatchObject({ kind: 'not-found' });
    await credit(t.rada, number, { who: `p:${t.jovan}`, part: 'Struja' });
    expect((await show(t.jovan, number)).credits).toMatchObject([{ part: 'Struja', credit: null, mayAnswer: true }]);
    expect((await t.reads(t.ana, (context) => listCases(context, slug))).drafts).toHaveLength(1);
    expect((await t.reads(t.jovan, (context) => listCases(context, slug))).drafts).toHaveLength(1);
    expect((await t.reads(t.mira, (context) => listCases(context, slug))).drafts).toEqual([]);
  });

  it('is published when everyone who stands in it said how they wish to be credited', async () => {
    const number = await write(t.rada, { party: `o:${t.zora}` });
    await credit(t.rada, number, { who: `p:${t.jovan}` });
    const publish = () => t.as(t.ana, publishCase, { slug, number });
    await expect(publish()).rejects.toMatchObject({ reason: 'practice.credit-missing' });
    const { practice, credits } = await show(t.jovan, number);
    const home = await t.reads(t.jovan, (context) => homeOfPractice(context, practice));
    expect(home.now?.map(({ href }) => href)).toEqual([`/c/${slug}/practice/cases/${number}#credit`]);
    const say = (answer: string) => t.as(t.jovan, answerCredit, { slug, number, contributorId: credits[0].id, answer });
    await say('no');
    await expect(publish()).rejects.toMatchObject({ reason: 'practice.credit-refused' });
    await say('member');
    await publish();
    const page = await open(number);
    expect([page.contributors.map(({ name }) => name), page.unnamed]).toEqual([['Rada', 'zora'], 1]);
    expect(page.credits).toEqual([]);
    await expect(publish()).rejects.toMatchObject({ reason: 'practice.case-published' });
  });

  it('names those who chose "only inside" to nobody outside, and counts them', async () => {
    await t.as(t.jovan, changeProfile, { name: 'Jovan', locale: 'en', theme: 'auto', signsAs: 'inside' });
    const number = await t.published(t.jovan);
    expect(await open(number)).toMatchObject({ contributors: [], unnamed: 1, who: { name: '', signed: 'member' } });
    expect((await show(t.rada, number)).contributors.map(({ name }) => name)).toEqual(['Jovan']);
  });

  it('shows contributors by the alphabet or as its authors order them, each with its tier', async () => {
    const number = await write(t.rada, { party: `o:${t.zora}` });
    await credit(t.rada, number, {
      outsideName: 'Baba Ruža',
      outsideTier: 'community',
      told: 'name',
      part: 'Vodila knjigu',
    });
    await credit(t.rada, number, { outsideName: 'Veliki fond', outsideTier: 'international', told: 'member' });
    await t.as(t.rada, publishCase, { slug, number });
    const names = async () => (await open(number)).contributors.map(({ name, tier }) => [name, tier]);
    expect(await names()).toEqual([
      ['Baba Ruža', 'community'],
      ['Rada', null],
      ['zora', 'local'],
    ]);
    const { credits } = await show(t.rada, number);
    const rada = credits.find(({ name }) => name === 'Rada');
    await t.as(t.rada, orderContributors, {
      slug,
      number,
      order: 'own',
      places: [
        { contributorId: rada?.id, place: 1 },
        { contributorId: credits[0].id, place: 9 },
      ],
    });
    expect((await names()).map(([name]) => name)).toEqual(['Rada', 'Baba Ruža', 'zora']);
    const ruza = credits.find(({ name }) => name === 'Baba Ruža');
    await t.as(t.rada, uncreditContributor, { slug, number, contributorId: ruza?.id });
    expect((await names()).map(([name]) => name)).toEqual(['Rada', 'zora']);
    await expect(credit(t.rada, number, { who: `o:${t.zora}` })).rejects.toMatchObject({
      reason: 'practice.credited-already',
    });
    await expect(credit(t.rada, number, { who: `o:${t.iskra}` })).rejects.toMatchObject({
      reason: 'practice.not-in-practice',
    });
  });

  it('keeps its wordings; those from before it was published are read by who tells it', async () => {
    const number = await write(t.jovan, { failed: 'Prva reč' });
    const revise = (failed: string) => t.as(t.jovan, reviseCase, { ...CASE, number, failed, why: 'Tačnije' });
    await revise('Druga reč');
    t.house.passDays(1);
    await t.as(t.jovan, publishCase, { slug, number });
    t.house.passDays(1);
    await revise('Treća reč');
    const wordings = async (by?: string) => {
      const ask = (context: ReturnType<typeof anyone>) => showCaseWordings(context, { slug, number });
      const { wordings: all } = by ? await t.reads(by, ask) : await ask(anyone());
      return all.map(({ answers }) => answers.find(({ question }) => question === 'failed')?.words);
    };
    expect(await wordings(t.jovan)).toEqual(['Treća reč', 'Druga reč', 'Prva reč']);
    expect(await wordings()).toEqual(['Treća reč', 'Druga reč']);
    await expect(t.as(t.mira, reviseCase, { ...CASE, number })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(t.reads(t.mira, (context) => showCaseForm(context, { slug, number }))).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  it('carries pictures with their words, eight at most', async () => {
    const picture = (hash: string) => ({
      hash: hash.repeat(64),
      mediaType: 'image/webp',
      bytes: new Uint8Array([1]),
      width: 1,
      height: 1,
    });
    const pictures = ['a', 'b', 'c', 'd'].map(picture);
    const number = await write(t.jovan, { pictures, pictureWords: 'Hladnjača' });
    const revise = (more: readonly string[]) =>
      t.as(t.jovan, reviseCase, { ...CASE, number, pictures: more.map(picture) });
    await revise(['e', 'f', '0']);
    await expect(revise(['1', '2'])).rejects.toMatchObject({ reason: 'practice.many-pictures' });
    const shown = (await show(t.jovan, number)).pictures;
    expect(shown).toHaveLength(7);
    expect(shown[0]).toEqual({ href: `/files/${t.practiceId}/${'a'.repeat(64)}`, words: 'Hladnjača' });
    expect(shown[6].words).toBe(CASE.title);
  });

  it('is found across scripts once it is published, and no more when it was taken back', async () => {
    const number = await write(t.jovan);
    const find = async () =>
      (await searchEntries(anyone(), { communityId: t.practiceId, words: 'хладњача', withMembers: false })).map(
        (hit) => hit.number,
      );
    expect(await find()).toEqual([]);
    await t.as(t.jovan, publishCase, { slug, number });
    expect(await find()).toEqual([number]);
    expect((await listCases(anyone(), slug, { words: 'хладњача' })).cases).toHaveLength(1);
    await t.as(t.mira, takeBackCase, { slug, number, why: 'Vodi se spor' });
    expect(await find()).toEqual([]);
    expect(await t.told(t.jovan)).toEqual(['practice.case-withdrawn']);
    await expect(open(number)).rejects.toMatchObject({ kind: 'not-found' });
    expect((await show(t.jovan, number)).one.title).toBe(CASE.title);
  });
});

describe('learning from a case', () => {
  it('may be said by an organisation or a community that is not in the practice, and is told to those learned from', async () => {
    const number = await t.published(t.rada, { party: `o:${t.zora}` });
    const kenya = await t.uptake(t.vesna, number, {
      party: `o:${t.iskra}`,
      how: 'adapted',
      country: 'KE',
      title: 'Cold room',
    });
    expect(await t.told(t.rada)).toEqual(['practice.case-adapted']);
    expect(await t.told(t.ana)).toEqual(['practice.case-adapted']);
    const village = await t.uptake(t.nina, kenya, {
      party: `c:${t.villageId}`,
      how: 'did-not-work',
      title: 'Kod nas nije',
    });
    expect(await t.told(t.vesna)).toEqual(['practice.case-failed-elsewhere']);
    const { branches } = await showTree(anyone(), slug);
    expect(branches.map((one) => [one.number, one.from, one.how]).sort()).toEqual(
      [
        [number, null, null],
        [kenya, number, 'adapted'],
        [village, kenya, 'did-not-work'],
      ].sort(),
    );
    expect((await listCases(anyone(), slug)).cases.map(({ uptakes }) => Object.values(uptakes))).toEqual([
      [0, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
    ]);
    expect((await listCases(anyone(), slug, { failed: true })).cases.map((one) => one.number)).toEqual([
      village,
      kenya,
    ]);
    expect((await listCases(anyone(), slug, { country: 'KE' })).cases.map((one) => one.number)).toEqual([kenya]);
  });

  it('needs whoever speaks to be of the organisation or at the desk of the community', async () => {
    const number = await t.published(t.jovan);
    const take = (by: string, party: string) => t.as(by, takeUpCase, { ...CASE, from: number, how: 'adopted', party });
    await expect(take(t.vesna, '')).rejects.toMatchObject({ reason: 'practice.uptake-by-whom' });
    await expect(take(t.vesna, `o:${t.zora}`)).rejects.toMatchObject({ reason: 'practice.whose-word' });
    await expect(take(t.vesna, `c:${t.villageId}`)).rejects.toMatchObject({ reason: 'practice.whose-word' });
    await expect(take(t.nina, `o:${t.villageId}`)).rejects.toMatchObject({ kind: 'not-found' });
    const voices = await t.reads(t.nina, (context) => showNewCase(context, { slug, from: number }));
    expect(voices.voices.map(({ value }) => value)).toEqual([`c:${t.villageId}`]);
  });

  it('keeps a case that was taken back in the tree, without its words, as long as others learned from it', async () => {
    const number = await t.published(t.jovan, { title: 'Tajni naslov' });
    const child = await t.uptake(t.vesna, number, { party: `o:${t.iskra}` });
    await t.as(t.jovan, takeBackCase, { slug, number, why: 'Dogovor' });
    const { tree } = await open(child);
    expect(tree.map((one) => [one.number, one.title, one.who?.name])).toEqual([
      [number, '', undefined],
      [child, CASE.title, 'iskra'],
    ]);
    await t.as(t.vesna, takeBackCase, { slug, number: child, why: 'Dogovor' });
    expect((await showTree(anyone(), slug)).branches).toEqual([]);
  });
});

it('lays two to four cases side by side, in the order asked for', async () => {
  const numbers = [
    await t.published(t.jovan),
    await t.published(t.rada, { party: `o:${t.zora}`, title: 'Drugi', failed: '' }),
  ];
  const draft = await write(t.jovan);
  const compare = (asked: number[]) => compareCases(anyone(), { slug, numbers: asked });
  const { cases, all } = await compare([...numbers].reverse());
  expect(cases.map(({ number, html }) => [number, html.failed === undefined])).toEqual([
    [numbers[1], true],
    [numbers[0], false],
  ]);
  expect(all).toHaveLength(2);
  expect((await compare([])).cases).toEqual([]);
  expect(await compare([numbers[0]])).toMatchObject({ cases: [], no: 'practice.two-to-four', asked: [numbers[0]] });
  expect((await compare([numbers[0], draft])).no).toBe('practice.two-to-four');
});
