import { editCommunity } from '#rooms/communities/server/index.ts';
import {
  addPlanItem,
  askIntroduction,
  creditContributor,
  drawLesson,
  nameToCircle,
  publishCase,
  sayTopic,
  showCase,
  writeCase,
} from '#rooms/practice/server/index.ts';
import type { Examples, Input } from './test-example.ts';
import { COMMUNITY_FORM } from './test-examples-communities.ts';
import type { ActorName } from './test-people.ts';
import { SLUG, type Town } from './test-town.ts';

const slug = SLUG;
const locale = 'sr-Latn';
const CASE = { slug, locale, country: 'RS', title: 'Zajednička hladnjača', done: 'Kupljena', changed: 'Voće traje' };
/** People of the organisation that belongs to the practice. */
const STAFF: readonly ActorName[] = ['lead', 'staff'];

/** The town as a practice, in which what is given runs. */
const practice =
  (make: (town: Town) => Promise<Input> | Input, more: { own?: readonly ActorName[]; hides?: true } = {}) =>
  async (town: Town) => {
    await becomePractice(town);
    return { input: await make(town), ...more };
  };

export const becomePractice = (town: Town): Promise<unknown> =>
  town.as('mira', editCommunity, { slug, ...COMMUNITY_FORM, kind: 'practice' });

/** A draft that `owner` wrote. */
const draft = (town: Town): Promise<{ number: number }> => town.as('owner', writeCase, CASE);

const published = async (town: Town): Promise<{ number: number }> => {
  const one = await draft(town);
  await town.as('owner', publishCase, { slug, ...one });
  return one;
};

const topic = async (town: Town, who: string, kind: string): Promise<string> => {
  const said = { slug, kind, words: 'Pčelarstvo', locale, pairing: 'yes' };
  return (await town.as<{ topicId: string }>(who, sayTopic, said)).topicId;
};

const pair = async (town: Town) => ({
  slug,
  shareId: await topic(town, 'owner', 'share'),
  wishId: await topic(town, 'luka', 'wish'),
});

const seatOf = async (town: Town): Promise<string> => {
  await town.as('mira', nameToCircle, { slug, personId: town.people.owner, chosenBy: 'lot' });
  const { id } = await town.db.selectFrom('practice.circleSeat').select('id').executeTakeFirstOrThrow();
  return id;
};

/** The first contributor that hasn't answered. */
const contributor = async (town: Town, number: number): Promise<string> => {
  const page = await town.reads(await town.actor('owner'), (context) => showCase(context, { slug, number }));
  return (page.credits.find(({ credit }) => credit === null) ?? page.credits[0]).id;
};

/** How to ask for each action of practice. */
export const practiceExamples: Examples = {
  'practice.name-to-circle': practice((town) => ({ slug, personId: town.people.luka, chosenBy: 'lot' })),
  'practice.end-circle-seat': practice(async (town) => ({ slug, seatId: await seatOf(town), why: 'turn' }), {
    own: ['owner'],
  }),
  'practice.add-plan-item': practice(
    async (town) => {
      await seatOf(town);
      return { slug, what: 'Prevesti priručnik', locale, who: `p:${town.people.luka}` };
    },
    { own: ['owner'] },
  ),
  'practice.change-plan-item': practice(
    async (town) => {
      const item = { slug, what: 'Prevesti priručnik', locale, who: `o:${town.organisationId}` };
      const { itemId } = await town.as<{ itemId: string }>('mira', addPlanItem, item);
      return { slug, itemId, state: 'done' };
    },
    { own: STAFF },
  ),
  'practice.give-word': practice(
    async (town) => {
      const item = { slug, what: 'Prevesti priručnik', locale, who: `o:${town.organisationId}` };
      return { slug, itemId: (await town.as<{ itemId: string }>('mira', addPlanItem, item)).itemId };
    },
    { own: STAFF },
  ),
  'practice.say-topic': practice(() => ({ slug, kind: 'share', words: 'Pčelarstvo', locale }), { own: STAFF }),
  'practice.take-back-topic': practice(async (town) => ({ slug, topicId: await topic(town, 'owner', 'share') }), {
    own: ['owner'],
  }),
  'practice.ask-introduction': practice(pair, { own: STAFF }),
  'practice.answer-introduction': practice(
    async (town) => {
      await town.as('luka', askIntroduction, await pair(town));
      const { id } = await town.db.selectFrom('practice.introduction').select('id').executeTakeFirstOrThrow();
      return { slug, introductionId: id, answer: 'yes' };
    },
    { own: ['owner'] },
  ),
  'practice.write-case': practice(() => CASE, { own: STAFF }),
  'practice.take-up-case': practice(async (town) => ({
    ...CASE,
    from: (await published(town)).number,
    how: 'adapted',
    party: `o:${town.organisationId}`,
  })),
  'practice.revise-case': practice(async (town) => ({ ...CASE, ...(await published(town)), failed: 'Struja' }), {
    own: ['owner'],
  }),
  'practice.credit-contributor': practice(
    async (town) => ({ slug, ...(await published(town)), who: `p:${town.people.luka}`, part: 'Struja' }),
    { own: ['owner'] },
  ),
  'practice.uncredit-contributor': practice(
    async (town) => {
      const one = await published(town);
      return { slug, ...one, contributorId: await contributor(town, one.number) };
    },
    { own: ['owner'] },
  ),
  'practice.order-contributors': practice(async (town) => ({ slug, ...(await published(town)), order: 'own' }), {
    own: ['owner'],
  }),
  'practice.answer-credit': practice(
    async (town) => {
      const one = await draft(town);
      await town.as('owner', creditContributor, { slug, ...one, who: `p:${town.people.member}` });
      return { slug, ...one, contributorId: await contributor(town, one.number), answer: 'name' };
    },
    { own: ['member'], hides: true },
  ),
  'practice.publish-case': practice(async (town) => ({ slug, ...(await draft(town)) }), {
    own: ['owner'],
    hides: true,
  }),
  'practice.take-back-case': practice(async (town) => ({ slug, ...(await published(town)), why: 'Spor' }), {
    own: ['owner'],
  }),
  'practice.draw-lesson': practice(
    async (town) => ({ slug, case: (await published(town)).number, words: 'Prvo struja.', locale }),
    { own: STAFF },
  ),
  'practice.take-back-lesson': practice(
    async (town) => {
      const lesson = { slug, case: (await published(town)).number, words: 'Prvo struja.', locale };
      return { slug, lessonId: (await town.as<{ lessonId: string }>('owner', drawLesson, lesson)).lessonId };
    },
    { own: ['owner'] },
  ),
};
