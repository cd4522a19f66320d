import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { Refusal } from '#platform/refusal.ts';
import type { WordsKind } from '../../floor-words.ts';
import type { FoundFloor } from './find-floor.ts';
import type { FoundSpeaker } from './find-speaker.ts';

/** Words of a speaker as they are written down. */
export interface NewWords {
  readonly speaker: FoundSpeaker;
  readonly kind: WordsKind;
  readonly questionId: string | null;
  readonly text: string;
  readonly locale: string;
}

/** What was written: `approved` when the speaker wrote it from their own account. */
export interface WrittenWords {
  readonly wordsId: string;
  readonly version: number;
  readonly approved: boolean;
}

/** Writes the next version of a speaker's words, unless the newest says the same; what they write themself is approved by that. */
export async function saveWords(context: Context, at: FoundFloor['at'], words: NewWords): Promise<WrittenWords> {
  const personId = personOf(context.actor);
  if (!personId) throw new Refusal('platform.sign-in-first', { kind: 'sign-in' });
  const { speaker, ...said } = words;
  const latest = await newestOf(context, at, words);
  const own = speaker.personId === personId;
  if (latest?.text === said.text && (latest.approved || !own))
    return { wordsId: latest.id, version: latest.version, approved: latest.approved };
  const wordsId = context.newId();
  const version = (latest?.version ?? 0) + 1;
  await context.db
    .insertInto('gatherings.speakerWords')
    .values({
      ...at,
      ...said,
      speakerId: speaker.id,
      id: wordsId,
      version,
      writtenBy: personId,
      writtenAt: context.now,
    })
    .execute();
  if (own)
    await context.db
      .insertInto('gatherings.wordsApproval')
      .values({
        communityId: at.communityId,
        wordsId,
        how: 'self',
        approvedBy: personId,
        approvedAt: context.now,
      })
      .execute();
  context.announce({ kind: 'gatherings.words-written', ...at, speakerId: speaker.id, wordsId, approved: own });
  return { wordsId, version, approved: own };
}

async function newestOf(
  context: Context,
  { communityId }: FoundFloor['at'],
  { speaker, kind, questionId }: NewWords,
): Promise<{ id: string; version: number; text: string; approved: boolean } | undefined> {
  const row = await context.db
    .selectFrom('gatherings.speakerWords as w')
    .leftJoin('gatherings.wordsApproval as a', (join) =>
      join.onRef('a.communityId', '=', 'w.communityId').onRef('a.wordsId', '=', 'w.id'),
    )
    .select(['w.id', 'w.version', 'w.text', 'a.approvedAt'])
    .where('w.communityId', '=', communityId)
    .where('w.speakerId', '=', speaker.id)
    .where('w.kind', '=', kind)
    .where((eb) => (questionId === null ? eb('w.questionId', 'is', null) : eb('w.questionId', '=', questionId)))
    .orderBy('w.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, version: row.version, text: row.text, approved: row.approvedAt !== null };
}
