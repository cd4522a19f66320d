import { describeAction } from '#platform/action.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onThing } from '../permissions.ts';
import { ReportThing } from '../words.ts';
import { findThing, signedIn } from './find-thing.ts';
import { isFolded } from './folds-of.ts';
import { saveReport } from './store.ts';
import { desk } from './tell.ts';

/** Somebody tells the desk that something hurts. Nobody else learns who told. */
export const reportThing = describeAction(
  { name: 'moderation.report-thing', input: ReportThing, permission: onThing.report, repeat: 'safe' },
  async (context, { reason, words, ...asked }): Promise<void> => {
    const { community, thing, kind } = await findThing(context, asked);
    authorize(onThing.report, context.actor, thing);
    const reportedBy = signedIn(context);
    const key = { communityId: community.id, kind: kind.kind, subjectId: thing.id };
    if (await isFolded(context, key)) throw new Refusal('moderation.folded-already');
    // A "me too" without words, a text that its author took back: there is nothing that could hurt.
    if (thing.text === '') throw notFound();
    await limit(context, `moderation.report:${reportedBy}`, { most: 20, seconds: 86_400 });
    await saveReport(context, key, { reportedBy, reason, words });
    const to = (await desk(context, community.id)).filter((id) => id !== thing.authorId);
    await notify(context, to, {
      communityId: community.id,
      kind: 'moderation.reported',
      facts: { kind: kind.kind, title: thing.title },
      href: `/c/${community.slug}/desk/forum`,
      about: thing.id,
      mail: 'soon',
    });
    context.announce({ kind: 'moderation.thing-reported', communityId: community.id, thingId: thing.id, quiet: true });
  },
);
