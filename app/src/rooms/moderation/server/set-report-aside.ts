import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { onThing } from '../permissions.ts';
import { mayDecideOn } from '../rules.ts';
import { AboutThing } from '../words.ts';
import { findThing, signedIn } from './find-thing.ts';
import { tellReporters } from './tell.ts';

/** Somebody who decides read what was reported and lets it stand; whoever reported it is told. */
export const setReportAside = describeAction(
  { name: 'moderation.set-report-aside', input: AboutThing, permission: onThing.decide, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const found = await findThing(context, input);
    authorize(onThing.decide, context.actor, found.thing);
    const by = signedIn(context);
    insist(mayDecideOn(found.thing.authorId, by));
    await tellReporters(context, found, { by, outcome: 'stands' });
    const { communityId, id: thingId } = found.thing;
    context.announce({ kind: 'moderation.report-set-aside', communityId, thingId, quiet: true });
  },
);
