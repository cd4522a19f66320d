import { beforeEach, describe, expect, it } from 'vitest';
import { searchEntries } from '#platform/search.ts';
import { answerCommitment } from '#rooms/commitments/server/index.ts';
import { listNotices } from '#rooms/messages/server/index.ts';
import { settleQuestion } from '../floor/settle-question.ts';
import { publishReport } from './publish-report.ts';
import { showReport } from './show-report.ts';
import { showReportDesk } from './show-report-desk.ts';
import { showFeedOf } from './test-feed.ts';
import { type ReportVillage, reportVillage } from './testing.ts';
import { withdrawReport } from './withdraw-report.ts';
import { writeReportText } from './write-report-text.ts';

let v: ReportVillage;
beforeEach(async () => {
  v = await reportVillage();
});
const db = () => v.house.database.db;
const words = (n: number) => Array.from({ length: n }, (_, at) => `reč${at}`).join(' ');

describe('the rapporteur', () => {
  it('writes around the records, every wording is kept, and nobody overwrites what another wrote meanwhile', async () => {
    await v.write('questions-before', 'Pitanja su bila oštra.');
    await v.write('questions-before', 'Pitanja su bila **oštra** i dobra.', 1);
    await expect(v.write('questions-before', 'Moje.', 1)).rejects.toThrow('report.changed-meanwhile');
    const desk = await v.reads(v.ana, (context) => showReportDesk(context, v.at));
    const place = desk.texts.find((one) => one.place === 'questions-before');
    expect(place).toMatchObject({ version: 2, text: 'Pitanja su bila **oštra** i dobra.' });
    expect(place?.earlier.map(({ text, by }) => [text, by])).toEqual([['Pitanja su bila oštra.', 'Ana']]);
  });

  it('has two hundred words for the summary, counted alike in both scripts', async () => {
    await v.write('summary', words(200));
    await expect(v.write('summary', words(201), 1)).rejects.toMatchObject({
      fields: { text: { key: 'report.invalid.summary' } },
    });
    await v.write('summary', 'реч '.repeat(200), 1);
    await expect(v.write('summary', 'реч '.repeat(201), 2)).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('is the rapporteur or sits at the desk; nobody else writes or reads the draft', async () => {
    const text = { ...v.at, place: 'opening', version: 0, text: 'Ja', locale: 'en' };
    for (const other of [v.jovan, v.vesna]) {
      await expect(v.as(other, writeReportText, text)).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(v.reads(other, (context) => showReport(context, v.at))).rejects.toThrow('report.not-yet');
      await expect(v.reads(other, (context) => showReportDesk(context, v.at))).rejects.toMatchObject({
        kind: 'forbidden',
      });
    }
    await v.as(v.mira, writeReportText, text);
    await expect(v.reads(v.mira, (context) => showReport(context, v.at))).resolves.toMatchObject({ publishedAt: null });
  });
});

describe('making it public', () => {
  it('waits for the end of the gathering and for the summary', async () => {
    await expect(v.publish()).rejects.toThrow('report.no-summary');
    await v.write('summary', 'Voda će biti čista.');
    v.house.setNow('2026-11-20T18:00:00Z');
    await expect(v.publish()).rejects.toThrow('report.not-over');
    v.house.setNow('2026-11-21T10:00:00Z');
    await v.publish();
    await expect(v.publish()).rejects.toThrow('report.published-already');
  });

  it('tells those who took part, is found by its words, and is read by everyone', async () => {
    await v.write('summary', 'Voda će biti čista do proleća.');
    await db()
      .insertInto('gatherings.registration')
      .values({
        communityId: v.communityId,
        id: crypto.randomUUID(),
        gatheringId: v.gatheringId,
        personId: v.jovan,
        name: null,
        channel: 'web',
        enteredBy: v.jovan,
        registeredAt: v.house.now(),
        seat: null,
        seatedAt: null,
      } as never)
      .execute();
    await v.publish();
    const { notices } = await v.reads(v.jovan, (context) => listNotices(context));
    expect(notices.map(({ sentence, href }) => [sentence, href])).toContainEqual([
      'The report of “Ko čisti bunare” is public.',
      `/c/lipovac/gatherings/${v.number}/report`,
    ]);
    const hits = await v.readsAsNobody((context) =>
      searchEntries(context, { communityId: v.communityId, words: 'proleća', withMembers: false }),
    );
    expect(hits).toMatchObject([{ kind: 'report', path: `gatherings/${v.number}/report` }]);
    const { event, document } = await v.report();
    expect(document.sections[0]).toMatchObject({ id: 'summary' });
    expect(event).toMatchObject({
      '@type': 'Event',
      performer: [{ name: 'Wanjiru' }],
      description: 'Voda će biti čista do proleća.',
    });
  });

  it('can be taken back with a reason, and made public again', async () => {
    await v.write('summary', 'Kratko.');
    await expect(v.as(v.ana, withdrawReport, { ...v.at, why: 'Greška' })).rejects.toThrow('report.not-published');
    await v.publish();
    await expect(v.as(v.ana, withdrawReport, { ...v.at, why: '' })).rejects.toMatchObject({ kind: 'invalid' });
    await v.as(v.ana, withdrawReport, { ...v.at, why: 'Pogrešna imena' });
    await expect(v.report()).rejects.toThrow('report.not-yet');
    await v.publish();
    await expect(v.report()).resolves.toMatchObject({ summary: 'Kratko.' });
    const rows = await db()
      .selectFrom('gatherings.reportPublishing')
      .select(['number', 'why'])
      .orderBy('number')
      .execute();
    expect(rows).toEqual([
      { number: 1, why: 'Pogrešna imena' },
      { number: 2, why: null },
    ]);
  });
});

describe('after it is public', () => {
  it('no question vanishes, and an answer that comes later stands in it with its day and in the feed', async () => {
    v.house.setNow('2026-11-20T18:00:00Z');
    const [one, two, three] = [
      await v.ask(1, 'Kad će biti čista?'),
      await v.ask(2, 'Ko plaća?'),
      await v.ask(3, 'Zašto?'),
    ];
    v.house.setNow('2026-11-21T10:00:00Z');
    const settle = (question: number, more: Record<string, unknown>) =>
      v.as(v.mira, settleQuestion, { ...v.at, question, locale: 'sr-Latn', ...more });
    await settle(two, { state: 'owed', byName: 'Opština', dueOn: '2026-12-01' });
    await settle(three, { state: 'declined', words: 'Nije o vodi.' });
    await v.write('summary', 'Kratko.');
    await v.publish();
    const before = await v.text();
    for (const said of ['Kad će biti čista?', 'Ko plaća?', 'Zašto?', 'Opština, by 1 December 2026', 'Nije o vodi.'])
      expect(before).toContain(said);
    expect(before).toContain('No answer yet');
    expect(before).not.toContain('Added on');
    v.house.setNow('2026-12-03T10:00:00Z');
    await settle(two, { state: 'answered-in-writing', byName: 'Opština', words: 'Plaća opština.' });
    const after = await v.text();
    expect(after).toContain('Answered in writing by Opština');
    expect(after).toContain('Plaća opština.');
    expect(after).toContain('Added on 3 December 2026');
    expect(after).not.toContain('by 1 December 2026');
    expect(one).toBeGreaterThan(0);
    const feed = await showFeedOf(v);
    expect(feed).toContain('was answered by Opština');
    expect(feed).toContain('<updated>2026-12-03T10:00:00.000Z</updated>');
  });

  it('a given word shows what became of it, with the day it was said', async () => {
    const { number } = await v.giveWord('Čistim bunar');
    await v.write('summary', 'Kratko.');
    await v.publish();
    expect(await v.text()).toContain('Word given');
    v.house.setNow('2026-12-22T10:00:00Z');
    await v.as(v.ana, answerCommitment, {
      slug: v.slug,
      number,
      answer: 'kept',
      words: 'Voda je bistra',
      locale: 'sr-Latn',
    });
    const text = await v.text();
    expect(text).toContain('Said on 22 December 2026. Voda je bistra');
    expect(text).toContain('Added on 22 December 2026');
    expect(await showFeedOf(v)).toContain('A next step: Kept');
    expect(await showFeedOf(v, 'community')).toContain('A next step: Kept');
  });

  it('shows numbers of people only from eleven on, and names nobody who did not sign by name', async () => {
    const people = await v.members(v.slug, ...Array.from({ length: 12 }, (_, at) => `Osoba ${at}`));
    const attend = (personId: string) =>
      db()
        .insertInto('gatherings.attendance')
        .values({
          communityId: v.communityId,
          id: crypto.randomUUID(),
          gatheringId: v.gatheringId,
          personId,
          presentAt: v.house.now(),
          deviceId: crypto.randomUUID(),
          arrivedAt: v.house.now(),
          recordedBy: v.mira,
        } as never)
        .execute();
    await v.write('summary', 'Kratko.');
    await v.publish();
    for (const one of people.slice(0, 4)) await attend(one);
    expect(await v.text()).toContain('So few people were there that the numbers are not shown.');
    for (const one of people.slice(4)) await attend(one);
    const text = await v.text();
    expect(text).toContain('12 people were there.');
    expect(text).not.toContain('Osoba');
  });
});

describe('the database', () => {
  const at = () => ({ communityId: v.communityId, gatheringId: v.gatheringId });
  const text = (more: object) =>
    db()
      .insertInto('gatherings.reportText')
      .values({
        ...at(),
        place: 'summary',
        version: 1,
        text: 'a',
        locale: 'en',
        writtenBy: v.ana,
        writtenAt: v.house.now(),
        ...more,
      })
      .execute();
  it('refuses a place that is none, a version below one, and a summary of a thousand words', async () => {
    await expect(text({ place: 'inside-the-records' })).rejects.toThrow(/report_text_place_check/);
    await expect(text({ version: 0 })).rejects.toThrow(/report_text_version_check/);
    await expect(text({ text: words(300) })).rejects.toThrow(/check/);
  });
  it('refuses a second public report of one gathering, and a withdrawal without a reason', async () => {
    await v.write('summary', 'Kratko.');
    await v.as(v.ana, publishReport, v.at);
    const publishing = (more: object) =>
      db()
        .insertInto('gatherings.reportPublishing')
        .values({ ...at(), number: 2, publishedBy: v.ana, publishedAt: v.house.now(), ...more })
        .execute();
    await expect(publishing({})).rejects.toThrow(/report_published_once/);
    await expect(publishing({ withdrawnBy: v.ana, withdrawnAt: v.house.now() })).rejects.toThrow(/check/);
  });
});
