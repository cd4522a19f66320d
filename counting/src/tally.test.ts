import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTally } from './commands/run.ts';

const folder = mkdtempSync(`${tmpdir()}/tally-`);
const home = process.cwd();
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const run = (...words: string[]) => runTally(words);

const file = (name: string, text: string): string => {
  writeFileSync(`${folder}/${name}`, text);
  return name;
};

const budget = (rule: string): string =>
  `META\nkey;value\nbudget;10\nvote_type;approval\nrule;${rule}\nPROJECTS\nproject_id;cost;name\n7;6;"Well; deep"\n8;5;Road\n9;4;Trees\nVOTES\nvoter_id;vote\na;7,8\nb;7\nc;8,9\nd;7\n`;

describe('tally count', () => {
  it('counts by the rule that the file names and prints exactly one object', async () => {
    const { status, stdout, stderr } = await run('count', file('town.pb', budget('greedy')), '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const outcome = JSON.parse(stdout);
    expect(Object.keys(outcome)).toEqual(
      expect.arrayContaining(['method', 'options', 'winners', 'tied', 'counted', 'blank', 'spent', 'budget', 'steps']),
    );
    expect(outcome).toMatchObject({ method: 'greedy', winners: ['7', '9'], spent: '10', budget: '10' });
    expect(outcome.options).toMatchObject({ misfit: 'skip', threshold: 'no', ties: 'list' });
  });
  it('shows money as decimals, exact', async () => {
    const cents = budget('greedy').replace('budget;10', 'budget;10,75').replace('9;4;', '9;4.70;');
    expect(JSON.parse((await run('count', file('cents.pb', cents), '--json')).stdout)).toMatchObject({
      winners: ['7', '9'],
      spent: '10.7',
      budget: '10.75',
      steps: [{ left: '4.75' }, {}, { cost: '4.7', left: '0.05' }],
    });
  });
  it('stops at a misfit where the rule says so, and lets the command line say otherwise', async () => {
    const name = file('stop.pb', budget('greedy-no-skip'));
    expect(JSON.parse((await run('count', name, '--json')).stdout).winners).toEqual(['7']);
    expect(JSON.parse((await run('count', name, '--option', 'misfit=skip', '--json')).stdout).winners).toEqual([
      '7',
      '9',
    ]);
  });
  it('keeps to a threshold that the file states, and is not stopped by a project withdrawn after the vote', async () => {
    const town = budget('greedy-no-skip').replace('7;6;', '7;999999999;').replace('budget;10', 'budget;20');
    expect(JSON.parse((await run('count', file('gone.pb', town), '--json')).stdout)).toMatchObject({
      winners: ['8', '9'],
      options: { misfit: 'stop', threshold: 'no' },
    });
    const barred = town.replace('rule;', 'min_project_score_threshold;2\nrule;');
    expect(JSON.parse((await run('count', file('bar.pb', barred), '--json')).stdout)).toMatchObject({
      winners: ['8'],
      options: { misfit: 'stop', threshold: 'file' },
    });
  });
  it('says in the output that it had to assume a rule', async () => {
    const outcome = JSON.parse((await run('count', file('unknown.pb', budget('unknown')), '--json')).stdout);
    expect(outcome.steps[0]).toEqual({ kind: 'rule-assumed', rule: 'unknown', counted: 'greedy' });
  });
  it('maps the rules of Equal Shares', async () => {
    const outcome = JSON.parse((await run('count', file('es.pb', budget('equalshares/add1')), '--json')).stdout);
    expect(outcome).toMatchObject({
      method: 'equal-shares',
      options: { utility: 'cost', completion: 'add1', exhaustive: 'yes' },
    });
  });
  it('names file and line of what is wrong, and prints nothing else', async () => {
    const broken = file('broken.pb', budget('greedy').replace('8;5;Road', '8;-5;Road'));
    expect(await run('count', broken)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'broken.pb:9: cost "-5" is negative\n',
    });
  });
  it('lists the methods when it does not know one', async () => {
    const { status, stdout, stderr } = await run('count', 'town.pb', '--method', 'guess');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/approval score majority consent majority-judgment irv schulze/);
  });
  it('breaks ties in the order given', async () => {
    const name = file('tie.blt', '2 1\n1 1 0\n1 2 0\n0\n"A"\n"B"\n"T"\n');
    expect(JSON.parse((await run('count', name, '--ties', '2,1', '--json')).stdout)).toMatchObject({
      winners: ['2'],
      tied: [['2', '1']],
    });
  });
  it.each([
    ['equal.blt', '3 1\n2 1 2 0\n1 1=2 3 0\n1 2 0\n0\n"A"\n"B"\n"C"\n"T"\n', 3],
    ['withdrawn.blt', '4 1\n-4\n2 1 2 0\n\n1 1=2 4 0\n0\n', 5],
    [
      'equal.toi',
      '# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# ALTERNATIVE NAME 3: C\n2: 1,2\n1: 3\n1: {1,2}\n',
      6,
    ],
    [
      'equal_tally.txt',
      'Tally Sheet\n  / Option 1--->: A\n  |/ Option 2-->: B\n  ||/ Option 3->: C\nV: 123 x\nV: 11- y\n',
      6,
    ],
    [
      'equal.json',
      '{"kind":"ranked","options":["a","b","c"],\n"ballots":[{"marks":["a"]},\n{"marks":[["a","b"]]}]}',
      3,
    ],
  ])('names the line of the ballot that a method cannot count: %s', async (name, text, line) => {
    for (const method of ['irv', 'scottish-stv', 'meek-stv']) {
      const { status, stdout, stderr } = await run('count', file(name, text), '--method', method);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(new RegExp(`^${name}:${line}: the ballot ranks two options equally, which ${method}`));
    }
    expect((await run('count', name, '--method', 'schulze')).status).toBe(0);
  });
  it('counts a majority of all members, told how many there are', async () => {
    const count = (...words: string[]) =>
      run('count', 'town.pb', '--method', 'majority', '--option', 'of=members', ...words, '--json');
    expect((await count()).stderr).toMatch(/^town\.pb:1: the number of members entitled/);
    const outcome = JSON.parse((await count('--option', 'members=5', '--option', 'threshold=3/5')).stdout);
    expect(outcome).toMatchObject({ winners: ['7'], options: { of: 'members', members: 5, threshold: '3/5' } });
  });
  it('counts our own JSON with the choices that it carries, unless the command line makes others', async () => {
    const written = (choices: string, method = 'majority') =>
      file(
        'choices.json',
        `{"kind":"approval","options":["yes","no"],"meta":{"method":"${method}"},\n"methodOptions":${choices},\n"ballots":[{"marks":["yes"],"times":3},{"marks":["no"],"times":2}]}`,
      );
    const counted = async (...words: string[]) => JSON.parse((await run('count', ...words, '--json')).stdout);
    const twoThirds = { winners: [], options: { threshold: '2/3', of: 'cast' } };
    expect(await counted(written('{"threshold":"2/3"}'))).toMatchObject(twoThirds);
    expect(await counted('choices.json', '--method', 'majority')).toMatchObject(twoThirds);
    expect(await counted('choices.json', '--option', 'threshold=1/2')).toMatchObject({ winners: ['yes'] });
    expect(await counted('choices.json', '--method', 'approval')).toMatchObject({ options: { seats: 1 } });
    expect(await counted(written('{"seats":2,"ties":"no,yes"}', 'approval'))).toMatchObject({
      options: { seats: 2, ties: 'no,yes' },
    });
    expect(await run('convert', 'choices.json', 'again.json')).toMatchObject({ status: 0 });
    expect(await counted('again.json')).toMatchObject({ options: { seats: 2, ties: 'no,yes' } });
    const wrong = async (choices: string, ...words: string[]) => {
      const { status, stdout, stderr } = await run('count', written(choices), ...words);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      return stderr.trim();
    };
    expect(await wrong('["2/3"]')).toBe('choices.json:2: methodOptions is not texts or numbers by name');
    expect(await wrong('{"treshold":"2/3"}')).toMatch(/^choices\.json:2: majority has no option treshold; it has /);
    expect(await wrong('{"threshold":"much"}')).toMatch(/^choices\.json:2: .*threshold/);
    expect(await wrong('{"members":"few"}')).toBe('choices.json:2: the option members=few is not a whole number');
    expect(await wrong('{"ties":"yes,maybe"}')).toMatch(/^choices\.json:2: the order of ties names maybe/);
    expect(await wrong('{"threshold":"2/3"}', '--option', 'threshold=much')).toMatch(/^tally: .*threshold/);
  });
  it('says of an option that it cannot use that the command line is wrong, not the file', async () => {
    const wrong = (...words: string[]) =>
      run('count', 'town.pb', ...words).then(({ status, stderr }) => [status, stderr]);
    expect(await wrong('--option', 'ties=7,x')).toEqual([
      2,
      'tally: the order of ties names x, which is not an option\n',
    ]);
    expect(await wrong('--method', 'equal-shares', '--option', 'increment=-1')).toEqual([
      2,
      'tally: increment=-1 is not a number above zero\n',
    ]);
    expect(await wrong('--option', 'misfit=perhaps')).toEqual([
      2,
      'tally: misfit=perhaps is not known (allowed: skip stop)\n',
    ]);
  });
});

