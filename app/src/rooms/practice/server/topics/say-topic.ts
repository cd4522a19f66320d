import { describeAction } from '#platform/action.ts';
import { hasRole } from '#platform/actor.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onOwn, onPractice } from '../../permissions.ts';
import { SayTopic, TakeBackTopic } from '../../words.ts';
import { findPractice, signedIn } from '../find-practice.ts';
import { insistOnVoice } from '../parties.ts';
import { findTopic } from './find-topic.ts';
import { closeTopics, saveTopic } from './store.ts';

/** Says what one can share or wishes to learn, for oneself or for one's organisation. */
export const sayTopic = describeAction(
  { name: 'practice.say-topic', input: SayTopic, permission: onPractice.say, repeat: 'once' },
  async (context, { slug, kind, words, locale, tags, party, pairing = 'no' }): Promise<{ topicId: string }> => {
    const { practice, subject } = await findPractice(context, slug);
    const communityId = practice.id;
    authorize(onPractice.say, context.actor, subject);
    const saidBy = signedIn(context);
    insistOnVoice(context, party);
    const { organisationId } = party;
    const ofPractice = organisationId
      ? subject.organisationIds.includes(organisationId)
      : hasRole(context.actor, communityId, 'member', 'facilitator', 'steward');
    if (party.homeCommunityId || !ofPractice) throw new Refusal('practice.not-in-practice');
    await limit(context, `practice.topic:${saidBy}`, { most: 40, seconds: 86_400 });
    const topicId = context.newId();
    const personId = organisationId ? null : saidBy;
    await saveTopic(context, {
      communityId,
      id: topicId,
      kind,
      personId,
      organisationId,
      words,
      locale,
      tags,
      pairing,
      saidBy,
    });
    context.announce({ kind: 'practice.topic-said', communityId, topicId });
    return { topicId };
  },
);

/** Takes back what one can share or wished to learn; nobody is introduced by it any more. */
export const takeBackTopic = describeAction(
  { name: 'practice.take-back-topic', input: TakeBackTopic, permission: onOwn.takeBack, repeat: 'safe' },
  async (context, { slug, topicId }): Promise<void> => {
    const { practice } = await findPractice(context, slug);
    const communityId = practice.id;
    const topic = await findTopic(context, { communityId, topicId });
    authorize(onOwn.takeBack, context.actor, topic);
    await closeTopics(context, { communityId, topicId });
    context.announce({ kind: 'practice.topic-taken-back', communityId, topicId });
  },
);
