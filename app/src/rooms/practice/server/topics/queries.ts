import type { Context } from '#platform/context.ts';
import { authorize, may } from '#platform/permissions.ts';
import type { Community } from '#rooms/communities/index.ts';
import { proposePairs } from '../../pairs.ts';
import { belongs, isParty, onOwn, onPractice } from '../../permissions.ts';
import { type FoundPractice, findPractice } from '../find-practice.ts';
import { type Choice, knowParties, myVoices, type ShownParty } from '../parties.ts';
import { type Topic, topicsOf } from './find-topic.ts';

/** A topic as a page shows it. */
export interface ShownTopic {
  readonly id: string;
  readonly kind: Topic['kind'];
  readonly words: string;
  readonly locale: string;
  readonly tags: readonly string[];
  readonly who: ShownParty;
  readonly pairing: string;
  /** The reader, or an organisation of theirs, said it. */
  readonly mine: boolean;
  readonly mayTakeBack: boolean;
}

/** Who could teach whom, and why. */
export interface ShownPair {
  readonly share: ShownTopic;
  readonly wish: ShownTopic;
  /** The reader is one of the two. */
  readonly mine: boolean;
}

/** An introduction that was asked for, as the two see it. */
export interface ShownIntroduction extends ShownPair {
  readonly id: string;
  readonly answer: 'yes' | 'not-now' | null;
  /** It waits for the reader's side. */
  readonly waits: boolean;
}

/** What the page of shares, wishes and pairs shows. */
export interface SharesPage {
  readonly practice: Community;
  readonly topics: readonly ShownTopic[];
  readonly pairs: readonly ShownPair[];
  readonly introductions: readonly ShownIntroduction[];
  readonly may: { readonly say: boolean };
  readonly signedIn: boolean;
  readonly voices: readonly Choice[];
}

/** What everybody can share and wishes to learn; outside of the practice only what organisations said, and no pairs. */
export async function showShares(context: Context, slug: string): Promise<SharesPage> {
  const found = await findPractice(context, slug);
  const { practice, subject } = found;
  authorize(onPractice.read, context.actor, subject);
  const inside = belongs(context.actor, subject);
  const topics = (await topicsOf(context, practice.id)).filter(({ personId }) => inside || personId === null);
  const shown = await showTopics(context, found, topics);
  const asked = inside ? await introductionsOf(context, found) : [];
  const isAsked = new Set(asked.map(({ share, wish }) => `${share.id} ${wish.id}`));
  const pairs = inside ? proposePairs(topics).filter(({ share, wish }) => !isAsked.has(`${share.id} ${wish.id}`)) : [];
  const pairOf = ({ share, wish }: { share: Topic; wish: Topic }): ShownPair[] => {
    const [can, wishes] = [shown.get(share.id), shown.get(wish.id)];
    return can && wishes ? [{ share: can, wish: wishes, mine: can.mine || wishes.mine }] : [];
  };
  return {
    practice,
    topics: [...shown.values()],
    pairs: pairs.flatMap(pairOf).slice(0, 60),
    introductions: asked,
    may: { say: may(onPractice.say, context.actor, subject) },
    signedIn: context.actor.kind === 'person',
    voices: inside ? await myVoices(context, subject) : [],
  };
}

async function showTopics(
  context: Context,
  { subject }: FoundPractice,
  topics: readonly Topic[],
): Promise<Map<string, ShownTopic>> {
  const show = await knowParties(context, subject, topics);
  return new Map(topics.map((topic) => [topic.id, asShown(context, topic, show(topic))]));
}

function asShown({ actor }: Context, topic: Topic, who: ShownParty): ShownTopic {
  const { id, kind, words, locale, tags, pairing } = topic;
  const mine = isParty(actor, topic);
  const mayTakeBack = !topic.gone && may(onOwn.takeBack, actor, topic);
  return { id, kind, words, locale, tags, pairing, who, mine, mayTakeBack };
}

/**
 * Introductions of the reader's side; nobody else sees that one was asked for. Who asks is named to the other side, both are
 * named once it is a yes.
 */
async function introductionsOf(context: Context, { practice, subject }: FoundPractice): Promise<ShownIntroduction[]> {
  const rows = await context.db
    .selectFrom('practice.introduction as i')
    .leftJoin('practice.introductionAnswer as a', (join) =>
      join.onRef('a.communityId', '=', 'i.communityId').onRef('a.introductionId', '=', 'i.id'),
    )
    .select(['i.id', 'i.shareId', 'i.wishId', 'i.askingSide', 'a.answer'])
    .where('i.communityId', '=', practice.id)
    .orderBy('i.id', 'desc')
    .limit(500)
    .execute();
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.flatMap(({ shareId, wishId }) => [shareId, wishId]))];
  const topics = await topicsOf(context, practice.id, ids);
  const known = new Map(topics.map((topic) => [topic.id, topic]));
  const show = await knowParties(context, subject, topics);
  return rows.flatMap(({ id, shareId, wishId, askingSide, answer }) => {
    const [share, wish] = [known.get(shareId), known.get(wishId)];
    if (!share || !wish || !(isParty(context.actor, share) || isParty(context.actor, wish))) return [];
    const named = (side: string) => (answer === 'yes' || side === askingSide ? 'name' : undefined);
    const asked = askingSide === 'share' ? wish : share;
    return [
      {
        id,
        share: asShown(context, share, show(share, named('share'))),
        wish: asShown(context, wish, show(wish, named('wish'))),
        mine: true,
        answer: answer as ShownIntroduction['answer'],
        waits: !answer && isParty(context.actor, asked),
      },
    ];
  });
}
