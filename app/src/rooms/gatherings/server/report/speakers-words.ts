import type { Context } from '#platform/context.ts';
import type { WordsKind } from '../../floor-words.ts';
import type { YesWay } from '../../report-words.ts';
import type { Gathering } from '../calling/find-gathering.ts';
import { wordsKey } from './gather-words.ts';

/** The newest wording of one speaker's words, with their yes or what they would have otherwise. */
export interface WordsToApprove {
  readonly id: string;
  readonly kind: WordsKind;
  /** The question they answer. */
  readonly question: { readonly number: number; readonly text: string; readonly locale: string } | null;
  readonly text: string;
  readonly locale: string;
  readonly approved: { readonly how: YesWay; readonly at: Date; readonly witness: string | null } | null;
  readonly objections: readonly { readonly text: string; readonly at: Date }[];
}

/** A speaker with all their words. */
export interface SpeakersWords {
  readonly id: string;
  readonly name: string;
  /** Whether they have an account here and say yes there. */
  readonly account: boolean;
  readonly words: readonly WordsToApprove[];
}

type Of = Pick<Gathering, 'communityId' | 'id'>;

/** Every speaker of a gathering (or the one asked for) with the newest wording of their words. The caller has authorized. */
export async function speakersWords(context: Context, gathering: Of, speakerId?: string): Promise<SpeakersWords[]> {
  const speakers = await speakersOf(context, gathering);
  const words = await newestWords(context, gathering);
  const objections = await objectionsOf(context, gathering);
  return speakers
    .filter(({ id }) => speakerId === undefined || id === speakerId)
    .map(({ id, name, personId }) => ({
      id,
      name,
      account: personId !== null,
      words: words
        .filter((row) => row.speakerId === id)
        .map((row) => ({
          id: row.id,
          kind: row.kind as WordsKind,
          question:
            row.question === null ? null : { number: row.question, text: row.asked ?? '', locale: row.askedIn ?? '' },
          text: row.text,
          locale: row.locale,
          approved: row.approvedAt && { how: row.how as YesWay, at: row.approvedAt, witness: row.witness },
          objections: objections.filter(({ wordsId }) => wordsId === row.id).map(({ text, at }) => ({ text, at })),
        })),
    }));
}

const speakersOf = ({ db }: Context, { communityId, id }: Of) =>
  db
    .selectFrom('gatherings.speaker')
    .select(['id', 'name', 'personId'])
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', id)
    .where('withdrawnAt', 'is', null)
    .orderBy('position')
    .execute();

async function newestWords({ db }: Context, { communityId, id }: Of) {
  const rows = await db
    .selectFrom('gatherings.speakerWords as w')
    .leftJoin('gatherings.wordsApproval as a', (join) =>
      join.onRef('a.communityId', '=', 'w.communityId').onRef('a.wordsId', '=', 'w.id'),
    )
    .leftJoin('gatherings.question as q', (join) =>
      join.onRef('q.communityId', '=', 'w.communityId').onRef('q.id', '=', 'w.questionId'),
    )
    .select([
      'w.id',
      'w.speakerId',
      'w.kind',
      'w.questionId',
      'w.text',
      'w.locale',
      'a.how',
      'a.approvedAt',
      'a.witness',
    ])
    .select(['q.number as question', 'q.text as asked', 'q.locale as askedIn'])
    .where('w.communityId', '=', communityId)
    .where('w.gatheringId', '=', id)
    .orderBy('q.number')
    .orderBy('w.kind', 'desc')
    .orderBy('w.version', 'desc')
    .execute();
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = wordsKey(row);
    return !seen.has(key) && seen.add(key);
  });
}

const objectionsOf = ({ db }: Context, { communityId, id }: Of) =>
  db
    .selectFrom('gatherings.wordsObjection as o')
    .innerJoin('gatherings.speakerWords as w', (join) =>
      join.onRef('w.communityId', '=', 'o.communityId').onRef('w.id', '=', 'o.wordsId'),
    )
    .select(['o.wordsId', 'o.text', 'o.saidAt as at'])
    .where('o.communityId', '=', communityId)
    .where('w.gatheringId', '=', id)
    .orderBy('o.id', 'desc')
    .limit(200)
    .execute();
