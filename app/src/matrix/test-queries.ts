import type { Context } from '#platform/context.ts';
import * as commitments from '#rooms/commitments/server/index.ts';
import * as communities from '#rooms/communities/server/index.ts';
import * as decisions from '#rooms/decisions/server/index.ts';
import * as forum from '#rooms/forum/server/index.ts';
import * as gatherings from '#rooms/gatherings/server/index.ts';
import * as messages from '#rooms/messages/server/index.ts';
import * as moderation from '#rooms/moderation/server/index.ts';
import * as needs from '#rooms/needs/server/index.ts';
import * as people from '#rooms/people/server/index.ts';
import * as practice from '#rooms/practice/server/index.ts';
import type { ActorName } from './test-people.ts';
import { comingQueries } from './test-queries-coming.ts';
import { commitmentsQueries } from './test-queries-commitments.ts';
import { cycleQueries } from './test-queries-cycle.ts';
import { decisionsQueries } from './test-queries-decisions.ts';
import { floorQueries } from './test-queries-floor.ts';
import { gatheringsQueries } from './test-queries-gatherings.ts';
import { hallQueries } from './test-queries-hall.ts';
import { practiceQueries } from './test-queries-practice.ts';
import { hiddenReports, importQueries, reportQueries } from './test-queries-report.ts';
import type { Planted } from './test-secrets.ts';
import { ORGANISATION, SLUG, type Town } from './test-town.ts';

/** Every door of the house, as a namespace of what it exports. */
export const doors = {
  people,
  communities,
  messages,
  moderation,
  forum,
  needs,
  decisions,
  commitments,
  gatherings,
  practice,
};

/** Everyone who asks; mira is a steward, and what is held and folded here is hers. */
export const READERS = [
  'nobody',
  'outsider',
  'staff',
  'elsewhere',
  'observer',
  'official',
  'member',
  'keeper',
  'owner',
  'facilitator',
  'mira',
] as const;
type Reader = (typeof READERS)[number];

/** Who has no seat here. */
export const OUTSIDE: readonly string[] = ['nobody', 'outsider', 'staff', 'elsewhere'];

const MEMBERS: readonly Reader[] = ['member', 'keeper', 'owner', 'facilitator', 'mira'];
const DESK: readonly Reader[] = ['facilitator', 'mira'];

/** Who gets an answer; everybody else is stopped, or told that it is not there. */
export const ANSWERED = {
  public: READERS,
  person: READERS.filter((reader) => reader !== 'nobody'),
  seated: ['observer', 'official', ...MEMBERS],
  members: MEMBERS,
  'members and officials': ['official', ...MEMBERS],
  desk: DESK,
  'author or desk': ['owner', ...DESK],
  'who holds it': ['mira'],
} as const satisfies Record<string, readonly (Reader & (ActorName | 'mira'))[]>;

export interface Query {
  readonly for: keyof typeof ANSWERED;
  ask(context: Context, planted: Planted, town: Town): Promise<unknown>;
  /** What everybody without a seat gets, where the answer is for some and the call is for everyone. */
  readonly outside?: unknown;
}

const slug = SLUG;
const community = (context: Context) => communities.findCommunity(context.db, slug);

