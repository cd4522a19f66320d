import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type TestVillage, testVillage } from '#rooms/communities/server/testing.ts';
import { importPolis, showConversation } from '../index.ts';

const real = join(
  process.env.SOFRA_REAL_DATA ?? join(import.meta.dirname, '../../../../../../../shared/data'),
  'opinions',
);
const slug = 'lipovac';
let village: TestVillage;
let mira: string;

beforeEach(async () => {
  village = await testVillage();
  mira = await village.person('Mira');
  await village.found(mira, slug);
});

const bring = async (folder: string, by = mira) =>
  importPolis(village.house, { slug, folder, actor: await village.actor(by) });
const rows = async () =>
  (await village.house.database.db.selectFrom('forum.conversation').selectAll().execute()).length +
  (await village.house.database.db.selectFrom('forum.statement').selectAll().execute()).length;

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sofra-polis-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const small = {
  'summary.csv': 'topic,"Voda, put i struja"\nurl,https://example.org/x\n',
  'comments.csv': 'timestamp,comment-id,moderated,comment-body\n1,0,1,"Prvo, voda"\n2,1,1,Drugo put\n3,2,-1,Uvreda\n',
  'votes.csv': 'timestamp,datetime,comment-id,voter-id,vote\n1,x,0,0,1\n2,x,1,0,-1\n3,x,0,1,1\n4,x,2,1,0\n',
};

test('a conversation comes in with its statements and marks, marked imported, its voters numbers', async () => {
  const { number } = await bring(folderOf(small));
  const shown = await village.reads(mira, (context) => showConversation(context, { slug, number }));
  expect(shown.conversation).toMatchObject({
    title: 'Voda, put i struja',
    voters: 2,
    marks: 4,
    importedFrom: 'https://example.org/x',
  });
  expect(shown.statements).toEqual([
    { position: 0, text: 'Prvo, voda', agreed: 2, disagreed: 0, passed: 0 },
    { position: 1, text: 'Drugo put', agreed: 0, disagreed: 1, passed: 0 },
  ]);
});

test('a file that cannot be read is named with its line, and nothing stays', async () => {
  const { 'votes.csv': _, ...without } = small;
  await expect(bring(folderOf(without))).rejects.toMatchObject({
    reason: 'forum.polis-folder',
    facts: { file: 'votes.csv' },
  });
  const broken = { ...small, 'votes.csv': `${small['votes.csv']}5,x,1,1,maybe\n` };
  await expect(bring(folderOf(broken))).rejects.toMatchObject({
    facts: { what: expect.stringContaining('votes.csv:6') },
  });
  expect(await rows()).toBe(0);
});

test('only the desk of this community brings something in', async () => {
  const [jovan] = await village.members(slug, 'Jovan');
  await expect(bring(folderOf(small), jovan)).rejects.toThrow('not-yours');
  expect(await rows()).toBe(0);
});

const folders = ['brexit-consensus', 'bg2050-volunteers', 'scoop-hivemind.biodiversity', 'vtaiwan.uberx'];
if (!existsSync(real)) console.log('real conversations are not here: skipped');
test.skipIf(!existsSync(real)).each(folders)('the real conversation %s comes in whole', async (name) => {
  const { number } = await bring(join(real, name));
  const shown = await village.reads(mira, (context) => showConversation(context, { slug, number }));
  expect(shown.statements.length).toBeGreaterThan(40);
  expect(shown.conversation.marks).toBeGreaterThan(5000);
});
