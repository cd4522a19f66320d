import { beforeEach, describe, expect, test } from 'vitest';
import { foldThing } from '#rooms/moderation/server/index.ts';
import { addSpeaker } from '../floor/add-speaker.ts';
import { type FloorVillage, floorVillage, handOf } from '../floor/testing.ts';
import {
  amendConclusion,
  answerAmendment,
  confirmConclusion,
  enterReflection,
  recordNextStep,
  showClosing,
  writeConclusion,
  writeReflection,
} from './part.ts';

let village: FloorVillage;
beforeEach(async () => {
  village = await floorVillage();
});
const at = () => ({ slug: village.slug, number: village.number, locale: 'sr-Latn' });
const closing = (by = village.jovan) => village.reads(by, (context) => showClosing(context, at()));

describe('reflections', () => {
  test('one line, named or not, from the web and from the hall', async () => {
    await village.anyone(writeReflection, { text: 'Pitaćemo  žene prve.', hand: handOf(1) });
    await village.as(village.ana, writeReflection, { ...at(), text: 'Nosim ovo u školu.', hand: handOf(2) });
    const paper = { ...at(), text: 'Zapisaću cenu.', channel: 'paper', name: 'Mile' };
    await village.as(village.mira, enterReflection, paper);
    expect((await closing()).reflections.map(({ text, who }) => [text, who])).toEqual([
      ['Zapisaću cenu.', 'Mile'],
      ['Nosim ovo u školu.', 'Ana'],
      ['Pitaćemo žene prve.', null],
    ]);
    await expect(village.as(village.ana, enterReflection, paper)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('a harmful one is folded and no longer shown', async () => {
    const { reflectionId } = await village.anyone<{ reflectionId: string }>(writeReflection, {
      text: 'Ružno o nekome.',
      hand: handOf(1),
    });
    await village.as(village.mira, foldThing, {
      slug: village.slug,
      about: 'reflection',
      aboutId: reflectionId,
      reason: 'insult',
    });
    expect((await closing()).reflections).toEqual([]);
  });
});

describe('conclusions', () => {
  const conclude = async () =>
    (await village.as<{ conclusion: number }>(village.mira, writeConclusion, { ...at(), text: 'Bunar je svačiji.' }))
      .conclusion;
  const confirm = (by: string, version = 1) => village.as(by, confirmConclusion, { ...at(), conclusion: 1, version });

  test('who took part confirms one once; somebody from elsewhere who did not, may not', async () => {
    await conclude();
    await confirm(village.ana);
    await confirm(village.ana);
    expect((await closing(village.ana)).conclusions).toMatchObject([{ confirmations: 1, mine: true }]);
    await expect(confirm(village.vesna)).rejects.toMatchObject({ kind: 'forbidden' });
    await village.as(village.mira, addSpeaker, { ...at(), name: 'Vesna', personId: village.vesna });
    await confirm(village.vesna);
    expect((await closing()).conclusions).toMatchObject([{ confirmations: 2, mine: false }]);
  });

  test('an amendment that is taken up is a new wording, which nobody has confirmed yet', async () => {
    await conclude();
    await confirm(village.ana);
    const amendment = { ...at(), conclusion: 1, version: 1, text: 'Bunar je svačiji, i svi ga čiste.', why: 'Red' };
    const { amendmentId } = await village.as<{ amendmentId: string }>(village.jovan, amendConclusion, amendment);
    await village.as(village.mira, answerAmendment, { ...at(), amendmentId, answer: 'taken' });
    const { conclusions } = await closing();
    expect(conclusions).toMatchObject([{ version: 2, text: amendment.text, confirmations: 0 }]);
    expect(conclusions[0].amendments).toMatchObject([{ who: 'Jovan', answer: 'taken' }]);
    await expect(confirm(village.ana, 1)).rejects.toMatchObject({ reason: 'floor.newer-wording' });
    await confirm(village.ana, 2);
    await expect(
      village.as(village.mira, answerAmendment, { ...at(), amendmentId, answer: 'not-taken', words: 'Ipak ne.' }),
    ).rejects.toMatchObject({ reason: 'floor.amendment-answered' });
  });

  test('one that is not taken up needs a reason, and stays on the page with it', async () => {
    await conclude();
    const amendment = { ...at(), conclusion: 1, version: 1, text: 'Bunar je seoski.' };
    const { amendmentId } = await village.as<{ amendmentId: string }>(village.jovan, amendConclusion, amendment);
    const answer = { ...at(), amendmentId, answer: 'not-taken' };
    await expect(village.as(village.mira, answerAmendment, answer)).rejects.toMatchObject({ fields: { words: {} } });
    await village.as(village.mira, answerAmendment, { ...answer, words: 'Isto je.' });
    expect((await closing()).conclusions).toMatchObject([{ version: 1, amendments: [{ answerWords: 'Isto je.' }] }]);
  });

  test('the database refuses a confirmation of a wording that is not there', async () => {
    await conclude();
    const { db } = village.house.database;
    const { id } = await db.selectFrom('gatherings.conclusion').select('id').executeTakeFirstOrThrow();
    const row = { communityId: village.communityId, conclusionId: id, version: 2, personId: village.ana };
    await expect(
      db
        .insertInto('gatherings.conclusionConfirmation')
        .values({ ...row, confirmedAt: new Date() })
        .execute(),
    ).rejects.toThrow(/violates/);
  });
});

test('a next step becomes a given word with its origin, and the page shows it', async () => {
  const step = { ...at(), what: 'Naći cev', by: `person:${village.ana}`, dueOn: '2026-12-20' };
  const { number } = await village.as<{ number: number }>(village.mira, recordNextStep, step);
  const { steps } = await closing();
  expect(steps).toMatchObject([{ number, what: 'Naći cev' }]);
  const named = { ...step, by: 'name', what: 'Doneti ključ' };
  await expect(village.as(village.mira, recordNextStep, named)).rejects.toMatchObject({ fields: { name: {} } });
  await expect(
    village.as(village.mira, recordNextStep, { ...step, by: `person:${village.vesna}` }),
  ).rejects.toMatchObject({ reason: 'floor.nobody-here' });
});
