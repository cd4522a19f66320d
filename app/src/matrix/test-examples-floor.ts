import { askQuestion, callGathering } from '#rooms/gatherings/server/index.ts';
import { handOf } from '../rooms/gatherings/server/floor/testing.ts';
import type { Examples } from './test-example.ts';
import { callOf } from './test-examples-gatherings.ts';
import { SLUG, type Town } from './test-town.ts';

/** A gathering with a question on its floor, made by mira and somebody without an account. */
async function floorOf(town: Town): Promise<{ slug: string; number: number; question: number }> {
  const { number } = await town.as<{ number: number }>('mira', callGathering, callOf(town));
  const asked = { slug: SLUG, number, locale: 'sr-Latn', text: 'Ko plaća vodu?', hand: handOf(1) };
  const { question } = await town.as<{ question: number }>('mira', askQuestion, asked);
  return { slug: SLUG, number, question };
}

const words = { locale: 'sr-Latn', text: 'Šta ako presuši?' };

/** How to ask for each action of the floor. */
export const floorExamples: Examples = {
  'gatherings.ask-question': async (town) => ({ input: { ...(await floorOf(town)), ...words, hand: handOf(2) } }),
  'gatherings.ask-together': async (town) => {
    const { question: _, ...at } = await floorOf(town);
    return { input: { ...at, questions: [{ ...words, hand: handOf(2), from: '' }] } };
  },
  'gatherings.enter-question': async (town) => ({ input: { ...(await floorOf(town)), ...words, channel: 'hall' } }),
  'gatherings.support-question': async (town) => ({ input: { ...(await floorOf(town)), hand: handOf(3) } }),
  'gatherings.count-hands': async (town) => {
    const { question, ...at } = await floorOf(town);
    return { input: { ...at, hands: [{ question, hand: handOf(3) }] } };
  },
  'gatherings.take-question': async (town) => ({ input: await floorOf(town) }),
  'gatherings.settle-question': async (town) => ({
    input: { ...(await floorOf(town)), state: 'owed', byName: 'Opština', locale: 'sr-Latn' },
  }),
};
