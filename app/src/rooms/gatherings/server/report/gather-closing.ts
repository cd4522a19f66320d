import type { Context } from '#platform/context.ts';
import { commitmentsFrom, type ListedCommitment } from '#rooms/commitments/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import type { Gathering } from '../calling/find-gathering.ts';
import { namedAs } from './named-as.ts';
import type { ConclusionRecord, ReflectionRecord, StepRecord } from './records.ts';

type Of = Pick<Gathering, 'communityId' | 'id'>;

/** What people said they will do differently; folded lines are left out. */
export async function gatherReflections(context: Context, { communityId, id }: Of): Promise<ReflectionRecord[]> {
  const rows = await context.db
    .selectFrom('gatherings.reflection as r')
    .leftJoin('moderation.fold as f', (join) =>
      join
        .onRef('f.communityId', '=', 'r.communityId')
        .onRef('f.subjectId', '=', 'r.id')
        .on('f.kind', '=', 'reflection')
        .on('f.unfoldedAt', 'is', null),
    )
    .select(['r.text', 'r.locale', 'r.writtenBy', 'r.writerName', 'r.signsAs'])
    .where('r.communityId', '=', communityId)
    .where('r.gatheringId', '=', id)
    .where('f.id', 'is', null)
    .orderBy('r.id')
    .limit(500)
    .execute();
  const names = await personNames(
    context.db,
    rows.flatMap(({ writtenBy }) => writtenBy ?? []),
  );
  return rows.map(({ text, locale, writtenBy, writerName, signsAs }) => ({
    text,
    locale,
    by: namedAs(writtenBy ? names.get(writtenBy) : { name: writerName, signsAs }, signsAs),
  }));
}

/** The conclusions as they read now, with how many confirmed that wording. */
export async function gatherConclusions({ db }: Context, { communityId, id }: Of): Promise<ConclusionRecord[]> {
  const rows = await db
    .selectFrom('gatherings.conclusion as c')
    .innerJoin('gatherings.conclusionWording as w', (join) =>
      join.onRef('w.communityId', '=', 'c.communityId').onRef('w.conclusionId', '=', 'c.id'),
    )
    .distinctOn('c.number')
    .select(['c.number', 'w.version', 'w.text', 'w.locale', 'w.writtenAt as at'])
    .select((eb) =>
      eb
        .selectFrom('gatherings.conclusionConfirmation as y')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('y.communityId', '=', 'w.communityId')
        .whereRef('y.conclusionId', '=', 'w.conclusionId')
        .whereRef('y.version', '=', 'w.version')
        .as('confirmed'),
    )
    .where('c.communityId', '=', communityId)
    .where('c.gatheringId', '=', id)
    .orderBy('c.number')
    .orderBy('w.version', 'desc')
    .execute();
  return rows.map(({ version, confirmed, ...row }) => ({ ...row, confirmed: Number(confirmed), amended: version > 1 }));
}

/** Next steps: words that were given here, as they stand now. */
export async function gatherSteps(context: Context, gathering: Gathering): Promise<StepRecord[]> {
  const { communityId, id: originId, audience } = gathering;
  const given = await commitmentsFrom(context, { communityId, origin: 'gathering', originId });
  return given.filter((step) => audience === 'members' || step.audience === 'public').map(stepOf);
}

function stepOf({ id, number, what, locale, giver, to, dueOn, state, answer }: ListedCommitment): StepRecord {
  return {
    id,
    number,
    text: what,
    locale,
    by: giver.signed === 'name' ? { name: giver.name } : { unnamed: giver.signed },
    to: to?.name ?? null,
    dueOn,
    state,
    said: answer && { text: answer.words, locale: answer.locale, at: answer.at, answer: answer.answer },
  };
}
