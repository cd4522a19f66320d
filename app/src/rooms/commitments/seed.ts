import type { House } from '#platform/house.ts';
import { dayIn } from '#platform/time-zone.ts';
import { type Deed, demoTown, findOrganisation, type Town } from '#rooms/communities/server/index.ts';
import type { DemoPersonKey } from '#rooms/people/server/index.ts';
import { demoWords, type SeededWord } from './demo-words.ts';
import { answerCommitment } from './server/answer-commitment.ts';
import { askAbout } from './server/ask-about.ts';
import { makeCommitment } from './server/make-commitment.ts';
import { sayOwnWord } from './server/say-own-word.ts';

const SLUG = 'gornja-lipa';
const TIME_ZONE = 'Europe/Belgrade';
const DAY = 86_400_000;

interface Happening {
  readonly daysAgo: number;
  readonly who: DemoPersonKey;
  readonly deed: Deed;
}

/** Words given in the demo village over half a year; the house asks about them as their days come. */
export async function seedCommitments(house: House): Promise<void> {
  const town = await demoTown(house);
  const happenings: Happening[] = [];
  for (const word of demoWords) {
    const number = await give(house, town, word);
    happenings.push(...whatFollowed(house, word, number));
  }
  for (const { daysAgo, who, deed } of happenings.sort((a, b) => b.daysAgo - a.daysAgo)) {
    await askUntil(house, daysAgo);
    await town.act(who, daysAgo, deed);
  }
  await askUntil(house, 0);
}

const askUntil = (house: House, daysAgo: number): Promise<void> => {
  const then = new Date(house.now().getTime() - daysAgo * DAY);
  return askAbout.run({ ...house, now: () => then });
};

const dayFromNow = (house: House, days: number): string =>
  dayIn(TIME_ZONE, new Date(house.now().getTime() + days * DAY));

async function give(house: House, town: Town, word: SeededWord): Promise<number> {
  const { daysAgo, by, of, what, words, dueInDays } = word;
  const dueOn = dayFromNow(house, dueInDays);
  const whose = await giverOf(house, town, of);
  const input = { slug: SLUG, what, words, locale: 'sr-Cyrl', dueOn, ...whose };
  return (await town.act<{ number: number }>(by, daysAgo, { action: makeCommitment, input })).number;
}

async function giverOf(house: House, town: Town, of: SeededWord['of']): Promise<Readonly<Record<string, string>>> {
  if (!of) return { by: 'me' };
  if ('person' in of) return { by: `person:${town.ids[of.person]}` };
  if ('name' in of) return { by: 'name', name: of.name };
  return { by: `organisation:${(await findOrganisation(house.database.db, of.organisation)).id}` };
}

function whatFollowed(house: House, { by, of, said = [], own = [] }: SeededWord, number: number): Happening[] {
  const at = { slug: SLUG, number, locale: 'sr-Cyrl' };
  const giver = of && 'person' in of ? of.person : by;
  return [
    ...said.map(({ daysAgo, by: who, answer, words, newInDays }) => {
      const newOn = newInDays === undefined ? undefined : dayFromNow(house, newInDays);
      return { daysAgo, who, deed: { action: answerCommitment, input: { ...at, answer, words, newOn } } };
    }),
    ...own.map(([daysAgo, words]) => {
      return { daysAgo, who: giver, deed: { action: sayOwnWord, input: { ...at, words } } };
    }),
  ];
}
