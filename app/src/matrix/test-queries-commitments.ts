import * as commitments from '#rooms/commitments/server/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { PLANTED_ORIGIN } from './test-examples-commitments.ts';
import type { Query } from './test-queries.ts';
import { SLUG } from './test-town.ts';

const slug = SLUG;

/** Every query of the door of commitments that takes a context, and whom it answers. */
export const commitmentsQueries: Readonly<Record<string, Query>> = {
  'commitments.homeOfCommitments': {
    for: 'public',
    ask: async (context) => commitments.homeOfCommitments(context, await findCommunity(context.db, slug)),
  },
  'commitments.deskOfCommitments': {
    for: 'public',
    ask: async (context) => commitments.deskOfCommitments(context, await findCommunity(context.db, slug)),
  },
  'commitments.listCommitments': { for: 'public', ask: (context) => commitments.listCommitments(context, { slug }) },
  'commitments.showCommitment': {
    for: 'public',
    ask: (context, { commitmentNumber: number }) => commitments.showCommitment(context, { slug, number }),
  },
  'commitments.commitmentsFrom': {
    for: 'public',
    ask: (context, _, { communityId }) =>
      commitments.commitmentsFrom(context, { communityId, origin: 'gathering', originId: PLANTED_ORIGIN }),
  },
  'commitments.pulseOfWords': {
    for: 'public',
    ask: (context, _, { communityId }) => commitments.pulseOfWords(context, communityId),
  },
  'commitments.myCommitments': { for: 'person', ask: (context) => commitments.myCommitments(context) },
  'commitments.showWordForm': {
    for: 'members and officials',
    ask: (context) => commitments.showWordForm(context, slug),
  },
};
