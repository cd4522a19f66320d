import type { Context } from '#platform/context.ts';
import { personNames } from '#rooms/people/server/index.ts';
import type { OnFloor } from '../../floor-rules.ts';
import type { QuestionState } from '../../floor-words.ts';
import type { FoundFloor } from './find-floor.ts';

type At = FoundFloor['at'];

/** A question without its words: what the order looks at. */
export interface LeanQuestion extends OnFloor {
  readonly id: string;
}

/**
 * Every question that is not folded, with its "me too" counted from the rows themselves. Counted apart and put together here:
 * while a hall asks, the database does not know yet how many there are, and would join them row by row.
 */
export async function leanQuestions({ db }: Pick<Context, 'db'>, at: At): Promise<LeanQuestion[]> {
  const rows = await db
    .selectFrom('gatherings.question as q')
    .leftJoin('moderation.fold as f', (join) =>
      join
        .onRef('f.communityId', '=', 'q.communityId')
        .onRef('f.subjectId', '=', 'q.id')
        .on('f.kind', '=', 'question')
        .on('f.unfoldedAt', 'is', null),
    )
    .select(['q.id', 'q.number', 'q.state', 'q.askedBy', 'q.asker', 'q.groupPosition', 'q.heardBefore'])
    .where('q.communityId', '=', at.communityId)
    .where('q.gatheringId', '=', at.gatheringId)
    .where('f.id', 'is', null)
    .execute();
  const supports = await supportsOf(db, at);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    state: row.state as QuestionState,
    supports: supports.get(row.id) ?? 0,
    asker: row.askedBy ?? row.asker,
    group: row.groupPosition,
    heardBefore: row.heardBefore,
  }));
}

async function supportsOf(db: Context['db'], at: At): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('gatherings.questionSupport')
    .select((eb) => ['questionId', eb.fn.countAll<number>().as('supports')])
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .groupBy('questionId')
    .execute();
  return new Map(rows.map(({ questionId, supports }) => [questionId, Number(supports)]));
}

/** What a question says, and who asks as far as everyone may know. */
export interface QuestionWords {
  readonly id: string;
  readonly text: string;
  readonly locale: string;
  /** The name beside it; null for who did not wish to be named here. */
  readonly who: string | null;
  readonly actingFor: string | null;
  readonly channel: string;
  readonly askedAt: Date;
}

/** The words of these questions, by id. `inside`: the reader sits here and reads names that are kept inside. */
export async function wordsOfQuestions(
  context: Pick<Context, 'db'>,
  at: At,
  { ids, inside }: { readonly ids: readonly string[]; readonly inside: boolean },
): Promise<Map<string, QuestionWords>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('gatherings.question')
    .select(['id', 'text', 'locale', 'askedBy', 'askerName', 'actingForId', 'signsAs', 'channel', 'askedAt'])
    .where('communityId', '=', at.communityId)
    .where('id', 'in', [...ids])
    .execute();
  const isNamed = ({ signsAs }: { signsAs: string }) => signsAs === 'name' || (inside && signsAs === 'inside');
  const named = rows.filter(isNamed);
  const names = await personNames(
    context.db,
    named.flatMap(({ askedBy }) => askedBy ?? []),
  );
  const organisations = await organisationNames(
    context,
    named.flatMap(({ actingForId }) => actingForId ?? []),
  );
  return new Map(
    rows.map((row) => {
      const who = isNamed(row) ? (row.askedBy ? names.get(row.askedBy)?.name : row.askerName) : undefined;
      const actingFor = isNamed(row) && row.actingForId ? organisations.get(row.actingForId) : undefined;
      const { id, text, locale, channel, askedAt } = row;
      return [id, { id, text, locale, channel, askedAt, who: who || null, actingFor: actingFor ?? null }];
    }),
  );
}

/** Names of organisations by id. */
async function organisationNames({ db }: Pick<Context, 'db'>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('communities.organisation')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