/** Every query of door 2 that takes a context, and whom it answers. */
export const QUERIES: Readonly<Record<string, Query>> = {
  'people.showDoor': { for: 'public', ask: (context) => people.showDoor(context) },
  'people.showWaiting': {
    for: 'public',
    ask: (context) => people.showWaiting(context, { knock: 'x'.repeat(40), purpose: 'sign-in' }),
  },
  'people.showChoice': { for: 'public', ask: (context) => people.showChoice(context, 'x'.repeat(40)) },
  'people.showMe': { for: 'person', ask: (context) => people.showMe(context) },
  'communities.houseIsNew': { for: 'public', ask: (context) => communities.houseIsNew(context), outside: false },
  'communities.homeOfCommunity': {
    for: 'public',
    ask: async (context) => communities.homeOfCommunity(context, await community(context)),
    outside: {},
  },
  'communities.showFrame': { for: 'public', ask: (context) => communities.showFrame(context, slug) },
  'communities.showAbout': { for: 'public', ask: (context) => communities.showAbout(context, slug) },
  'communities.showInvitation': {
    for: 'public',
    // Whoever holds the link may read the name that stands on it.
    ask: async (context, { invitationToken: token }) => ({
      ...(await communities.showInvitation(context, { slug, token })),
      name: '',
    }),
  },
  'communities.showMembers': { for: 'seated', ask: (context) => communities.showMembers(context, { slug }) },
  'communities.showMySeat': { for: 'members', ask: (context) => communities.showMySeat(context, slug) },
  'communities.showRoles': { for: 'desk', ask: (context) => communities.showRoles(context, slug) },
  'communities.mayInvite': {
    for: 'public',
    ask: (context, _, { communityId }) => communities.mayInvite(context, communityId),
    outside: false,
  },
  'communities.showInvite': { for: 'members', ask: (context) => communities.showInvite(context, slug) },
  'communities.showCards': { for: 'desk', ask: (context) => communities.showCards(context, slug) },
  'communities.showLists': { for: 'desk', ask: (context) => communities.showLists(context, slug) },
  'communities.checkInvitations': {
    for: 'desk',
    ask: async (context) => communities.checkInvitations(context, await community(context), file('name\nVera\n')),
  },
  'communities.showHeldInvitations': {
    for: 'who holds it',
    ask: (context, { heldListId: id }) => communities.showHeldInvitations(context, { slug, id }),
  },
  'communities.showOrganisation': {
    for: 'public',
    ask: (context) => communities.showOrganisation(context, ORGANISATION),
  },
  'communities.myOrganisations': { for: 'public', ask: (context) => communities.myOrganisations(context) },
  'messages.listNotices': { for: 'person', ask: (context) => messages.listNotices(context) },
  'messages.countUnread': { for: 'public', ask: (context) => messages.countUnread(context) },
  'forum.listThreads': { for: 'public', ask: (context) => forum.listThreads(context, slug) },
  'forum.listConversations': {
    for: 'public',
    ask: (context, _, { communityId }) => forum.listConversations(context, communityId),
  },
  'forum.showConversation': {
    for: 'public',
    ask: (context, { conversationNumber: number }) => forum.showConversation(context, { slug, number }),
  },
  'forum.showThread': {
    for: 'public',
    ask: (context, { threadNumber: number }) => forum.showThread(context, { slug, number }),
  },
  'forum.showTalk': {
    for: 'public',
    ask: async (context, { needNumber: number }, { communityId }) =>
      forum.showTalk(context, communityId, { kind: 'need', id: (await needs.showNeed(context, { slug, number })).id }),
  },
  'moderation.homeOfModeration': {
    for: 'public',
    ask: async (context) => moderation.homeOfModeration(context, await community(context)),
    outside: { now: [] },
  },
  'moderation.hurtsWaitingForMe': {
    for: 'public',
    ask: async (context) => moderation.hurtsWaitingForMe(context, await community(context)),
    outside: [],
  },
  'moderation.deskOfModeration': {
    for: 'public',
    ask: async (context) => moderation.deskOfModeration(context, await community(context)),
  },
  'moderation.showModerationLog': { for: 'public', ask: (context) => moderation.showModerationLog(context, slug) },
  'moderation.showModerationDesk': { for: 'desk', ask: (context) => moderation.showModerationDesk(context, slug) },
  'moderation.showFold': {
    for: 'author or desk',
    ask: async (context, { foldId, needFoldId }) => [
      await moderation.showFold(context, { slug, foldId }),
      await moderation.showFold(context, { slug, foldId: needFoldId }),
    ],
  },
  'needs.listNeeds': { for: 'public', ask: (context) => needs.listNeeds(context, slug) },
  'needs.showNeed': {
    for: 'public',
    ask: (context, { needNumber: number }) => needs.showNeed(context, { slug, number }),
  },
  'needs.showNeedWordings': {
    for: 'public',
    ask: (context, { needNumber: number }) => needs.showNeedWordings(context, { slug, number }),
  },
  'needs.knownPlaces': { for: 'public', ask: (context) => needs.knownPlaces(context, slug) },
  'needs.mapNeeds': { for: 'public', ask: (context) => needs.mapNeeds(context, slug) },
  'needs.openNeeds': { for: 'public', ask: (context, _, { communityId }) => needs.openNeeds(context, communityId) },
  'needs.needsById': {
    for: 'public',
    ask: async (context, _, { communityId, db }) => {
      const all = await db.selectFrom('needs.need').select('id').execute();
      return needs.needsById(
        context,
        communityId,
        all.map(({ id }) => id),
      );
    },
  },
  'needs.twinsOf': { for: 'public', ask: (context) => needs.twinsOf(context, slug, 'Tajna potreba') },
  'needs.listOffers': { for: 'public', ask: (context) => needs.listOffers(context, slug, {}) },
  'needs.showOffer': {
    for: 'public',
    ask: (context, { offerNumber: number }) => needs.showOffer(context, { slug, number }),
  },
  'needs.homeOfNeeds': {
    for: 'public',
    ask: async (context) => needs.homeOfNeeds(context, await community(context)),
  },
  'needs.raisedThisWeek': {
    for: 'public',
    ask: async (context) => needs.raisedThisWeek(context, await community(context)),
  },
  'needs.waitsForMe': {
    for: 'public',
    ask: async (context) => needs.waitsForMe(context, await community(context)),
    outside: [],
  },
  'needs.countWaiting': {
    for: 'public',
    ask: (context, _, { communityId }) => needs.countWaiting(context, communityId),
    outside: 0,
  },
  'needs.deskOfNeeds': { for: 'public', ask: async (context) => needs.deskOfNeeds(context, await community(context)) },
  'needs.showNeedsDesk': { for: 'desk', ask: (context) => needs.showNeedsDesk(context, slug) },
  'needs.showHallSheet': { for: 'desk', ask: (context) => needs.showHallSheet(context, slug) },
  'needs.showWeek': { for: 'desk', ask: (context) => needs.showWeek(context, slug) },
  'needs.showHeldNeeds': {
    for: 'who holds it',
    ask: (context, { heldNeedsId: id }) => needs.showHeldNeeds(context, { slug, id }),
  },
  'needs.showPrivateDoor': { for: 'person', ask: (context) => needs.showPrivateDoor(context, slug) },
  // Of a folded post nobody but its author reads what stood before; here luka, who isn't among the readers.
  'forum.showWordings': {
    for: 'public',
    ask: async (context, { threadNumber: number, postId }) =>
      forum.showWordings(context, { slug, number, postId }).catch((problem) => String(problem.kind)),
    outside: 'not-found',
  },
  ...decisionsQueries,
  ...commitmentsQueries,
  ...gatheringsQueries,
  ...cycleQueries,
  ...comingQueries,
  ...reportQueries,
  ...importQueries,
  ...hallQueries,
  ...practiceQueries,
  ...floorQueries,
};

/** The draft and the waiting need themselves: who may know that they are there. */
export const HIDDEN: Readonly<Record<string, Query>> = {
  'a draft': {
    for: 'members',
    ask: (context, { draftNumber: number }) => decisions.showDecision(context, { slug, number }),
  },
  'a need that waits for a yes': {
    for: 'author or desk',
    ask: (context, { waitingNumber: number }) => needs.showNeed(context, { slug, number }),
  },
  ...hiddenReports,
};

export const file = (text: string) => ({ fileName: 'a.csv', bytes: new TextEncoder().encode(text) });
