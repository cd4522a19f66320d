import { describe, expect, it } from 'vitest';
import type { Election } from '../election.ts';
import { showRational } from '../rational.ts';
import { FileError } from './file-error.ts';
import { parseBlt, parseDebian, parseJson, parsePabulib, parsePreflib, writeJson } from './index.ts';
import { writtenMarks } from './written-marks.ts';

const marksIn = (election: Election) => writtenMarks(election).map(({ marks, times }) => ({ marks, times }));

const pb = (type: string, votes: readonly string[]): string[] => [
  ...['META', 'key;value', 'budget;1000,50', `vote_type;${type}`, 'rule;greedy'],
  ...[
    'PROJECTS',
    'project_id;cost;votes;name;selected',
    '010;100;2;"Lamps; and ""light""";1',
    '7;0.5;1;Road;0',
    '3;20;0;Park;0',
  ],
  ...['VOTES', ...votes],
];

describe('Pabulib', () => {
  it('keeps ids as text in the order of the file, money exact, and names that hold the separator', async () => {
    const election = await parsePabulib(pb('approval', ['voter_id;vote', 'a;010,7', 'b;010', 'c;']), 'x.pb');
    expect(election.options.map(({ id, name, cost }) => [id, name, cost && showRational(cost)])).toEqual([
      ['010', 'Lamps; and "light"', '100'],
      ['7', 'Road', '1/2'],
      ['3', 'Park', '20'],
    ]);
    expect(election.options[0].facts).toEqual({ votes: '2', selected: '1' });
    expect(election.budget && showRational(election.budget)).toBe('2001/2');
    expect(marksIn(election)).toEqual([
      { marks: ['010', '7'], times: 1 },
      { marks: ['010'], times: 1 },
      { marks: [], times: 1 },
    ]);
  });
  it('counts a project once that one voter lists twice, adds up points, and notes both', async () => {
    const approvals = await parsePabulib(pb('approval', ['voter_id;vote', 'a;7,7', 'a;7']), 'x.pb');
    expect(marksIn(approvals)).toEqual([{ marks: ['7'], times: 2 }]);
    expect(approvals.notes?.map(({ kind }) => kind)).toEqual(['project-listed-twice', 'voter-stands-twice']);
    const points = await parsePabulib(pb('cumulative', ['voter_id;points;vote', 'a;1,2.5,1;7,3,7']), 'x.pb');
    expect(marksIn(points)).toEqual([{ marks: { '7': 2, '3': 2.5 }, times: 1 }]);
    expect(points.valueScale).toBe(10);
  });
  it('reads rankings by the points stated beside them, so that a rank left empty stays empty', async () => {
    const lines = pb('ordinal', ['voter_id;vote;points', 'a;3,010;4,2', 'b;3,010;9,8', 'c;3,010;4', 'd;010,3;2,4']);
    const ranks = async (text: string[]) => marksIn(await parsePabulib(text, 'x.pb')).map(({ marks }) => marks);
    const longest = [...lines.slice(0, 5), 'max_length;4', ...lines.slice(5)];
    expect(await ranks(longest)).toEqual([
      ['3', null, '010'],
      ['3', '010'],
    ]);
    expect(await ranks(lines)).toEqual([
      ['3', '010'],
      ['010', '3'],
    ]);
  });
  it('gives what is not said the default score of the file, and knows a project withdrawn after the vote', async () => {
    const lines = pb('scoring', ['voter_id;vote;points', 'a;3;-2']);
    const text = [...lines.slice(0, 5), 'default_score;1', ...lines.slice(5)].map((line) =>
      line.replace('7;0.5;', '7;999999999;').replace('010;100;', '010;1 000,5;'),
    );
    const election = await parsePabulib(text, 'x.pb');
    expect(marksIn(election)).toEqual([{ marks: { '010': 1, '7': 1, '3': -2 }, times: 1 }]);
    expect(election.options.map(({ withdrawn, cost }) => [withdrawn, cost && showRational(cost)])).toEqual([
      [undefined, '2001/2'],
      [true, '999999999'],
      [undefined, '20'],
    ]);
  });
  it('reads rankings by position', async () => {
    const election = await parsePabulib(pb('ordinal', ['voter_id;vote', 'a;3,010']), 'x.pb');
    expect(marksIn(election)).toEqual([{ marks: ['3', '010'], times: 1 }]);
  });
  it.each([
    [pb('approval', ['voter_id;vote', 'a;99']), 'x.pb:13: there is no project "99"'],
    [
      pb('sealed', ['voter_id;vote']),
      'x.pb:4: vote_type "sealed" is none of approval, choose-1, cumulative, scoring, ordinal',
    ],
    [pb('approval', ['voter_id;vote']).map((line) => line.replace('1000,50', '-1')), 'x.pb:3: budget "-1" is negative'],
    [pb('scoring', ['voter_id;vote;points', 'a;7;NaN']), 'x.pb:13: points "NaN" is not a number'],
    [pb('scoring', ['voter_id;vote;points', 'a;7,3;1']), 'x.pb:13: 2 projects are marked and 1 points are given'],
    [pb('cumulative', ['voter_id;vote;points', 'a;7;-1']), 'x.pb:13: points are negative'],
    [['META', 'key;value', 'PROJECTS', 'project_id;cost', 'a;NaN'], 'x.pb:5: cost "NaN" is not a number'],
    [['META', 'key;value', 'PROJECTS', 'project_id;cost', 'a;1', 'a;2'], 'x.pb:6: project "a" stands twice'],
    [['META', 'key;value', 'PROJECTS', 'project_id;name'], 'x.pb:4: the column cost is missing'],
    [
      ['META', 'key;value', 'PROJECTS', 'project_id;cost;name', 'a;1;"open'],
      'x.pb:5: a quoted text is opened and never closed',
    ],
    [['hello'], 'x.pb:1: expected META, found "hello"'],
  ])('says where a file is wrong (%#)', async (lines, message) => {
    await expect(parsePabulib(lines, 'x.pb')).rejects.toBeInstanceOf(FileError);
    await expect(parsePabulib(lines, 'x.pb')).rejects.toThrow(message);
  });
});

