import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { ofOrganisation, onOwn, onPractice } from '../../permissions.ts';
import { DrawLesson, TakeBackLesson } from '../../words.ts';
import { findCase } from '../cases/find-case.ts';
import { tellersOf } from '../cases/publish-case.ts';
import { findPractice, signedIn } from '../find-practice.ts';
import { signsAs } from '../parties.ts';
import { closeLesson, saveLesson } from './store.ts';

/** Draws a lesson, in a sentence or two, from a published case or at a gathering of the practice. */
export const drawLesson = describeAction(
  { name: 'practice.draw-lesson', input: DrawLesson, permission: onPractice.draw, repeat: 'once' },
  async (context, { slug, case: caseNumber, gathering, words, locale }): Promise<{ lessonId: string }> => {
    const { practice, subject } = await findPractice(context, slug);
    authorize(onPractice.draw, context.actor, subject);
    const drawnBy = signedIn(context);
    await limit(context, `practice.lesson:${drawnBy}`, { most: 40, seconds: 86_400 });
    const communityId = practice.id;
    const found = caseNumber ? await findCase(context, { slug, number: caseNumber }) : undefined;
    if (found && !found.of.open) throw new Refusal('practice.case-not-open');
    const gatheringId = gathering ? await gatheringIdAt(context, communityId, gathering) : null;
    const lessonId = context.newId();
    await saveLesson(context, {
      communityId,
      id: lessonId,
      caseId: found?.one.caseId ?? null,
      gatheringId,
      words,
      locale,
      organisationId: actingFor(context),
      signsAs: await signsAs(context),
      drawnBy,
    });
    if (found)
      await notify(context, await tellersOf(context, found.one), {
        communityId,
        kind: 'practice.lesson-drawn',
        facts: { title: found.one.title },
        href: `/c/${slug}/practice/cases/${caseNumber}#lessons`,
        about: found.one.caseId,
      });
    context.announce({ kind: 'practice.lesson-drawn', communityId, lessonId });
    return { lessonId };
  },
);

const actingFor = ({ actor }: Context): string | null => {
  const organisationId = actor.kind === 'person' ? (actor.actingForId ?? null) : null;
  return ofOrganisation(actor, organisationId) ? organisationId : null;
};

async function gatheringIdAt(context: Context, communityId: string, number: number): Promise<string> {
  const row = await context.db
    .selectFrom('gatherings.gathering')
    .select('id')
    .where('communityId', '=', communityId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row.id;
}

/** Takes a lesson back. */
export const takeBackLesson = describeAction(
  { name: 'practice.take-back-lesson', input: TakeBackLesson, permission: onOwn.takeBack, repeat: 'safe' },
  async (context, { slug, lessonId }): Promise<void> => {
    const { practice } = await findPractice(context, slug);
    const communityId = practice.id;
    const lesson = await context.db
      .selectFrom('practice.lesson')
      .select(['drawnBy as personId', 'organisationId'])
      .where('communityId', '=', communityId)
      .where('id', '=', lessonId)
      .executeTakeFirst();
    if (!lesson) throw notFound();
    authorize(onOwn.takeBack, context.actor, { communityId, ...lesson });
    await closeLesson(context, { communityId, lessonId });
    context.announce({ kind: 'practice.lesson-taken-back', communityId, lessonId });
  },
);
