import {
  answerCommitment,
  commitmentsRoom,
  makeCommitment,
  recordCommitment,
  sayOwnWord,
  takeBack,
} from '#rooms/commitments/server/index.ts';
import type { Examples, Input } from './test-example.ts';
import { SLUG, type Town } from './test-town.ts';

const slug = SLUG;
const locale = 'sr-Latn';
const WORD = { slug, what: 'Kosim travu na groblju', locale, dueOn: '2026-12-20' };

/** A word that somebody gave; without more it is `owner` who gave it. */
async function word(town: Town, by = 'owner', more: Input = {}): Promise<{ slug: string; number: number }> {
  const { number } = await town.as<{ number: number }>(by, makeCommitment, { ...WORD, ...more });
  return { slug, number };
}

/** How to ask for each action of commitments. */
export const commitmentsExamples: Examples = {
  'commitments.make-commitment': () => ({ input: WORD }),
  'commitments.answer-commitment': async (town) => ({
    input: { ...(await word(town, 'mira')), answer: 'late', newOn: '2027-01-10', words: 'Kiša pada.', locale },
  }),
  'commitments.say-own-word': async (town) => ({
    input: { ...(await word(town)), words: 'Počela je kosidba.', locale },
    own: ['owner'],
  }),
  'commitments.agree-anew': async (town) => ({
    input: { ...(await word(town)), what: 'Kosimo zajedno', dueOn: '2027-02-01', why: 'Trava je visoka', locale },
    own: ['owner'],
  }),
  'commitments.take-back': async (town) => ({
    input: { ...(await word(town, 'mira', { by: `person:${town.people.owner}` })), why: 'Kosa je slomljena' },
    own: ['owner'],
  }),
};

/** Where the planted words were given. */
export const PLANTED_ORIGIN = '01900000-0000-7000-8000-0000000000aa';

/** Words of ruža, who is named inside only, in public and for members, asked about, answered, and one that was never hers. */
export async function plantWords(town: Town): Promise<{ commitmentNumber: number }> {
  const { communityId, people } = town;
  const origin = { kind: 'gathering', id: PLANTED_ORIGIN, address: `/c/${slug}/gatherings/1`, title: 'Skup' };
  const said = { communityId, locale, by: { personId: people.ruza }, origin } as const;
  const { number } = await town.work((context) => recordCommitment(context, { ...said, what: 'Čistim bunar' }));
  const hidden = { ...said, what: 'Skrivena reč', audience: 'members' } as const;
  await town.work((context) => recordCommitment(context, hidden));
  const never = await town.work((context) => recordCommitment(context, { ...said, what: 'Skrivena laž' }));
  await town.as('ruza', takeBack, { slug, number: never.number, notMine: 'yes' });
  await town.as('ruza', sayOwnWord, { slug, number, words: 'Bunar je čist', locale });
  await word(town, 'mira', { by: 'name', name: 'Skrivena Pera' });
  town.house.setNow('2027-01-01T10:00:00Z');
  for (const tick of commitmentsRoom.ticks) await tick.run(town.house);
  await town.as('owner', answerCommitment, { slug, number, answer: 'kept', locale });
  town.house.setNow('2026-11-01T10:00:00Z');
  return { commitmentNumber: number };
}
