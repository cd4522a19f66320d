import { beforeEach, describe, expect, test } from 'vitest';
import { erasePerson } from '#rooms/people/server/index.ts';
import { addSpeaker, declareSpeaker, editSpeaker, showFloorSummary, withdrawSpeaker, writeWords } from './part.ts';
import { type FloorVillage, floorVillage } from './testing.ts';

let village: FloorVillage;
beforeEach(async () => {
  village = await floorVillage();
});
const at = () => ({ slug: village.slug, number: village.number, locale: 'sr-Latn' });
const add = async (name: string, more: Readonly<Record<string, unknown>> = {}) => {
  const added = await village.as<{ speakerId: string }>(village.mira, addSpeaker, { ...at(), name, ...more });
  return added.speakerId;
};
const summary = (by = village.jovan) =>
  village.reads(by, (context) => showFloorSummary(context, { slug: village.slug, number: village.number }));
const declare = (by: string, speakerId: string, more: Readonly<Record<string, unknown>>) =>
  village.as(by, declareSpeaker, { ...at(), speakerId, about: 'woman', said: 'yes', ...more });

describe('speakers', () => {
  test('stand in their order with organisation and country, and nobody but who runs the floor adds them', async () => {
    const organisationId = await village.organisation('zora');
    await add('Ana Marić', { personId: village.ana, organisationId, country: 'mk' });
    await add('Gent Hoxha', { organisation: 'Gjelbër', country: 'AL' });
    const { panel } = await summary();
    expect(panel.speakers.map(({ name, organisation, country }) => [name, organisation, country])).toEqual([
      ['Ana Marić', 'zora', 'MK'],
      ['Gent Hoxha', 'Gjelbër', 'AL'],
    ]);
    await expect(village.as(village.jovan, addSpeaker, { ...at(), name: 'Neko' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  test('somebody speaks once, and whoever does not come leaves the list', async () => {
    const speakerId = await add('Ana', { personId: village.ana });
    await expect(add('Ana', { personId: village.ana })).rejects.toMatchObject({ reason: 'floor.speaks-already' });
    await village.as(village.mira, withdrawSpeaker, { ...at(), speakerId });
    expect((await summary()).panel.speakers).toEqual([]);
    await add('Ana', { personId: village.ana });
  });

  test('their words are shown only with their yes, which writing them from their own account is', async () => {
    const speakerId = await add('Ana', {
      personId: village.ana,
      profile: 'Piše o vodi.',
      caseWords: 'Bunar u Lipovcu.',
    });
    expect((await summary()).panel.speakers).toMatchObject([{ profile: null, case: null, awaits: true }]);
    const words = { ...at(), speakerId, kind: 'profile', text: 'Pišem o vodi.' };
    expect(await village.as(village.ana, writeWords, words)).toMatchObject({ version: 2, approved: true });
    expect((await summary()).panel.speakers).toMatchObject([{ profile: { text: 'Pišem o vodi.' }, case: null }]);
    // A newer version by somebody else waits; what was approved stays.
    await village.as(village.mira, writeWords, { ...words, text: 'Piše o vodi i putu.' });
    expect((await summary()).panel.speakers).toMatchObject([{ profile: { text: 'Pišem o vodi.' }, awaits: true }]);
    await expect(village.as(village.jovan, writeWords, words)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('an account is set once: what hangs on it is that person’s own', async () => {
    const speakerId = await add('Ana');
    const edit = (personId: string) =>
      village.as(village.mira, editSpeaker, { ...at(), speakerId, name: 'Ana Marić', personId });
    await edit(village.ana);
    await expect(edit(village.jovan)).rejects.toMatchObject({ reason: 'floor.speaker-is-another' });
    expect((await summary(village.ana)).speaksAs).toBe(speakerId);
  });
});

describe('what a speaker says of themself', () => {
  test('of a panel of three the page says what nobody has said, and of two nothing', async () => {
    const first = await add('Ana', { personId: village.ana });
    await add('Gent');
    expect((await summary()).panel.missing).toEqual([]);
    await add('Petar');
    expect((await summary()).panel.missing).toEqual(['woman', 'grassroots']);
    await declare(village.ana, first, {});
    expect((await summary()).panel.missing).toEqual(['grassroots']);
    await declare(village.ana, first, { said: 'rather-not' });
    expect((await summary()).panel.missing).toEqual(['woman', 'grassroots']);
    const left = await village.house.database.db.selectFrom('gatherings.speakerDeclaration').selectAll().execute();
    expect(left).toEqual([]);
  });

  test('is written down by somebody else only as stated, and never over the speaker’s own word', async () => {
    const speakerId = await add('Ana', { personId: village.ana });
    await expect(declare(village.mira, speakerId, {})).rejects.toMatchObject({ reason: 'floor.own-word-only' });
    await declare(village.mira, speakerId, { stated: 'yes' });
    await declare(village.ana, speakerId, { said: 'no' });
    await expect(declare(village.mira, speakerId, { stated: 'yes' })).rejects.toMatchObject({
      reason: 'floor.said-themself',
    });
  });

  test('the database refuses an own word that is another’s', async () => {
    const speakerId = await add('Ana', { personId: village.ana });
    const row = {
      communityId: village.communityId,
      speakerId,
      about: 'woman',
      said: 'yes',
      how: 'self',
      personId: village.ana,
      saidBy: village.mira,
      saidAt: new Date(),
    };
    const put = (more: object) =>
      village.house.database.db
        .insertInto('gatherings.speakerDeclaration')
        .values({ ...row, ...more })
        .execute();
    await expect(put({})).rejects.toThrow(/violates/);
    await expect(put({ personId: village.jovan, saidBy: village.jovan })).rejects.toThrow(/violates/);
    await expect(put({ how: 'stated' })).rejects.toThrow(/violates/);
  });
});

test('who is erased leaves no name, no word about themself and no declaration', async () => {
  const speakerId = await add('Ana Marić', { personId: village.ana, country: 'RS' });
  await declare(village.ana, speakerId, {});
  await village.as(village.ana, writeWords, { ...at(), speakerId, kind: 'profile', text: 'Pišem o vodi.' });
  await village.as(village.ana, erasePerson, { sure: 'yes' });
  await village.listen();
  const { db } = village.house.database;
  expect(await db.selectFrom('gatherings.speakerDeclaration').selectAll().execute()).toEqual([]);
  expect((await summary()).panel.speakers).toMatchObject([{ name: '' }]);
  const words = await db.selectFrom('gatherings.speakerWords').select('text').execute();
  expect(words.map(({ text }) => text)).toEqual(['…']);
});
