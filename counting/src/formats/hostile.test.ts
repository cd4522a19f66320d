import { describe, expect, it } from 'vitest';
import type { Election } from '../election.ts';
import { longestLine, parsePabulib, readElection } from './index.ts';
import { writtenMarks } from './written-marks.ts';

const marksIn = (election: Election) => writtenMarks(election).map(({ marks, times }) => ({ marks, times }));

const town: readonly string[] = [
  ...['META', 'key;value', 'budget;10', 'vote_type;approval', 'rule;greedy', 'PROJECTS', 'project_id;cost;name'],
  ...['10;100;Lamps', '7;0.5;Road', '3;20;Park', 'VOTES', 'voter_id;vote', 'a;7'],
];

describe('hostile files', () => {
  const chunks = function* (piece: string, times: number) {
    for (let i = 0; i < times; i++) yield piece;
  };
  it('refuses a line of a gigabyte before it fills the memory', async () => {
    let given = 0;
    const source = (function* () {
      for (const chunk of chunks('x'.repeat(1 << 20), 1024)) {
        given += chunk.length;
        yield chunk;
      }
    })();
    await expect(readElection(source, 'x.pb')).rejects.toThrow(
      `x.pb:1: the line is longer than ${longestLine} characters`,
    );
    expect(given).toBeLessThan(2 * longestLine);
  });
  it('refuses ten million options', async () => {
    const source = (function* () {
      yield 'META\nkey;value\nPROJECTS\nproject_id;cost\n';
      for (let i = 0; i < 10_000; i++) yield Array.from({ length: 1000 }, (_, j) => `${i * 1000 + j};1\n`).join('');
    })();
    await expect(readElection(source, 'x.pb')).rejects.toThrow('x.pb:100005: there are more than 100000 options');
  });
  it('does not hang on quotes that are never closed', async () => {
    const source = (function* () {
      yield 'META\nkey;value\n"';
      yield* chunks('a\n', 1_000_000);
    })();
    await expect(readElection(source, 'x.pb')).rejects.toThrow('x.pb:3: a quoted text is opened and never closed');
  });
  it('reads Windows line ends, byte-order marks and characters cut in two between chunks', async () => {
    const text = town.join('\r\n').replace('Park', 'Ђорђе');
    const bytes = new TextEncoder().encode(`\ufeff${text}`);
    const source = Array.from(bytes, (byte) => Uint8Array.of(byte));
    const election = await readElection(source, 'x.pb');
    expect(election.options[2].name).toBe('Ђорђе');
    expect(marksIn(election)).toEqual([{ marks: ['7'], times: 1 }]);
  });
  it('knows a format by its first line when the name says nothing, and says so when it does not', async () => {
    expect((await readElection('2 1\n1 1 0\n0\n', 'upload')).kind).toBe('ranked');
    expect((await readElection('\n{"kind":"ranked","options":[],"ballots":[]}', 'upload')).kind).toBe('ranked');
    const [sheet, legend, ballot] = ['Tally Sheet for the votes cast.\n', '  /  Option 1--->: Ana\n', 'V: 1 md5\n'];
    for (const text of [sheet + legend + ballot, legend + ballot]) {
      expect((await readElection(text, 'upload.txt')).meta).toEqual({ default: '1' });
    }
    await expect(readElection(ballot + legend, 'upload')).rejects.toThrow('upload:1: a ballot comes before the list');
    await expect(readElection('nonsense', 'upload')).rejects.toThrow('upload:1: the format is not known');
    const packed = [Uint8Array.of(0x1f, 0x8b, 8, 0, 0xff, 0x9b, 10)];
    await expect(readElection(packed, 'x.pb')).rejects.toThrow('x.pb:1: the file is packed: unpack it first');
    await expect(readElection('', 'upload')).rejects.toThrow('upload:1: the file is empty');
  });
  it('gives a place to numbers that fit nowhere', async () => {
    const twice = '1 1\n2000000000 1 0\n2000000000 1 0\n0\n';
    await expect(readElection(twice, 'x.blt')).rejects.toThrow('x.blt:3: the number 4000000000 is larger');
    await expect(readElection('1 1\n1/0 1 0\n0\n', 'x.blt')).rejects.toThrow('x.blt:2: weight "1/0" is not a number');
  });
  it('takes names of the language for what they are', async () => {
    const text = [
      'META',
      'key;value',
      '__proto__;x',
      'vote_type;approval',
      'PROJECTS',
      'project_id;cost',
      '__proto__;1',
      'constructor;2',
      'VOTES',
      'voter_id;vote',
      'a;__proto__,constructor',
    ];
    const election = await parsePabulib(text, 'x.pb');
    expect(marksIn(election)).toEqual([{ marks: ['__proto__', 'constructor'], times: 1 }]);
  });
});
