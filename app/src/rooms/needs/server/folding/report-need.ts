import { describeAction } from '#platform/action.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { peopleWithRole } from '#rooms/communities/server/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onNeed } from '../../permissions.ts';
import { OneNeed, ReportNeed } from '../../words.ts';
import { findPublicNeed, needSubject } from '../find-need.ts';
import { signedIn } from '../signed-in.ts';
import { saveReport } from './store-reports.ts';
import { tellReporters } from './tell-reporters.ts';

/** Somebody tells the facilitators that a need hurts as it is worded. Nobody else learns who told. */
export const reportNeed = describeAction(
  { name: 'needs.report-need', input: ReportNeed, permission: onNeed.report, repeat: 'safe' },
  async (context, { reason, words, ...address }): Promise<void> => {
    const { community, need } = await findPublicNeed(context, address);
    authorize(onNeed.report, context.actor, await needSubject(context, need));
    const reportedBy = signedIn(context);
    if (need.foldId) throw new Refusal('forum.folded-already');
    // One measure for posts and needs together.
    await limit(context, `forum.report:${reportedBy}`, { most: 20, seconds: 86_400 });
    await saveReport(context, need, { reportedBy, reason, words });
    const desk = await peopleWithRole(context.db, community.id, 'facilitator', 'steward');
    const authorId = need.raisedBy ?? need.enteredBy;
    await notify(
      context,
      desk.filter((id) => id !== authorId),
      {
        communityId: community.id,
        kind: 'needs.reported',
        facts: { title: need.title },
        href: `/c/${community.slug}/desk/forum`,
        about: need.id,
        mail: 'soon',
      },
    );
    context.announce({ kind: 'needs.need-reported', communityId: community.id, needId: need.id, quiet: true });
  },
);

/** A facilitator read what was reported of a need and lets it stand; whoever reported it is told. */
export const setNeedReportAside = describeAction(
  { name: 'needs.set-need-report-aside', input: OneNeed, permission: onNeed.fold, repeat: 'safe' },
  async (context, address): Promise<void> => {
    const { community, need } = await findPublicNeed(context, address);
    authorize(onNeed.fold, context.actor, await needSubject(context, need));
    const by = signedIn(context);
    if ((need.raisedBy ?? need.enteredBy) === by) throw new Refusal('forum.own-post');
    await tellReporters(context, { community, need, by, outcome: 'stands' });
    context.announce({ kind: 'needs.report-set-aside', communityId: community.id, needId: need.id, quiet: true });
  },
);
