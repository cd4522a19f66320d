import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import type { ByWhom } from '#rooms/commitments/index.ts';
import { recordCommitment } from '#rooms/commitments/server/index.ts';
import { organisationsOf, seatOf } from '#rooms/communities/server/index.ts';
import { onFloor } from '../../floor-permissions.ts';
import { RecordNextStep } from '../../floor-words.ts';
import { type FoundFloor, floorAt, signedIn } from '../floor/find-floor.ts';
import { saveNextStep } from './store.ts';

/** Writes down who will do what by when. From then on it is a given word: asked about after one, three and six months. */
export const recordNextStep = describeAction(
  { name: 'gatherings.record-next-step', input: RecordNextStep, permission: onFloor.moderate, repeat: 'once' },
  async (context, input): Promise<{ commitmentId: string; number: number }> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.moderate, context.actor, floor.subject);
    const recordedBy = signedIn(context);
    const { gathering, community, at } = floor;
    const { commitmentId, number } = await recordCommitment(context, {
      communityId: at.communityId,
      what: input.what,
      words: input.words,
      locale: input.locale,
      by: await byWhom(context, floor, input),
      dueOn: input.dueOn,
      audience: gathering.audience,
      origin: {
        kind: 'gathering',
        id: gathering.id,
        address: `/c/${community.slug}/gatherings/${gathering.number}`,
        title: gathering.theme,
      },
    });
    await saveNextStep(context, at, { commitmentId, recordedBy });
    context.announce({ kind: 'gatherings.next-step-recorded', ...at, commitmentId });
    return { commitmentId, number };
  },
);

/** Somebody with a seat or a speaker, an organisation of the community, or a name that was agreed or stays inside. */
async function byWhom(
  context: Context,
  { at }: FoundFloor,
  { by, name, agreed }: ReturnType<typeof RecordNextStep.parse>,
): Promise<ByWhom> {
  if (by === 'me') return { personId: signedIn(context) };
  if (by === 'name') return { name: name ?? '', signsAs: agreed ? 'name' : 'inside' };
  const [kind, id = ''] = by.split(':');
  if (kind === 'person' && (await isThere(context, at, id))) return { personId: id };
  if (kind === 'organisation' && (await organisationsOf(context.db, at.communityId)).some((one) => one.id === id))
    return { organisationId: id };
  throw new Refusal('floor.nobody-here', { kind: 'invalid' });
}

async function isThere(context: Context, at: FoundFloor['at'], personId: string): Promise<boolean> {
  if ((await seatOf(context.db, at.communityId, personId)) !== undefined) return true;
  const row = await context.db
    .selectFrom('gatherings.speaker')
    .select('id')
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}
