import { beforeEach, describe, expect, it } from 'vitest';
import { listNotices } from '#rooms/messages/server/index.ts';
import { addSpeaker } from '../floor/part.ts';
import { approveByLink } from './approve-by-link.ts';
import { approveWords } from './approve-words.ts';
import { enterPaperYes } from './enter-paper-yes.ts';
import { makeSpeakerLink } from './make-speaker-link.ts';
import { objectByLink } from './object-by-link.ts';
import { objectToWords } from './object-to-words.ts';
import { showOwnWords } from './show-own-words.ts';
import { showReportDesk } from './show-report-desk.ts';
import { showSpeakerLink } from './show-speaker-link.ts';
import { type ReportVillage, reportVillage } from './testing.ts';

let v: ReportVillage;
beforeEach(async () => {
  v = await reportVillage();
  await v.write('summary', 'Kratko.');
  await v.publish();
});
const linkOf = async () => {
  const { path } = await v.as<{ path: string }>(v.ana, makeSpeakerLink, { ...v.at, speakerId: v.speakerId });
  return path.split('/').at(-1) ?? '';
};
const approve = (token: string, wordsId: string) => v.anyone(approveByLink, { ...v.at, token, wordsId });

describe('a speaker’s words', () => {
  it('are not shown before their yes: the page says that they wait', async () => {
    await v.speakerSays('We carried water for two years.');
    const text = await v.text();
    expect(text).toContain('Waits for the speaker’s yes');
    expect(text).not.toContain('carried');
  });

  it('are shown after a yes by the speaker’s own link, and a new wording asks again while the old one stays', async () => {
    const first = await v.speakerSays('We carried water for two years.');
    const token = await linkOf();
    const page = await v.readsAsNobody((context) => showSpeakerLink(context, { ...v.at, token }));
    expect(page.speaker.words.map(({ text, approved }) => [text, approved])).toEqual([
      ['We carried water for two years.', null],
    ]);
    await approve(token, first);
    expect(await v.text()).toContain('We carried water for two years.');
    const second = await v.speakerSays('We carried water for three years.');
    expect(await v.text()).toContain('two years');
    await expect(approve(token, first)).rejects.toThrow('report.newer-wording');
    await approve(token, second);
    expect(await v.text()).toContain('three years');
    expect(await v.text()).not.toContain('two years');
  });

  it('are approved on paper only with a witness, by who leads', async () => {
    const wordsId = await v.speakerSays('We carried water.');
    const paper = { ...v.at, wordsId, witness: 'Jovan' };
    await expect(v.as(v.jovan, enterPaperYes, paper)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(v.as(v.ana, enterPaperYes, { ...paper, witness: '' })).rejects.toMatchObject({ kind: 'invalid' });
    await v.as(v.ana, enterPaperYes, paper);
    const desk = await v.reads(v.ana, (context) => showReportDesk(context, v.at));
    expect(desk.speakers[0]?.words[0]?.approved).toMatchObject({ how: 'paper', witness: 'Jovan' });
    expect(await v.text()).toContain('We carried water.');
  });

  it('can be said otherwise by the speaker, and who writes the report is told', async () => {
    const wordsId = await v.speakerSays('We carried water.');
    const token = await linkOf();
    await v.anyone(objectByLink, { ...v.at, token, wordsId, text: 'The women carried it.' });
    const { notices } = await v.reads(v.ana, (context) => listNotices(context));
    expect(notices.map(({ sentence }) => sentence).join()).toContain('Wanjiru would have their words');
    const desk = await v.reads(v.ana, (context) => showReportDesk(context, v.at));
    expect(desk.speakers[0]?.words[0]?.objections.map(({ text }) => text)).toEqual(['The women carried it.']);
    expect(await v.text()).not.toContain('carried');
  });
});

describe('a speaker’s link', () => {
  it('opens for nobody else’s words, no longer than ninety days, and not after a newer one', async () => {
    const wordsId = await v.speakerSays('We carried water.');
    const token = await linkOf();
    await expect(approve('x'.repeat(32), wordsId)).rejects.toThrow('report.link-closed');
    await expect(approve(token, crypto.randomUUID())).rejects.toMatchObject({ kind: 'not-found' });
    const newer = await linkOf();
    await expect(approve(token, wordsId)).rejects.toThrow('report.link-closed');
    v.house.passDays(91);
    await expect(approve(newer, wordsId)).rejects.toThrow('report.link-closed');
  });

  it('is made by who leads, and only its hash is kept', async () => {
    await expect(v.as(v.jovan, makeSpeakerLink, { ...v.at, speakerId: v.speakerId })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const token = await linkOf();
    const rows = await v.house.database.db.selectFrom('gatherings.speakerLink').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('and its yes belong together: neither is kept without the other', async () => {
    const wordsId = await v.speakerSays('We carried water.');
    const yes = (more: object) =>
      v.house.database.db
        .insertInto('gatherings.wordsApproval')
        .values({ communityId: v.communityId, wordsId, approvedAt: v.house.now(), approvedBy: null, ...more } as never)
        .execute();
    await expect(yes({ how: 'link' })).rejects.toThrow(/words_approval_link_check/);
    await expect(yes({ how: 'paper', approvedBy: v.ana })).rejects.toThrow(/words_approval_paper_check/);
    await expect(yes({ how: 'stated' })).rejects.toThrow(/words_approval_by_check/);
  });
});

describe('a speaker with an account', () => {
  const jovanSpeaks = () =>
    v.as(v.mira, addSpeaker, {
      ...v.at,
      name: 'Jovan',
      personId: v.jovan,
      caseWords: 'Čistimo bunar.',
      locale: 'sr-Latn',
    });
  const mine = (by = v.jovan) => v.reads(by, (context) => showOwnWords(context, v.at));

  it('is asked whenever somebody else wrote their words, and says yes from their own account', async () => {
    await jovanSpeaks();
    await v.listen();
    const { notices } = await v.reads(v.jovan, (context) => listNotices(context));
    expect(notices.map(({ href }) => href)).toContain(`/c/lipovac/gatherings/${v.number}/report/mine`);
    expect(await v.text()).not.toContain('Čistimo');
    const { speaker } = await mine();
    const wordsId = speaker.words[0]?.id;
    await expect(v.as(v.mira, approveWords, { ...v.at, wordsId })).rejects.toMatchObject({ kind: 'forbidden' });
    await v.as(v.jovan, approveWords, { ...v.at, wordsId });
    expect(await v.text()).toContain('Čistimo bunar.');
    await expect(v.as(v.jovan, objectToWords, { ...v.at, wordsId, text: 'Ipak ne.' })).rejects.toThrow(
      'approved-already',
    );
  });

  it('may say how it should read, and reads nobody else’s words', async () => {
    await jovanSpeaks();
    const { speaker } = await mine();
    await v.as(v.jovan, objectToWords, { ...v.at, wordsId: speaker.words[0]?.id, text: 'Čistimo dva bunara.' });
    expect((await mine()).speaker.words[0]?.objections.map(({ text }) => text)).toEqual(['Čistimo dva bunara.']);
    for (const other of [v.mira, v.vesna]) await expect(mine(other)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