describe('tally', () => {
  it('measures power and spread', async () => {
    expect(JSON.parse((await run('power', '3', '2', '1', '--quota', '4', '--json')).stdout)).toEqual({
      banzhaf: [0.6, 0.2, 0.2],
    });
    expect(JSON.parse((await run('spread', '1', '1', '1', '1', '--json')).stdout)).toMatchObject({
      gini: 0,
      effective: 4,
      top: 0.25,
    });
  });
  it('groups people from a long list of votes', async () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      [0, 1, 2, 3, 4, 5, 6, 7].map(
        (statement) => `p${i},s${statement},${(i % 2 === 0) === statement < 4 ? 'agree' : 'disagree'}`,
      ),
    );
    const name = file('votes.csv', `voter,statement,vote\n${rows.flat().join('\n')}\n`);
    const found = JSON.parse((await run('groups', name, '--json')).stdout);
    expect(found).toMatchObject({ k: 2, credible: true });
    expect(found.groups.map((people: string[]) => people.length)).toEqual([20, 20]);
  });
  it('reads what Polis exports: later marks count, ids of other systems are passed over, statements taken out are left out', async () => {
    const groups = async (...words: string[]) => JSON.parse((await run('groups', ...words, '--json')).stdout);
    const long = file(
      'long.csv',
      'timestamp,datetime,comment-id,voter-id,vote\n200,x,0,5,-1\n100,"Sun, Jan 1",0,5,1\n150,x,1,6,0\n',
    );
    const wide = file(
      'wide.csv',
      'participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n5,a,0,1,1,0,1,-1,\n6,,,0,1,0,0,,0\n',
    );
    const counts = ({ statements }: { statements: { id: string; agree: number; disagree: number; pass: number }[] }) =>
      statements.map(({ id, agree, disagree, pass }) => [id, agree, disagree, pass]);
    for (const name of [long, wide]) {
      expect(counts(await groups(name))).toEqual([
        ['0', 0, 1, 0],
        ['1', 0, 0, 1],
      ]);
    }
    const list = file(
      'list.csv',
      'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n1,x,0,0,1,0,-1,"so, ""then""\nand on"\n2,x,1,0,1,0,1,ok\n',
    );
    expect(counts(await groups(long, '--comments', list))).toEqual([['1', 0, 0, 1]]);
    expect(await run('groups', long, '--option', 'k=9')).toMatchObject({
      status: 2,
      stderr: 'tally: k=9 is not from 2 to 5\n',
    });
  });
  it('draws the same panel from the same pool and seed', async () => {
    const people = Array.from({ length: 12 }, (_, i) => `v${i},${i % 3 === 0 ? 'Woman' : 'man'}`);
    const pool = file('pool.csv', `id;gender\n${people.join('\n')}\n`.replaceAll(',', ';'));
    const quotas = file('quotas.csv', 'feature,value,min,max\nGender,woman,2,2\nGender,man,2,2\n');
    const draw = () =>
      run('panel', pool, quotas, '--size', '4', '--seed', 'lotto 7 11', '--option', 'method=lottery', '--json');
    const first = await draw();
    expect(JSON.parse(first.stdout)).toMatchObject({ size: 4, seed: 'lotto 7 11' });
    expect(JSON.parse(first.stdout).panel.length).toBe(4);
    expect(await draw()).toEqual(first);
    expect((await run('panel', pool, quotas, '--size', '4')).stderr).toBe(
      'tally: tally panel needs --size N --seed S\n',
    );
  });
  it('converts so that the count stays the same', async () => {
    file('from.blt', '3 2\n4 1 2 0\n3 2=3 0\n2 - 3 0\n1 0\n0\n"A"\n"B"\n"C"\n"T"\n');
    const before = JSON.parse((await run('count', 'from.blt', '--method', 'borda', '--json')).stdout);
    for (const to of ['to.json', 'to.toi', 'back.blt']) {
      expect((await run('convert', 'from.blt', to)).status).toBe(0);
      const after = JSON.parse((await run('count', to, '--method', 'borda', '--option', 'seats=2', '--json')).stdout);
      expect(after).toEqual(before);
    }
    file(
      'from.cat',
      '# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# CATEGORY NAME 1: Good\n# CATEGORY NAME 2: Bad\n# CATEGORY NAME 3: Worse\n3: {1},{},{2}\n2: {},{1,2},{}\n',
    );
    file(
      'from_tally.txt',
      'Tally Sheet\n  Option 1---->: A\n  Option 2---->: None of the above\nV: 1- x\nV: 21 y\nV: 1- z\n',
    );
    for (const [from, to] of [
      ['from.cat', 'to.cat'],
      ['from_tally.txt', 'to_tally.txt'],
    ]) {
      expect((await run('convert', from, to)).status).toBe(0);
      expect((await run('count', to, '--json')).stdout).toBe((await run('count', from, '--json')).stdout);
    }
    expect(await run('convert', 'from.blt', 'to.pb')).toMatchObject({
      status: 2,
      stderr: 'from.blt:1: Pabulib has no equal and no skipped ranks\n',
    });
    expect((await run('convert', 'town.pb', 'copy.pb')).status).toBe(0);
    expect(readFileSync(`${folder}/copy.pb`, 'utf8')).toContain('7;6;"Well; deep"');
    expect((await run('count', 'copy.pb', '--json')).stdout).toBe((await run('count', 'town.pb', '--json')).stdout);
  });
  it('runs unbuilt as a program, with the exit code that a script needs', () => {
    const tally = fileURLToPath(new URL('./tally.ts', import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, [tally, 'count', 'no-such-file.pb'], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^no-such-file\.pb:1: cannot be opened/);
  });
  it('explains itself', async () => {
    expect((await run('help')).stdout).toContain('tally count FILE');
    expect((await run()).status).toBe(0);
    expect((await run('dance')).status).toBe(2);
  });
});
