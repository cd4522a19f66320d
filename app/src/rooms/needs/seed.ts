import type { House } from '#platform/house.ts';
import { type Deed, demoTown, type Town } from '#rooms/communities/server/index.ts';
import { demoNeeds, type SeededNeed } from './demo-needs.ts';
import { decidedNeeds } from './demo-needs-decided.ts';
import { demoOffers, demoSheet } from './demo-offers.ts';
import { answerAgain } from './server/again/answer-again.ts';
import { askAgain } from './server/again/ask-again.ts';
import { changeNeedState } from './server/change-need-state.ts';
import { enterHallSheet } from './server/enter-hall-sheet.ts';
import { groupNeeds } from './server/group-needs.ts';
import { mergeNeeds } from './server/merge-needs.ts';
import { offerAsset } from './server/offers/offer-asset.ts';
import { raiseNeed } from './server/raise-need.ts';
import { supportNeed } from './server/support-need.ts';
import { talkAboutNeed } from './server/talk-about-need.ts';

/** When the house asked about what nobody had touched. */
const ASKED_DAYS_AGO = 20;
const DESK = { 'gornja-lipa': 'vera', 'suvi-dol': 'marija' } as const;

/**
 * The needs of the demo town over half a year: one merged pair, one that is done, one that was asked about again and
 * answered and one that waits for its answer, a hall sheet, one told on paper that waits for a yes; and what people offer.
 */
export async function seedNeeds(house: House): Promise<void> {
  const town = await demoTown(house);
  const numbers = new Map<string, number>();
  const needs = [...demoNeeds, ...decidedNeeds].sort((a, b) => b.daysAgo - a.daysAgo);
  for (const need of needs) numbers.set(need.key, await raise(town, need));
  for (const need of needs) await live(town, need, numbers);
  for (const { by, daysAgo, ...offer } of demoOffers) await town.act(by, daysAgo, { action: offerAsset, input: offer });
  await enterSheet(town, numbers);
  const then = new Date(house.now().getTime() - ASKED_DAYS_AGO * 86_400_000);
  await askAgain.run({ ...house, now: () => then });
  for (const need of demoNeeds) if (need.again) await answer(town, need, numbers);
}

async function raise(town: Town, need: SeededNeed): Promise<number> {
  const { slug, by, daysAgo, locale, title, words, place, point, affected, channel } = need;
  const input = { slug, locale, title, words, place, point, affected, channel };
  const { number } = await town.act<{ number: number }>(by, daysAgo, { action: raiseNeed, input });
  const facilitator = deskOf(slug);
  if (need.theme)
    await town.act(facilitator, daysAgo - 0.2, {
      action: groupNeeds,
      input: { slug, numbers: [number], theme: need.theme },
    });
  return number;
}

const deskOf = (slug: string) => (slug === 'suvi-dol' ? DESK['suvi-dol'] : DESK['gornja-lipa']);

/** Everything that happened to a need, in the order in which it happened: a need is never touched before it was. */
async function live(town: Town, need: SeededNeed, numbers: ReadonlyMap<string, number>): Promise<void> {
  const { slug, locale } = need;
  const number = numbers.get(need.key);
  const at = { slug, number };
  const facilitator = deskOf(slug);
  const deeds: { daysAgo: number; who: Parameters<Town['act']>[0]; deed: Deed }[] = [
    ...(need.supporters ?? []).map(([who, daysAgo, words = '']) => {
      return { who, daysAgo, deed: { action: supportNeed, input: { ...at, locale: localeOf(words, locale), words } } };
    }),
    ...(need.said ?? []).map(([who, daysAgo, text]) => {
      return { who, daysAgo, deed: { action: talkAboutNeed, input: { ...at, locale: localeOf(text, locale), text } } };
    }),
    ...(need.states ?? []).map(([state, daysAgo, words]) => {
      return { who: facilitator, daysAgo, deed: { action: changeNeedState, input: { ...at, state, words } } };
    }),
    ...(need.offers ?? []).map(([who, daysAgo, kind, title]) => {
      const input = { slug, need: number, kind, title, locale: localeOf(title, locale) };
      return { who, daysAgo, deed: { action: offerAsset, input } };
    }),
  ];
  if (need.into)
    deeds.push({
      who: facilitator,
      daysAgo: need.into[1],
      deed: { action: mergeNeeds, input: { ...at, into: numbers.get(need.into[0]), words: 'Иста цев.' } },
    });
  for (const { who, daysAgo, deed } of deeds.sort((a, b) => b.daysAgo - a.daysAgo)) await town.act(who, daysAgo, deed);
}

/** Serbian in the script it is written in; the other languages as their need. */
function localeOf(text: string, locale: SeededNeed['locale']): SeededNeed['locale'] {
  const cyrillic = /\p{Script=Cyrillic}/u.test(text);
  if (locale === 'mk' || locale === 'sq') return cyrillic ? 'mk' : 'sq';
  return cyrillic ? 'sr-Cyrl' : 'sr-Latn';
}

async function enterSheet(town: Town, numbers: ReadonlyMap<string, number>): Promise<void> {
  const { slug, by, witness, daysAgo, where, rows, counted } = demoSheet;
  const listed = counted.map(([key, hands]) => ({ number: numbers.get(key), hands }));
  await town.act(by, daysAgo, {
    action: enterHallSheet,
    input: { slug, where, witness: town.ids[witness], locale: 'sr-Cyrl', rows: [...rows, ...listed], read: 'yes' },
  });
}

async function answer(town: Town, need: SeededNeed, numbers: ReadonlyMap<string, number>): Promise<void> {
  if (!need.again) return;
  const { daysAgo, ...said } = need.again;
  const input = { slug: need.slug, number: numbers.get(need.key), ...said };
  await town.act(need.by, daysAgo, { action: answerAgain, input });
}
