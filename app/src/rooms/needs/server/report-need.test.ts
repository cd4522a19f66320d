import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { listNotices } from '#rooms/messages/server/index.ts';
import {
  foldThing,
  reportThing,
  setReportAside,
  showModerationDesk,
  unfoldThing,
} from '#rooms/moderation/server/index.ts';
import { type NeedVillage, needVillage } from './testing.ts';

let v: NeedVillage;
let number: number;
beforeEach(async () => {
  v = await needVillage();
  number = await v.raise(v.jovan, 'Лопов Милан да врати', { words: 'Украо је цев.' });
});

const about = async (which = number) => ({ slug: v.slug, about: 'need', aboutId: (await v.show(v.mira, which)).id });
const report = async (by: string, more = {}, which = number) =>
  v.as(by, reportThing, { ...(await about(which)), reason: 'insult', words: 'Није украо.', ...more });
const aside = async (by: string) => v.as(by, setReportAside, await about());
const reported = async (by = v.mira) => (await v.reads(by, (context) => showModerationDesk(context, v.slug))).reports;
const told = async (who: string) => {
  const { db } = v.house.database;
  const rows = await db.selectFrom('messages.notice').select('kind').where('personId', '=', who).execute();
  return rows.map(({ kind }) => kind);
};

it('a report goes to the desk and to nobody else, and does not say who made it', async () => {
  await report(v.ana);
  expect(await told(v.mira)).toContain('moderation.reported');
  for (const who of [v.jovan, v.ana, v.vesna]) expect(await told(who)).not.toContain('moderation.reported');
  const [thing] = await reported();
  expect(thing).toMatchObject({
    href: `/c/${v.slug}/needs/${number}`,
    mine: false,
    reports: [{ reason: 'insult', words: 'Није украо.' }],
  });
  expect(JSON.stringify([thing, (await v.reads(v.mira, listNotices)).notices])).not.toMatch(/Ana|Ана/);
  expect(JSON.stringify(await v.show(v.jovan, number))).not.toContain('Није украо');
  await expect(reported(v.jovan)).rejects.toMatchObject({ kind: 'forbidden' });
});

it('two reports of one need stand together, and twenty a day are enough for one person', async () => {
  await report(v.ana);
  await report(v.vesna, { reason: 'false' });
  expect((await reported()).map(({ reports }) => reports.length)).toEqual([2]);
  for (let more = 1; more < 20; more += 1) await report(v.ana);
  await expect(report(v.ana)).rejects.toMatchObject({ kind: 'too-many' });
});

it('whoever reported learns that it was folded, by its number and never by its words', async () => {
  await report(v.ana);
  const { foldId } = await v.as<{ foldId: string }>(v.mira, foldThing, { ...(await about()), reason: 'insult' });
  expect(await reported()).toEqual([]);
  expect(await told(v.ana)).toContain('moderation.report-folded');
  expect(JSON.stringify(await v.reads(v.ana, listNotices))).not.toContain('Лопов');
  await expect(report(v.vesna)).rejects.toThrow('folded-already');
  await v.as(v.mira, unfoldThing, { slug: v.slug, foldId });
  await report(v.vesna);
});

it('the desk lets it stand with a name and a time, its author never does, and it may be reported once more', async () => {
  await report(v.ana);
  for (const who of [v.ana, v.jovan]) await expect(aside(who)).rejects.toThrow('not-yours');
  await v.grant(v.jovan, 'facilitator');
  await expect(aside(v.jovan)).rejects.toThrow('moderation.own');
  expect((await reported(v.jovan)).map(({ mine }) => mine)).toEqual([true]);
  await aside(v.mira);
  expect([await reported(), await told(v.ana)]).toEqual([[], expect.arrayContaining(['moderation.report-stands'])]);
  const { db } = v.house.database;
  const row = await db.selectFrom('moderation.report').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ outcome: 'stands', answeredBy: v.mira, answeredAt: v.house.now() });
  await report(v.ana, { words: 'Опет.' });
  expect((await reported()).map(({ reports }) => reports[0].words)).toEqual(['Опет.']);
});

it('what waits for a yes is not there to be reported, and the database keeps an answer whole', async () => {
  const paper = await v.raise(v.mira, 'Са папира', { channel: 'paper' });
  await expect(report(v.ana, {}, paper)).rejects.toMatchObject({ kind: 'not-found' });
  await report(v.ana);
  const { db } = v.house.database;
  await expect(sql`update moderation.report set outcome = 'stands'`.execute(db)).rejects.toThrow('check');
});
