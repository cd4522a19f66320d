import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { beginningsOf, type Pairable, proposePairs } from './pairs.ts';
import { mayCompare, mayIntroduce, mayPublish, mayTakeUp } from './rules.ts';
import { type Branch, growTree, treeAround } from './tree.ts';
import { CreditContributor, SayTopic, WriteCase } from './words.ts';

const whole = {
  published: false,
  takenBack: false,
  how: null,
  done: 'A shared cold store',
  changed: 'Fruit is sold in winter',
  failed: '',
  credits: ['name', 'member', 'inside'],
};

describe('publishing a case', () => {
  it('needs what was done, what came of it, and a yes of everyone who stands in it', () => {
    expect(mayPublish(whole)).toBe('yes');
    expect(mayPublish({ ...whole, done: '' })).toEqual({ no: 'practice.case-without-deed' });
    expect(mayPublish({ ...whole, changed: '' })).toEqual({ no: 'practice.case-without-outcome' });
    expect(mayPublish({ ...whole, credits: ['name', null] })).toEqual({ no: 'practice.credit-missing' });
    expect(mayPublish({ ...whole, credits: ['no', 'name'] })).toEqual({ no: 'practice.credit-refused' });
  });

  it('of something that did not work needs to say what failed', () => {
    expect(mayPublish({ ...whole, how: 'did-not-work' })).toEqual({ no: 'practice.case-without-failure' });
    expect(mayPublish({ ...whole, how: 'did-not-work', changed: '', failed: 'Nobody came' })).toBe('yes');
  });

  it('happens once, and never after it was taken back', () => {
    expect(mayPublish({ ...whole, published: true })).toEqual({ no: 'practice.case-published' });
    expect(mayPublish({ ...whole, takenBack: true })).toEqual({ no: 'practice.case-taken-back' });
  });
});

test('a case is taken up by an organisation or a community, never one’s own, and only while it is open', () => {
  const of = { organisationId: 'a', homeCommunityId: null };
  const by = { organisationId: 'b', homeCommunityId: null };
  const open = { published: true, takenBack: false, depth: 0, of, by };
  expect(mayTakeUp(open)).toBe('yes');
  expect(mayTakeUp({ ...open, by: of })).toEqual({ no: 'practice.own-case' });
  expect(mayTakeUp({ ...open, by: { organisationId: null, homeCommunityId: null } })).toEqual({
    no: 'practice.uptake-by-whom',
  });
  expect(mayTakeUp({ ...open, published: false })).toEqual({ no: 'practice.case-not-open' });
  expect(mayTakeUp({ ...open, depth: 40 })).toEqual({ no: 'practice.tree-too-deep' });
});

test('two to four different cases lie side by side', () => {
  const answers = [[1], [1, 1], [1, 2], [1, 2, 3, 4], [1, 2, 3, 4, 5]].map((numbers) => mayCompare(numbers) === 'yes');
  expect(answers).toEqual([false, false, true, true, false]);
});

test('nobody is introduced to themselves, against their wish, twice, or by what was taken back', () => {
  const share = { party: 'o:a', pairing: 'yes', gone: false };
  const wish = { party: 'o:b', pairing: 'yes', gone: false };
  expect(mayIntroduce({ share, wish, asked: false })).toBe('yes');
  expect(mayIntroduce({ share, wish: share, asked: false })).toEqual({ no: 'practice.same-party' });
  expect(mayIntroduce({ share, wish: { ...wish, pairing: 'no' }, asked: false })).toEqual({
    no: 'practice.no-pairing',
  });
  expect(mayIntroduce({ share: { ...share, gone: true }, wish, asked: false })).toEqual({ no: 'practice.topic-gone' });
  expect(mayIntroduce({ share, wish, asked: true })).toEqual({ no: 'practice.introduction-asked' });
});

const topic = (id: string, kind: 'share' | 'wish', words: string, more: Partial<Pairable> = {}): Pairable => ({
  id,
  kind,
  party: `p:${id}`,
  words,
  tags: [],
  pairing: 'yes',
  ...more,
});

