import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import type { TopicKind } from '../../words.ts';

/** A topic as actions see it. */
export interface Topic {
  readonly communityId: string;
  readonly id: string;
  readonly kind: TopicKind;
  readonly personId: string | null;
  readonly organisationId: string | null;
  /** Tells two who said it apart. */
  readonly party: string;
  readonly words: string;
  readonly locale: string;
  readonly tags: readonly string[];
  readonly pairing: string;
  readonly gone: boolean;
}

/** Every topic of a practice that was not taken back, the newest first; with ids those, also when they were. */
export async function topicsOf(context: Context, communityId: string, topicIds?: readonly string[]): Promise<Topic[]> {
  let query = context.db
    .selectFrom('practice.topic')
    .select(['communityId', 'id', 'kind', 'personId', 'organisationId', 'words', 'locale', 'tags', 'pairing'])
    .select('takenBackAt')
    .where('communityId', '=', communityId)
    .orderBy('id', 'desc')
    .limit(1000);
  query = topicIds ? query.where('id', 'in', [...topicIds]) : query.where('takenBackAt', 'is', null);
  return (await query.execute()).map(({ takenBackAt, kind, ...row }) => ({
    ...row,
    kind: kind as TopicKind,
    party: row.personId ? `p:${row.personId}` : `o:${row.organisationId}`,
    gone: takenBackAt !== null,
  }));
}

/** One topic of a kind. Throws a Refusal `not-found`. */
export async function findTopic(
  context: Context,
  { communityId, topicId, kind }: { readonly communityId: string; readonly topicId: string; readonly kind?: TopicKind },
): Promise<Topic> {
  const [topic] = await topicsOf(context, communityId, [topicId]);
  if (!topic || (kind && topic.kind !== kind)) throw notFound();
  return topic;
}
