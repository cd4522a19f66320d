import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { onFloor } from '../../floor-permissions.ts';
import { PutOnFloor, SetFloor } from '../../floor-words.ts';
import { type FoundFloor, floorAt, signedIn, turnOf } from './find-floor.ts';
import { findSpeaker } from './find-speaker.ts';
import { saveGroups, saveOnFloor, saveTurn } from './floor-store.ts';

/** Says what is on now: a speaker, an item of the programme, or nothing for a while. Every screen shows it. */
export const putOnFloor = describeAction(
  { name: 'gatherings.put-on-floor', input: PutOnFloor, permission: onFloor.moderate, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.moderate, context.actor, floor.subject);
    if (input.speakerId && !(await findSpeaker(context, floor.at, input.speakerId))) throw notFound();
    if (input.item && !(await isItem(context, floor.at, input.item))) throw notFound();
    await saveOnFloor(context, floor.at, {
      speakerId: input.speakerId ?? null,
      agendaPosition: input.item ?? null,
      putBy: signedIn(context),
    });
    context.announce({ kind: 'gatherings.floor-changed', ...floor.at });
  },
);

/** Opens or closes questions, and says which groups an asker may name for themself. */
export const setFloor = describeAction(
  { name: 'gatherings.set-floor', input: SetFloor, permission: onFloor.moderate, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.moderate, context.actor, floor.subject);
    if ((await turnOf(context, floor.at)) !== input.questions)
      await saveTurn(context, floor.at, { questions: input.questions, turnedBy: signedIn(context) });
    await saveGroups(context, floor.at, input.groups);
    context.announce({ kind: 'gatherings.floor-changed', ...floor.at });
  },
);

async function isItem({ db }: Context, at: FoundFloor['at'], position: number): Promise<boolean> {
  const row = await db
    .selectFrom('gatherings.agendaItem')
    .select('position')
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .where('position', '=', position)
    .executeTakeFirst();
  return row !== undefined;
}
