import {
  answerCommitment,
  appealWordFold,
  commitmentsRoom,
  foldWords,
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

/** An own word of `owner` that dana folded. */
async function foldedWord(town: Town): Promise<{ slug: string; foldId: string }> {
  const at = await word(town);
  await town.as('owner', sayOwnWord, { ...at, words: 'Komšija je lenj.', locale });
  const { id: partId } = await town.db.selectFrom('commitments.ownWord').select('id').executeTakeFirstOrThrow();
  const input = { ...at, part: 'own', partId, reason: 'insult' };
  return { slug, foldId: (await town.as<{ foldId: string }>('dana', foldWords, input)).foldId };
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
  'commitments.fold-words': async (town) => ({ input: { ...(await word(town)), reason: 'insult' } }),
  'commitments.second-word-fold': async (town) => ({ input: await foldedWord(town) }),
  'commitments.unfold-words': async (town) => {
    const at = await word(town);
    const { foldId } = await town.as<{ foldId: string }>('facilitator', foldWords, { ...at, reason: 'insult' });
    return { input: { slug, foldId } };
  },
  'commitments.appeal-word-fold': async (town) => ({
    input: { ...(await foldedWord(town)), words: 'Šala je bila.' },
    own: ['owner'],
  }),
  'commitments.answer-word-appeal': async (town) => {
    const about = await foldedWord(town);
    await town.as('owner', appealWordFold, { ...about, words: 'Šala je bila.' });
    return { input: { ...about, upheld: 'no', answer: 'Neka ostane.' } };
  },
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
