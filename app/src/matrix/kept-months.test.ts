import { expect, test } from 'vitest';
import type { House } from '#platform/house.ts';
import { forgetOld, monthsBefore } from '#platform/jobs/forget-old.ts';
import { allRooms } from '#rooms/all.ts';
import { charterOf, writeCharter } from '#rooms/communities/server/index.ts';
import type { TestVillage } from '#rooms/communities/server/testing.ts';
import { gatheringsRoom } from '#rooms/gatherings/server/index.ts';
import { answerAppeal, appealFold, foldThing, reportThing, setReportAside } from '#rooms/moderation/server/index.ts';
import {
  answerPrivateNeed,
  needsRoom,
  showPrivateDoor,
  supportNeed,
  tellPrivately,
} from '#rooms/needs/server/index.ts';
import { callingVillage } from '../rooms/gatherings/server/testing.ts';
import { needVillage } from '../rooms/needs/server/testing.ts';

/** The charter says six months instead of sixty. */
async function keepSixMonths(village: TestVillage, by: string, slug: string): Promise<House> {
  const { db } = village.house.database;
  const { id } = await db
    .selectFrom('communities.community')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  const { rules } = await charterOf(db, id);
  await village.as(by, writeCharter, { slug, rules: { ...rules, keptMonths: 6 } });
  return { ...village.house, rooms: allRooms };
}

test('what was answered is gone when the months of the charter are over, and what waits stays', async () => {
  const v = await needVillage();
  const { slug } = v;
  const house = await keepSixMonths(v, v.mira, slug);
  const { db } = v.house.database;
  const count = async (table: 'moderation.report' | 'moderation.appeal' | 'moderation.fold') =>
    (await db.selectFrom(table).selectAll().execute()).length;
  for (const keeper of [v.jovan, v.ana]) await v.grant(keeper, 'keeper');
  const number = await v.raise(v.jovan, 'Чесма у горњој мали');
  const need = { slug, about: 'need', aboutId: (await v.show(v.mira, number)).id };
  await v.as(v.ana, reportThing, { ...need, reason: 'other' });
  await v.as(v.mira, setReportAside, need);
  await v.as(v.vesna, reportThing, { ...need, reason: 'other' });
  await v.as(v.ana, supportNeed, { slug, number, words: 'И код нас', locale: 'sr-Cyrl' });
  const words = { slug, about: 'support', aboutId: (await v.show(v.mira, number)).support.withWords[0]?.id };
  const { foldId } = await v.as<{ foldId: string }>(v.mira, foldThing, { ...words, reason: 'other' });
  await v.as(v.ana, appealFold, { slug, foldId, words: 'Нека стоји' });
  await v.grant(v.jovan, 'facilitator');
  await v.as(v.jovan, answerAppeal, { slug, foldId, upheld: 'no', answer: 'Не.' });
  const told = { slug, locale: 'sr-Cyrl' };
  for (const said of ['Плашим се', 'И даље чекам']) await v.as(v.vesna, tellPrivately, { ...told, words: said });
  const { heard } = await v.reads(v.ana, (context) => showPrivateDoor(context, slug));
  const answered = heard.find((one) => one.words === 'Плашим се');
  await v.as(v.ana, answerPrivateNeed, { slug, id: answered?.id, words: 'Ту смо.' });
  const forget = async () => {
    await forgetOld(house);
    for (const tick of needsRoom.ticks) if (tick.name === 'needs.forget-answered') await tick.run(v.house);
  };
  const mine = async () =>
    (await v.reads(v.vesna, (context) => showPrivateDoor(context, slug))).mine.map((one) => one.words).sort();

  v.house.passDays(150);
  await forget();
  expect([await count('moderation.report'), await count('moderation.appeal')]).toEqual([2, 1]);
  expect(await mine()).toEqual(['И даље чекам', 'Плашим се']);
  v.house.passDays(40);
  await forget();
  expect([await count('moderation.report'), await count('moderation.appeal')]).toEqual([1, 0]);
  expect([await count('moderation.fold'), await mine()]).toEqual([1, ['И даље чекам']]);
});

test('who came to a gathering is forgotten when the months of the charter are over, and how many stays', async () => {
  const v = await callingVillage();
  await keepSixMonths(v, v.mira, v.slug);
  const { number, gatheringId } = await v.call({});
  const { db } = v.house.database;
  const { communityId, endsAt } = await db
    .selectFrom('gatherings.gathering')
    .select(['communityId', 'endsAt'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const seen = { presentAt: endsAt, arrivedAt: endsAt, recordedBy: v.mira, deviceId: gatheringId };
  const present = { communityId, id: gatheringId, gatheringId, personId: v.mira, ...seen };
  await db
    .insertInto('gatherings.attendance')
    .values({ ...present, registrationId: null, name: null, plainName: null })
    .execute();
  const listed = async () => (await db.selectFrom('gatherings.attendance').select('id').execute()).length;
  const forget = async () => {
    for (const tick of gatheringsRoom.ticks) if (tick.name === 'gatherings.forget-due') await tick.run(v.house);
  };
  v.house.setNow(new Date(endsAt.getTime() + 170 * 86_400_000).toISOString());
  await forget();
  expect(await listed()).toBe(1);
  v.house.setNow(new Date(endsAt.getTime() + 190 * 86_400_000).toISOString());
  await forget();
  expect(await listed()).toBe(0);
  const counts = await db.selectFrom('gatherings.attendanceCount').select('count').execute();
  expect(counts.map((row) => row.count)).toEqual([1]);
});

test('months are those of the calendar', () => {
  const before = (moment: string, months: number) => monthsBefore(new Date(moment), months).toISOString().slice(0, 10);
  expect([before('2026-11-24T10:00:00Z', 6), before('2026-01-15T10:00:00Z', 60)]).toEqual(['2026-05-24', '2021-01-15']);
  expect([before('2026-08-31T10:00:00Z', 6), before('2026-03-31T10:00:00Z', 1)]).toEqual(['2026-02-28', '2026-02-28']);
});
