import { rational, showAmount, showRational } from '../rational.ts';
import type { Money } from './money.ts';
import { type Scores, scoreOf } from './scores.ts';

/** An amount of `Money.costs` as the exact text of the file's currency: a decimal where it has an end. */
export const showMoney = (money: Money, amount: bigint): string =>
  showAmount(rational(amount, money.moneyScale * money.weightScale));

/** The score of an option as exact text. */
export const showScore = (scores: Scores, p: number): string => showRational(scoreOf(scores, p));
