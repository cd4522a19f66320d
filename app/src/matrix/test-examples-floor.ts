import {
  addSpeaker,
  amendConclusion,
  askQuestion,
  callGathering,
  writeConclusion,
} from '#rooms/gatherings/server/index.ts';
import { handOf } from '../rooms/gatherings/server/floor/testing.ts';
import type { Examples, Input } from './test-example.ts';
import { callOf } from './test-examples-gatherings.ts';
import { SLUG, type Town } from './test-town.ts';

/** A gathering with a question on its floor, made by mira. */
async function floorOf(town: Town): Promise<{ slug: string; number: number; question: number }> {
  const { number } = await town.as<{ number: number }>('mira', callGathering, callOf(town));
  const asked = { slug: SLUG, number, locale: 'sr-Latn', text: 'Ko plaća vodu?', hand: handOf(1) };
  const { question } = await town.as<{ question: number }>('mira', askQuestion, asked);
  return { slug: SLUG, number, question };
}

const words = { locale: 'sr-Latn', text: 'Šta ako presuši?' };
const onlyAt = async (town: Town): Promise<{ slug: string; number: number }> => {
  const { slug, number } = await floorOf(town);
  return { slug, number };
};

/** A speaker who is `owner`. */
async function speakerOf(town: Town): Promise<Input & { speakerId: string }> {
  const at = await onlyAt(town);
  const speaker = { ...at, name: 'Owner', personId: town.people.owner, locale: 'sr-Latn' };
  const { speakerId } = await town.as<{ speakerId: string }>('mira', addSpeaker, speaker);
  return { ...at, speakerId };
}

/** A conclusion that petar wrote, and an amendment by luka. */
async function conclusionOf(town: Town): Promise<Input & { amendmentId: string }> {
  const at = await onlyAt(town);
  const { conclusion } = await town.as<{ conclusion: number }>('petar', writeConclusion, { ...at, ...words });
  const amended = { ...at, ...words, conclusion, version: 1 };
  const { amendmentId } = await town.as<{ amendmentId: string }>('luka', amendConclusion, amended);
  return { ...at, conclusion, version: 1, amendmentId };
}

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
  'gatherings.add-speaker': async (town) => ({
    input: { ...(await onlyAt(town)), name: 'Gent', country: 'AL', locale: 'sq' },
  }),
  'gatherings.edit-speaker': async (town) => ({
    input: { ...(await speakerOf(town)), name: 'Gent Hoxha', locale: 'sq' },
  }),
  'gatherings.withdraw-speaker': async (town) => ({ input: await speakerOf(town) }),
  'gatherings.declare-speaker': async (town) => ({
    input: { ...(await speakerOf(town)), about: 'grassroots', said: 'yes', stated: 'yes' },
    own: ['owner'],
  }),
  'gatherings.write-words': async (town) => ({
    input: { ...(await speakerOf(town)), kind: 'profile', ...words },
    own: ['owner'],
  }),
  'gatherings.fold-line': async (town) => {
    const at = await onlyAt(town);
    const { question } = await town.as<{ question: number }>('luka', askQuestion, { ...at, ...words, hand: handOf(9) });
    return { input: { ...at, question, reason: 'insult' } };
  },
  'gatherings.put-on-floor': async (town) => ({ input: await speakerOf(town) }),
  'gatherings.set-floor': async (town) => ({
    input: { ...(await onlyAt(town)), questions: 'closed', groups: ['mladi'] },
  }),
  'gatherings.write-reflection': async (town) => ({
    input: { ...(await onlyAt(town)), ...words, hand: handOf(2) },
  }),
  'gatherings.enter-reflection': async (town) => ({ input: { ...(await onlyAt(town)), ...words, channel: 'hall' } }),
  'gatherings.write-conclusion': async (town) => ({ input: { ...(await onlyAt(town)), ...words } }),
  'gatherings.confirm-conclusion': async (town) => ({ input: await conclusionOf(town), own: [] }),
  'gatherings.amend-conclusion': async (town) => ({ input: { ...(await conclusionOf(town)), ...words }, own: [] }),
  'gatherings.answer-amendment': async (town) => ({ input: { ...(await conclusionOf(town)), answer: 'taken' } }),
  'gatherings.record-next-step': async (town) => ({
    input: {
      ...(await onlyAt(town)),
      what: 'Naći cev',
      by: 'name',
      name: 'Mile',
      dueOn: '2026-12-20',
      locale: 'sr-Latn',
    },
  }),
};
