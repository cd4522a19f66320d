import { appealFold, foldThing, reportThing } from '#rooms/moderation/server/index.ts';
import { offerAsset, showOffer, supportNeed } from '#rooms/needs/server/index.ts';
import type { Examples, Input } from './test-example.ts';
import { need } from './test-examples-needs.ts';
import { thread } from './test-examples-talk.ts';
import { SLUG, type Town } from './test-town.ts';

const slug = SLUG;
const locale = 'sr-Latn';

/** A post of `owner`, as a thing that can be folded. */
const post = async (town: Town): Promise<Input> => ({ slug, about: 'post', aboutId: (await thread(town)).postId });

/** What mira folded; without more it is a post of `owner`. */
export async function folded(town: Town, about?: Input): Promise<{ slug: string; foldId: string }> {
  const asked = { ...(about ?? (await post(town))), reason: 'insult' };
  return { slug, foldId: (await town.as<{ foldId: string }>('mira', foldThing, asked)).foldId };
}

/** A need of `owner` that mira folded. */
export async function foldedNeed(town: Town, more: Input = {}): Promise<{ slug: string; foldId: string }> {
  const { number } = await need(town, more);
  const { id } = await town.db
    .selectFrom('needs.need')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return folded(town, { slug, about: 'need', aboutId: id });
}

/** Words of `owner` beside a "me too" and an offer of theirs, both folded by mira. */
export async function foldedBeside(town: Town, number: number): Promise<void> {
  await town.as('owner', supportNeed, { slug, number, words: 'Tajne reči', locale });
  const { id } = await town.db
    .selectFrom('needs.support')
    .select('id')
    .where('personId', '=', town.people.owner)
    .executeTakeFirstOrThrow();
  await folded(town, { slug, about: 'support', aboutId: id });
  const bad = { slug, kind: 'skills', title: 'Tajna ponuda', words: 'Tajne reči', locale, need: number };
  const offer = await town.as<{ number: number }>('owner', offerAsset, bad);
  const shown = await town.reads(await town.actor('mira'), (context) => showOffer(context, { slug, ...offer }));
  await folded(town, { slug, about: 'offer', aboutId: shown.offer.id });
}

/** How to ask for each action of moderation. */
export const moderationExamples: Examples = {
  'moderation.report-thing': async (town) => ({ input: { ...(await post(town)), reason: 'insult' } }),
  'moderation.set-report-aside': async (town) => {
    const about = await post(town);
    await town.as('member', reportThing, { ...about, reason: 'insult' });
    return { input: about };
  },
  'moderation.fold-thing': async (town) => ({ input: { ...(await post(town)), reason: 'insult' } }),
  'moderation.second-fold': async (town) => ({ input: await folded(town) }),
  'moderation.unfold-thing': (town) => ({
    input: async (actor) => {
      const asked = { ...(await post(town)), reason: 'insult' };
      const by = actor === 'facilitator' || actor === 'steward' ? actor : 'mira';
      return { slug, foldId: (await town.as<{ foldId: string }>(by, foldThing, asked)).foldId };
    },
  }),
  'moderation.appeal-fold': async (town) => ({
    input: { ...(await folded(town)), words: 'To je istina.' },
    own: ['owner'],
  }),
  'moderation.answer-appeal': async (town) => {
    const fold = await folded(town);
    await town.as('owner', appealFold, { ...fold, words: 'To je istina.' });
    return { input: { ...fold, upheld: 'yes', answer: 'Jeste.' } };
  },
};
