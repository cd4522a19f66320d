import { parseRational, toNumber } from '@sofra/counting';
import type { Language } from '#platform/language/language.ts';
import type { Method } from '../words.ts';

/** What the words of an outcome need; all of it is on the outcome page. */
export interface Told {
  readonly method: Method;
  readonly currency: string | null;
  /** Whether numbers are the weight of tables, not of persons. */
  readonly byTables?: boolean;
  /** The name of an option by its code, as this reader reads it. */
  nameOf(code: string): string;
}

type Fact = string | number | boolean | null | readonly string[] | undefined | object;
interface Step {
  readonly kind: string;
  readonly [fact: string]: Fact | unknown;
}

/** Exact text of counting as a number people read, to the hundredth. */
export const shownNumber = (language: Language, exact: unknown): string =>
  language.number(Math.round(toNumber(parseRational(String(exact ?? '0'))) * 100) / 100);

/** The same as money. */
export const shownMoney = (language: Language, exact: unknown, currency: string | null): string =>
  currency ? `${shownNumber(language, exact)} ${currency}` : shownNumber(language, exact);

/** Every step of this count as one plain sentence, in the order in which it happened. A step that no sentence knows is left out. */
export function stepSentences(language: Language, steps: readonly Step[], told: Told): string[] {
  return steps.flatMap((step) => {
    const sentence = WORDS[step.kind]?.(language, step, told);
    return sentence === undefined ? [] : [sentence].flat();
  });
}

type Teller = (language: Language, step: Step, told: Told) => string | string[] | undefined;

const many = (language: Language, codes: unknown, told: Told): string =>
  language.list((Array.isArray(codes) ? codes : []).map((code) => told.nameOf(String(code))));
const option = (step: Step, told: Told): string => told.nameOf(String(step.option));

/** Approvals and points, majorities, nobody-objects. */
const sums: Record<string, Teller> = {
  total: (language, step, told) =>
    step.points === undefined
      ? told.byTables
        ? language.say('decisions.step.approved-tables', {
            option: option(step, told),
            votes: shownNumber(language, step.votes),
          })
        : language.say('decisions.step.approved', { option: option(step, told), votes: Number(step.votes) })
      : language.say('decisions.step.points', {
          option: option(step, told),
          points: shownNumber(language, step.points),
        }),
  share: (language, step, told) =>
    told.byTables
      ? language.say(step.carries ? 'decisions.step.share-carries-tables' : 'decisions.step.share-tables', {
          option: option(step, told),
          votes: shownNumber(language, step.yes),
          base: shownNumber(language, step.base),
        })
      : language.say(step.carries ? 'decisions.step.share-carries' : 'decisions.step.share', {
          option: option(step, told),
          votes: Number(step.yes),
          base: shownNumber(language, step.base),
        }),
  marks: (language, step, told) =>
    language.say(step.stands ? 'decisions.step.stands' : 'decisions.step.does-not-stand', {
      option: option(step, told),
      agree: Number(step.agree),
      aside: Number(step.standAside),
      concern: Number(step.concern),
      block: Number(step.block),
    }),
  'block-without-reason': (language, step, told) =>
    language.say('decisions.step.block-without-reason', { option: option(step, told), voters: Number(step.voters) }),
};

/** Order of wishes. */
const wishes: Record<string, Teller> = {
  round: (language, step, told) => {
    const votes = Object.entries((step.votes ?? {}) as Record<string, string>)
      .sort((a, b) => toNumber(parseRational(b[1])) - toNumber(parseRational(a[1])))
      .map(([code, n]) => `${told.nameOf(code)} ${shownNumber(language, n)}`);
    const facts = { round: Number(step.round), votes: votes.join(' · ') };
    const said = [
      step.elected === undefined
        ? language.say('decisions.step.round-excluded', { ...facts, option: many(language, step.excluded, told) })
        : language.say('decisions.step.round-elected', {
            ...facts,
            option: told.nameOf(String(step.elected)),
            half: shownNumber(language, step.threshold),
          }),
    ];
    if (String(step.exhausted) !== '0' && told.byTables)
      said.push(
        language.say('decisions.step.exhausted-tables', {
          round: Number(step.round),
          votes: shownNumber(language, step.exhausted),
        }),
      );
    else if (String(step.exhausted) !== '0')
      said.push(language.say('decisions.step.exhausted', { round: Number(step.round), votes: Number(step.exhausted) }));
    return said;
  },
  condorcet: (language, step, told) =>
    step.winner === null
      ? language.say('decisions.step.no-beats-all', { options: many(language, step.smith, told) })
      : language.say('decisions.step.beats-all', { option: told.nameOf(String(step.winner)) }),
  dropped: (language, step, told) => language.say('decisions.step.dropped', { option: option(step, told) }),
  matrix: (language) => language.say('decisions.step.matrix'),
  paths: (language, step, told) =>
    (step.options as readonly unknown[] | undefined)?.length
      ? language.say('decisions.step.paths', { options: many(language, step.options, told) })
      : undefined,
};

/** Money. */
const money: Record<string, Teller> = {
  endowments: (language, step, told) =>
    language.say(
      told.byTables
        ? 'decisions.step.endowments-tables'
        : `decisions.step.endowments-${ENDINGS[String(step.stopped)] ?? 'full'}`,
      {
        start: shownMoney(language, step.start, told.currency),
        final: shownMoney(language, step.final, told.currency),
        tried: language.number(Number(step.tried)),
      },
    ),
  free: (language, step, told) => language.say('decisions.step.free', { option: option(step, told) }),
  bought: (language, step, told) => {
    const facts = {
      option: option(step, told),
      cost: shownMoney(language, step.cost, told.currency),
      supporters: Number(step.supporters),
      paid: shownMoney(language, step.paidAtMost, told.currency),
    };
    if (told.byTables) return language.say('decisions.step.bought-tables', facts);
    return Number(step.gaveAll) > 0
      ? language.say('decisions.step.bought-with-poor', { ...facts, all: language.number(Number(step.gaveAll)) })
      : language.say('decisions.step.bought', facts);
  },
  comparison: (language, step) =>
    language.say(step.kept === 'greedy' ? 'decisions.step.kept-greedy' : 'decisions.step.kept-equal-shares', {
      shares: shownNumber(language, step.preferEqualShares),
      greedy: shownNumber(language, step.preferGreedy),
    }),
  funded: (language, step, told) => language.say('decisions.step.funded', listFacts(language, step, told)),
  skipped: (language, step, told) => language.say('decisions.step.skipped', listFacts(language, step, told)),
  stopped: (language, step, told) => language.say('decisions.step.stopped', listFacts(language, step, told)),
  excluded: (language, step, told) => language.say('decisions.step.excluded', listFacts(language, step, told)),
};

/** Why the raising of everybody's share ended, as counting calls it, and our key for it. */
const ENDINGS: Readonly<Record<string, string>> = {
  'everything-funded': 'all',
  exhaustive: 'full',
  'would-overspend': 'over',
};

const listFacts = (language: Language, step: Step, told: Told) => ({
  option: option(step, told),
  score: shownNumber(language, step.score),
  cost: shownMoney(language, step.cost, told.currency),
  left: shownMoney(language, step.left, told.currency),
});

const WORDS: Readonly<Record<string, Teller>> = { ...sums, ...wishes, ...money };

/** The kinds of steps that have a sentence; a test holds them against what the methods really do. */
export const TOLD_STEPS: readonly string[] = Object.keys(WORDS);
