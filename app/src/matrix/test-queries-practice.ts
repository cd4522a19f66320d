import type { Context } from '#platform/context.ts';
import { findCommunity, partOrganisation } from '#rooms/communities/server/index.ts';
import * as practice from '#rooms/practice/server/index.ts';
import { becomePractice } from './test-examples-practice.ts';
import type { Query } from './test-queries.ts';
import { ORGANISATION, SLUG, type Town } from './test-town.ts';

const slug = SLUG;
const locale = 'sr-Latn';
const CASE = { slug, locale, country: 'RS', title: 'Hladnjača', done: 'Kupljena', changed: 'Voće traje' };

/**
 * The town as a practice in which ruža, who signs only inside, sits in the circle, has something to do, shares, tells one
 * published case and one draft, and drew a lesson. Nobody of the organisation belongs. Gives the two numbers.
 */
async function planted(town: Town): Promise<{ number: number; draft: number }> {
  await becomePractice(town);
  await town.as('mira', partOrganisation, { slug, organisation: ORGANISATION });
  const { ruza } = town.people;
  await town.as('mira', practice.nameToCircle, { slug, personId: ruza, chosenBy: 'lot' });
  await town.as('mira', practice.addPlanItem, { slug, what: 'Prevesti priručnik', locale, who: `p:${ruza}` });
  const topic = { slug, words: 'Skrivena veština', locale, pairing: 'yes' };
  await town.as('ruza', practice.sayTopic, { ...topic, kind: 'share' });
  await town.as('member', practice.sayTopic, { ...topic, kind: 'wish' });
  const { number } = await town.as<{ number: number }>('ruza', practice.writeCase, CASE);
  await town.as('ruza', practice.publishCase, { slug, number });
  const draft = { ...CASE, title: 'Zakletva' };
  const { number: hidden } = await town.as<{ number: number }>('ruza', practice.writeCase, draft);
  await town.as('ruza', practice.drawLesson, { slug, case: number, words: 'Prvo struja.', locale });
  return { number, draft: hidden };
}

/** Asks with the case that was planted. */
const open = (
  ask: (context: Context, one: { number: number; draft: number }) => Promise<unknown>,
  more: Partial<Query> = {},
): Query => ({ for: 'public', ask: async (context, _, town) => ask(context, await planted(town)), ...more });

/** Every query of the door of practice that takes a context, and whom it answers. */
export const practiceQueries: Readonly<Record<string, Query>> = {
  'practice.showPractice': open((context) => practice.showPractice(context, slug)),
  'practice.homeOfPractice': open(async (context) =>
    practice.homeOfPractice(context, await findCommunity(context.db, slug)),
  ),
  'practice.showCircle': open((context) => practice.showCircle(context, slug)),
  'practice.showPlan': open((context) => practice.showPlan(context, slug)),
  'practice.showShares': open((context) => practice.showShares(context, slug)),
  'practice.showCalendar': open((context) => practice.showCalendar(context, slug)),
  'practice.listCases': open((context) => practice.listCases(context, slug)),
  'practice.showCase': open((context, { number }) => practice.showCase(context, { slug, number })),
  'practice.showCaseWordings': open((context, { number }) => practice.showCaseWordings(context, { slug, number })),
  'practice.showTree': open((context) => practice.showTree(context, slug)),
  'practice.compareCases': open((context) => practice.compareCases(context, { slug, numbers: [] })),
  'practice.showNewCase': open((context) => practice.showNewCase(context, { slug }), { for: 'members' }),
  'practice.showCaseForm': {
    for: 'who holds it',
    ask: async (context, _, town) => {
      await becomePractice(town);
      const { number } = await town.as<{ number: number }>('mira', practice.writeCase, CASE);
      return practice.showCaseForm(context, { slug, number });
    },
  },
};
