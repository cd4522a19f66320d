import { findCommunity } from '#rooms/communities/server/index.ts';
import * as decisions from '#rooms/decisions/server/index.ts';
import type { Query } from './test-queries.ts';
import { SLUG as slug } from './test-town.ts';

/** Every query of the decisions room, and whom it answers. */
export const decisionsQueries: Readonly<Record<string, Query>> = {
  'decisions.homeOfDecisions': {
    for: 'public',
    ask: async (context) => decisions.homeOfDecisions(context, await findCommunity(context.db, slug)),
  },
  'decisions.listDecisions': { for: 'public', ask: (context) => decisions.listDecisions(context, { slug }) },
  'decisions.namedNeeds': {
    for: 'public',
    ask: async (context, _, { communityId, db }) => {
      const all = await db.selectFrom('needs.need').select('id').execute();
      return decisions.namedNeeds(
        context,
        communityId,
        all.map(({ id }) => id),
      );
    },
  },
  'decisions.decisionsOfNeed': {
    for: 'public',
    ask: (context, { needId }, { communityId }) => decisions.decisionsOfNeed(context, { communityId, needId }),
  },
  'decisions.locate': {
    for: 'public',
    ask: (context, { openNumber: number }) => decisions.locate(context, { slug, number }),
  },
  'decisions.showDecision': {
    for: 'public',
    ask: (context, { openNumber: number }) => decisions.showDecision(context, { slug, number }),
  },
  'decisions.showOutcome': {
    for: 'public',
    ask: (context, { countedNumber: number }) => decisions.showOutcome(context, { slug, number }),
  },
  'decisions.showReceipts': {
    for: 'public',
    ask: (context, { countedNumber: number }) => decisions.showReceipts(context, { slug, number }),
  },
  'decisions.recountFile': {
    for: 'public',
    ask: (context, { countedNumber: number }) => decisions.recountFile(context, { slug, number }),
  },
  'decisions.showNamedBallots': {
    for: 'members',
    ask: (context, { namedNumber: number }) => decisions.showNamedBallots(context, { slug, number }),
  },
  'decisions.showRoll': {
    for: 'members',
    ask: (context, { openNumber: number }) => decisions.showRoll(context, { slug, number }),
  },
  'decisions.showNewPaper': { for: 'desk', ask: (context) => decisions.showNewPaper(context, slug) },
  'decisions.showPaper': {
    for: 'desk',
    ask: (context, { draftNumber: number }) => decisions.showPaper(context, { slug, number }),
  },
};