describe('ranked formats', () => {
  it('reads BLT with withdrawn candidates, weights, equal and skipped ranks, comments and stray quotes', async () => {
    const text = [
      '4 2 # seats',
      '-2',
      '3 1 2 3 0',
      '1.5 3=4 0',
      '(id-7) 1 4 - 1 0 # paper',
      '1 0',
      '0',
      '"Ada',
      'Bo "B" Bee"',
      '"Cy"',
      '"Di",',
      'Ward 3',
    ];
    const election = await parseBlt(text, 'x.blt');
    expect(election.options).toEqual([
      { id: '1', name: 'Ada' },
      { id: '3', name: 'Cy' },
      { id: '4', name: 'Di' },
    ]);
    expect(election).toMatchObject({ seats: 2, meta: { withdrawn: '2', title: 'Ward 3' } });
    expect(writtenMarks(election)).toMatchObject([
      { marks: ['1', null, '3'], times: 3 },
      { marks: [['3', '4']], weight: { top: 3n, bottom: 2n } },
      { marks: ['4', null, '1'] },
      { marks: [] },
    ]);
  });
  it.each([
    [['2 1', '1 3 0', '0'], 'x.blt:2: there is no candidate 3'],
    [['2 1', '1 1'], 'x.blt:2: a ballot does not end with 0'],
    [['2 1', '-1 1 0', '0'], 'x.blt:2: a weight is negative'],
    [['2 1', '1 1 0'], 'x.blt:2: the ballots are not closed by a line 0'],
    [['10000000 1', '1 1 0'], 'x.blt:1: there are more than 100000 options'],
    [['2 1', '0', '"Ada"'], 'x.blt:3: there are 2 candidates and 1 names'],
  ])('says where a BLT file is wrong (%#)', async (lines, message) => {
    await expect(parseBlt(lines, 'x.blt')).rejects.toThrow(message);
  });
  it('reads PrefLib orders and categories, today’s header and the old one', async () => {
    const today = [
      '# TITLE: t',
      '# NUMBER ALTERNATIVES: 3',
      '# ALTERNATIVE NAME 1: A',
      '# ALTERNATIVE NAME 2: B',
      '# ALTERNATIVE NAME 3: C',
    ];
    const order = await parsePreflib([...today, '4: 3, {1,2}', '1: 2'], 'x.toi');
    expect(marksIn(order)).toEqual([
      { marks: ['3', ['1', '2']], times: 4 },
      { marks: ['2'], times: 1 },
    ]);
    const old = await parsePreflib(['3', '1,A', '2,B', '3,C', '5,5,2', '4,3,{1,2}', '1,2'], 'x.toi');
    expect(marksIn(old)).toEqual(marksIn(order));
    expect(old.options).toEqual(order.options);
    const categories = [
      ...today,
      '# NUMBER CATEGORIES: 2',
      '# CATEGORY NAME 1: Yes',
      '# CATEGORY NAME 2: No',
      '2: {1,3},2',
      '1: {},{1,2,3}',
    ];
    const graded = await parsePreflib(categories, 'x.cat');
    expect(graded).toMatchObject({ kind: 'grades', scale: ['No', 'Yes'] });
    expect(marksIn(graded)[0]).toEqual({ marks: { '1': 'Yes', '2': 'No', '3': 'Yes' }, times: 2 });
    const shuffled = [today[0], '# DATA TYPE: toi', today[1], today[4], today[2], today[3], ''];
    expect(await parsePreflib([...shuffled, '4: 3, {1,2}', '1: 2'], 'x.toi')).toMatchObject({ options: order.options });
    const unnamed = await parsePreflib(['# NUMBER ALTERNATIVES: 3', '# NUMBER VOTERS: 2', '2: 3,1', '1:'], 'x.soi');
    expect(unnamed.options).toEqual([{ id: '1' }, { id: '2' }, { id: '3' }]);
    expect(marksIn(unnamed)).toEqual([
      { marks: ['3', '1'], times: 2 },
      { marks: [], times: 1 },
    ]);
    await expect(parsePreflib(['# NUMBER ALTERNATIVES: 10000000', '1: 1'], 'x.soi')).rejects.toThrow(
      'x.soi:1: there are more than 100000 options',
    );
    await expect(parsePreflib([...today, '1: 1,1'], 'x.soi')).rejects.toThrow('x.soi:6: alternative 1 stands twice');
    await expect(parsePreflib([...today, '1: 1,,2'], 'x.soi')).rejects.toThrow('x.soi:6: "1,,2" is not an order');
  });
  it('reads a Debian tally, where a dash is not ranked', async () => {
    const text = [
      'Tally Sheet',
      '  /  Option 1--->: Ana',
      '  |/  Option 2-->: None of the above',
      'V: 1-  md5',
      'V: 21\tmd5',
    ];
    const election = await parseDebian(text, 'x_tally.txt');
    expect(election.meta).toEqual({ default: '2' });
    expect(marksIn(election).map(({ marks }) => marks)).toEqual([['1'], ['2', '1']]);
    await expect(parseDebian([...text, 'V: 123 md5'], 'x')).rejects.toThrow('x:6: "123" has 3 signs for 2 options');
  });
  it('writes our own JSON so that reading it gives the same election', () => {
    const text = JSON.stringify({
      kind: 'consent',
      options: [{ id: 'a', name: 'A', cost: '1/3' }, 'b'],
      ballots: [
        { marks: { a: 'agree', b: 'concern' }, times: 2, weight: '1/2' },
        { marks: { b: 'block' }, reasons: { b: 'noise' } },
      ],
      budget: '7/2',
      entitled: 9,
    });
    const election = parseJson(text, 'x.json');
    expect(parseJson(writeJson(election), 'y.json')).toEqual(election);
    expect(election.reasons).toEqual({ b: ['noise'] });
  });
  it.each([
    ['{"kind":"ranked"', 1, 'not JSON'],
    ['{"kind":"guess"}', 1, 'kind is none of'],
    ['{"kind":"ranked","options":["a"],"ballots":[{"marks":["b"]}]}', 1, 'there is no option b'],
    [
      '{"kind":"ranked",\n"ballots":[\n{"marks":["a"]},\n\n{"marks":["]","b"]}],\n"options":["a","]"]}',
      5,
      'there is no option b',
    ],
    ['{"kind":"score",\n"options":["a"],\n"ballots":[\n{"marks":{"a":"NaN"}}]}', 4, 'NaN is not a number'],
    ['{"kind":"score",\n"options":["a"],\n"ballots":[{"marks":{"a":1}},\n{"marks":7}]}', 4, 'ballot 2 is not'],
    ['{"kind":"score",\n"options":["a",\n{"id":7}],\n"ballots":[]}', 3, 'option 2 has no id'],
    ['{"kind":"ranked","options":["a","a"],"ballots":[]}', 1, 'the option a stands twice'],
    ['{"kind":"ranked","options":[{"id":"a","cost":-1}],"ballots":[]}', 1, 'no amount of money'],
    ['{\n"kind":\n;}', 3, 'not JSON'],
  ])('says what is wrong with JSON (%#)', (text, line, message) => {
    expect(() => parseJson(text, 'x.json')).toThrow(new RegExp(`^x\\.json:${line}: .*${message}`));
  });
});
