import { mergeNeeds, needsRoom, offerAsset, raiseNeed, supportNeed, tellPrivately } from '#rooms/needs/server/index.ts';
import type { Examples, Input } from './test-example.ts';
import { SLUG, type Town } from './test-town.ts';

const slug = SLUG;
const locale = 'sr-Latn';
const NEED = { slug, title: 'Voda u školi', locale };

/** A need that `owner` raised. */
export async function need(town: Town, more: Input = {}): Promise<{ slug: string; number: number }> {
  const { number } = await town.as<{ number: number }>('owner', raiseNeed, { ...NEED, ...more });
  return { slug, number };
}

const two = async (town: Town) => {
  const one = await need(town);
  return { ...one, into: (await need(town, { title: 'Bunar u školi' })).number };
};

/** How to ask for each action of needs. */
export const needsExamples: Examples = {
  'needs.raise-need': () => ({ input: NEED }),
  'needs.say-yes': async (town) => ({
    input: { ...(await need(town, { channel: 'paper' })), answer: 'yes' },
    hides: true,
  }),
  'needs.support-need': async (town) => ({ input: { ...(await need(town)), words: 'I ja', locale } }),
  'needs.withdraw-support': async (town) => ({ input: await need(town) }),
  'needs.talk-about-need': async (town) => ({ input: { ...(await need(town)), text: 'Imam cev.', locale } }),
  'needs.edit-need': async (town) => ({
    input: { ...(await need(town)), title: 'Bunar u školi', locale },
    own: ['owner'],
  }),
  'needs.withdraw-need': async (town) => ({ input: { ...(await need(town)), reason: 'Rešeno je' }, own: ['owner'] }),
  'needs.change-need-state': async (town) => ({ input: { ...(await need(town)), state: 'taken-up' } }),
  'needs.merge-needs': async (town) => ({ input: await two(town) }),
  'needs.part-needs': async (town) => {
    const pair = await two(town);
    await town.as('mira', mergeNeeds, pair);
    return { input: { slug, number: pair.number } };
  },
  'needs.group-needs': async (town) => ({ input: { slug, numbers: [(await need(town)).number], theme: 'Voda' } }),
  'needs.answer-again': async (town) => {
    const asked = await need(town);
    await town.as('teller', supportNeed, { ...asked, locale });
    town.house.setNow('2027-11-01T10:00:00Z');
    for (const tick of needsRoom.ticks) await tick.run(town.house);
    return { input: { ...asked, answer: 'still-needed' }, own: ['owner', 'teller'] };
  },
  'needs.offer-asset': async (town) => ({
    input: { slug, kind: 'skills', title: 'Zidam', locale, need: (await need(town)).number },
  }),
  'needs.withdraw-offer': async (town) => {
    const offer = { slug, kind: 'skills', title: 'Zidam', locale };
    const { number } = await town.as<{ number: number }>('owner', offerAsset, offer);
    return { input: { slug, number }, own: ['owner'] };
  },
  'needs.enter-hall-sheet': () => ({ input: { slug, locale, rows: [{ title: 'Put do groblja', hands: '12' }] } }),
  'needs.hold-needs': () => ({
    input: { slug, source: 'Anketa', fileName: 'a.csv', bytes: new TextEncoder().encode('title\nPut do groblja\n') },
  }),
  'needs.tell-privately': () => ({ input: { slug, words: 'Ne smem da kažem naglas.', locale } }),
  'needs.answer-private-need': async (town) => {
    await town.as('owner', tellPrivately, { slug, words: 'Ne smem da kažem naglas.', locale });
    const { id } = await town.db.selectFrom('needs.privateNeed').select('id').executeTakeFirstOrThrow();
    return { input: { slug, id, words: 'Dođi sutra.' }, hides: true };
  },
  'needs.note-visit': () => ({ input: { slug } }),
};