describe('pairs', () => {
  it('meet across scripts, accents, cases and languages of the region', () => {
    const met = (share: string, wish: string) =>
      proposePairs([topic('a', 'share', share), topic('b', 'wish', wish)]).length;
    expect(met('Vođenje zadruge', 'Како се води задруга')).toBe(1);
    expect(met('писање предлога пројеката', 'Pisanje predloga za fond')).toBe(1);
    expect(met('Вода од чесма', 'Čista voda')).toBe(1);
    expect(met('Bee keeping', 'Čista voda')).toBe(0);
  });

  it('meet on a tag whatever the words are', () => {
    const [pair] = proposePairs([
      topic('a', 'share', 'Uji i pijshëm', { tags: ['вода'] }),
      topic('b', 'wish', 'Maji safi', { tags: ['Voda'] }),
    ]);
    expect(pair.on).toEqual(['#voda']);
  });

  it('leave out who said no pairs, and never join somebody with themselves', () => {
    const share = topic('a', 'share', 'zadruga');
    expect(proposePairs([share, topic('b', 'wish', 'zadruga', { pairing: 'no' })])).toEqual([]);
    expect(proposePairs([share, topic('b', 'wish', 'zadruga', { party: 'p:a' })])).toEqual([]);
  });

  it('come in the same order, in whatever order the topics are asked', () => {
    const words = ['zadruga mleko', 'voda', 'mladi u selu', 'zadruga', 'cista voda za selo', 'mleko'];
    const topics = words.map((text, at) =>
      topic(String(at), at % 2 ? 'wish' : 'share', text, { tags: [words[5 - at]] }),
    );
    const names = (list: Pairable[]) => proposePairs(list).map(({ share, wish }) => `${share.id}-${wish.id}`);
    fc.assert(
      fc.property(fc.shuffledSubarray(topics, { minLength: topics.length }), (shuffled) => {
        expect(names(shuffled)).toEqual(names(topics));
      }),
    );
  });

  it('are not made by small words', () => expect(beginningsOf('Како да ради with them koji')).toEqual([]));
});

describe('the tree', () => {
  const branch = (number: number, from: number | null = null): Branch => ({
    number,
    from,
    how: from ? 'adopted' : null,
  });
  const cases = [branch(5, 1), branch(1), branch(7, 5), branch(2), branch(9, 1)];

  it('places each case under the one it learned from', () => {
    const places = growTree(cases).map(({ one, depth, under }) => [one.number, depth, under]);
    expect(places).toEqual([
      [1, 0, null],
      [5, 1, 0],
      [7, 2, 1],
      [9, 1, 0],
      [2, 0, null],
    ]);
  });

  it('gives the one tree in which a case stands', () => {
    expect(treeAround(cases, 7).map(({ number }) => number)).toEqual([1, 5, 7, 9]);
    expect(treeAround(cases, 2).map(({ number }) => number)).toEqual([2]);
    expect(treeAround(cases, 3)).toEqual([]);
  });

  it('holds every case once as long as nothing leads in a circle', () => {
    const forest = fc
      .array(fc.nat(), { minLength: 1, maxLength: 30 })
      .map((picks) => picks.map((pick, at) => branch(at + 1, at > 0 && pick % 3 ? (pick % at) + 1 : null)));
    fc.assert(
      fc.property(forest, (all) => {
        const leaves = growTree(all);
        expect(leaves.map(({ one }) => one.number).sort((a, b) => a - b)).toEqual(all.map(({ number }) => number));
        for (const { one, under } of leaves)
          expect(under === null ? one.from : leaves[under].one.number).toBe(under === null ? null : one.from);
        expect(leaves.every(({ depth, under }) => (under === null ? depth === 0 : depth > 0))).toBe(true);
      }),
    );
  });
});

describe('what is typed', () => {
  const said = { slug: 'praksa', kind: 'share', words: 'Voda', locale: 'sr-Latn' };

  it('keeps tags small, each once, six at most', () => {
    expect(SayTopic.parse({ ...said, tags: ' Вода, voda;  VODA ,, zadruge  u selu ' }).tags).toEqual([
      'вода',
      'voda',
      'zadruge u selu',
    ]);
    expect(SayTopic.safeParse({ ...said, tags: 'aa,bb,cc,dd,ee,ff,gg' }).success).toBe(false);
  });

  it('says for whom: oneself, an organisation or a community', () => {
    const id = '01900000-0000-7000-8000-000000000001';
    expect(SayTopic.parse({ ...said, party: '' }).party).toEqual({ organisationId: null, homeCommunityId: null });
    expect(SayTopic.parse({ ...said, party: `o:${id}` }).party).toEqual({ organisationId: id, homeCommunityId: null });
    expect(SayTopic.safeParse({ ...said, party: 'x:1' }).success).toBe(false);
  });

  it('gives a cost with its currency, and asks who is meant when somebody is credited', () => {
    const one = { slug: 'praksa', title: 'Hladnjača', locale: 'sr-Latn', country: 'rs' };
    expect(WriteCase.parse({ ...one, costAmount: '12000', costCurrency: 'eur' })).toMatchObject({
      costCurrency: 'EUR',
    });
    expect(WriteCase.safeParse({ ...one, costAmount: '12000' }).success).toBe(false);
    const credit = { slug: 'praksa', number: 1 };
    expect(CreditContributor.safeParse(credit).success).toBe(false);
    expect(CreditContributor.safeParse({ ...credit, outsideName: 'Baba Ruža' }).success).toBe(false);
    expect(CreditContributor.safeParse({ ...credit, outsideName: 'Baba Ruža', told: 'name' }).success).toBe(true);
  });
});
