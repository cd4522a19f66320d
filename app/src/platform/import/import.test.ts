import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { system } from '../actor.ts';
import { testDatabase } from '../database/testing.ts';
import { runParsed } from '../run-action.ts';
import { type TestHouse, testHouse } from '../testing-house.ts';
import { checkRows, type RowKind } from './check-rows.ts';
import { dropImport, heldImport, holdImport } from './hold.ts';
import { inBatches } from './in-batches.ts';
import { parseSheet } from './sheet.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const Row = z.object({ name: z.string().min(2), email: z.email().optional() });
const kind: RowKind<z.infer<typeof Row>> = {
  columns: { name: ['name', 'ime', 'име'], email: ['e-pošta'] },
  needed: ['name'],
  schema: Row,
  once: ['email'],
};

describe('a sheet', () => {
  it('keeps the line of every row, over empty lines and line breaks inside quotes', async () => {
    const sheet = await parseSheet(bytes('name,note\n"Ana","two\nlines"\n\nPetar,\n'), 'a.csv');
    expect(sheet.titles).toEqual(['name', 'note']);
    expect(sheet.rows.map((row) => row.line)).toEqual([2, 5]);
  });

  it('guesses the semicolon that a local spreadsheet writes, and strips the byte order mark', async () => {
    const sheet = await parseSheet(bytes('\uFEFFиме;e-pošta\r\nАна;ana@example.org\r\n'), 'a.csv');
    expect(sheet.titles).toEqual(['име', 'e-pošta']);
    expect(sheet.rows).toEqual([{ line: 2, cells: ['Ана', 'ana@example.org'] }]);
  });

  it('refuses what would turn names into nonsense', async () => {
    await expect(parseSheet(new Uint8Array([0xc0, 0xe1, 0x0a, 0xff]), 'a.csv')).rejects.toThrow('import-unreadable');
    await expect(parseSheet(bytes('no zip'), 'a.xlsx')).rejects.toThrow('import-unreadable');
    await expect(parseSheet(bytes('name\n'), 'a.csv')).rejects.toThrow('import-empty');
  });
});

describe('checked rows', () => {
  it('finds columns by their title in any script and names every bad row by its line', async () => {
    const sheet = await parseSheet(bytes('ИМЕ,E-POSTA,x\nAna,ana@a.org,1\nB,nonsense,2\nCane,ANA@a.org,3\n'), 'a.csv');
    const { good, bad, unused } = await checkRows(sheet, kind);
    expect(good).toEqual([{ line: 2, row: { name: 'Ana', email: 'ana@a.org' } }]);
    expect(bad.map(({ line, problems }) => [line, problems.map(({ field }) => field)])).toEqual([
      [3, ['name', 'email']],
      [4, ['email']],
    ]);
    expect(bad[1].problems[0].problem).toEqual({ key: 'platform.import.twice', facts: { line: 2 } });
    expect(unused).toEqual(['x']);
  });

  it('says which column is missing', async () => {
    const sheet = await parseSheet(bytes('mail\na@b.org\n'), 'a.csv');
    await expect(checkRows(sheet, kind)).rejects.toMatchObject({ reason: 'platform.import-column' });
  });
});

describe('batches', () => {
  it('are written in turn and flipped once', async () => {
    const done: string[] = [];
    const count = await inBatches({
      rows: [1, 2, 3, 4, 5],
      size: 2,
      write: async (batch) => void done.push(batch.join()),
      flip: async () => void done.push('flip'),
      undo: async () => void done.push('undo'),
    });
    expect([count, done]).toEqual([5, ['1,2', '3,4', '5', 'flip']]);
  });

  it('leave nothing behind when one fails', async () => {
    const done: string[] = [];
    const write = async (batch: readonly number[]) => {
      if (batch.includes(3)) throw new Error('no');
      done.push(batch.join());
    };
    const flip = async () => void done.push('flip');
    const undo = async () => void done.push('undo');
    await expect(inBatches({ rows: [1, 2, 3], size: 2, write, flip, undo })).rejects.toThrow('no');
    expect(done).toEqual(['1,2', 'undo']);
  });
});

describe('a held preview', () => {
  let house: TestHouse;
  const at = { communityId: '00000000-0000-0000-0000-000000000001', kind: 'x.rows', heldFor: crypto.randomUUID() };
  const run = <Result>(work: Parameters<typeof runParsed<Result>>[2]['run']) =>
    runParsed(house, { actor: system('test'), language: house.languages.source }, { name: 'test', run: work });

  beforeAll(async () => {
    house = testHouse(await testDatabase(), []);
  });

  it('is found again only by who made it, for a day, until it is dropped', async () => {
    const preview = { good: [{ line: 2, row: { name: 'Ana' } }], bad: [], unused: [] };
    const id = await run((context) => holdImport(context, { ...at, source: 'a list', preview }));
    const held = (heldFor = at.heldFor) => run((context) => heldImport(context, { ...at, heldFor, id }));
    expect(await held()).toEqual({ id, source: 'a list', preview });
    await expect(held(crypto.randomUUID())).rejects.toThrow('import-gone');
    house.passDays(2);
    await expect(held()).rejects.toThrow('import-gone');
    await run((context) => dropImport(context, { ...at, id }));
  });
});
