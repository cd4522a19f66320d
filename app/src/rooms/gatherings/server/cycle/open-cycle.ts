import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { charterOf, findCommunity, nextNumber, organisationsOf } from '#rooms/communities/server/index.ts';
import { onCycle } from '../../cycle-permissions.ts';
import { OpenCycle, USUAL_WOMEN } from '../../cycle-words.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import type { WorkingTable } from './find-cycle.ts';
import { makeCycleFindable } from './make-cycle-findable.ts';
import { saveCycle, saveRule, saveTable } from './store.ts';

/**
 * Opens a cycle of the community forum with the tables that always are: the free one, the organisers' without a vote, and the
 * public body's where one sits. Returns its number.
 */
export const openCycle = describeAction(
  { name: 'gatherings.open-cycle', input: OpenCycle, permission: onCycle.open, repeat: 'once' },
  async (context, input): Promise<{ number: number }> => {
    const community = await findCommunity(context.db, input.slug);
    const communityId = community.id;
    authorize(onCycle.open, context.actor, { communityId });
    const openedBy = insistOnPerson(context);
    const body = await bodyOf(context, communityId, input);
    const number = await nextNumber(context, communityId);
    const id = context.newId();
    const { theme, about, locale, sessionsPlanned, hostOrganisationIds, hostCommunityIds } = input;
    const actingForId = context.actor.kind === 'person' ? (context.actor.actingForId ?? null) : null;
    const cycle = { communityId, id, number, theme, about, locale, sessionsPlanned, openedBy, actingForId };
    const communityIds = hostCommunityIds.filter((hostId) => hostId !== communityId);
    await saveCycle(context, cycle, { organisationIds: hostOrganisationIds, communityIds });
    await setUsualTables(context, { communityId, cycleId: id }, body);
    await askForWomen(context, { communityId, cycleId: id }, openedBy);
    await makeCycleFindable(context, cycle);
    context.announce({ kind: 'gatherings.cycle-opened', communityId, cycleId: id, number });
    return { number };
  },
);

/** The public body, which must belong to the community's circle, as every host. */
async function bodyOf(
  context: Context,
  communityId: string,
  { publicBodyId, hostOrganisationIds }: OpenCycle,
): Promise<{ id: string; name: string } | undefined> {
  const known = await organisationsOf(context.db, communityId);
  const ids = new Set(known.map(({ id }) => id));
  if ([publicBodyId, ...hostOrganisationIds].some((id) => id !== undefined && !ids.has(id)))
    throw new Refusal('cycle.organisation-not-here');
  return known.find(({ id }) => id === publicBodyId);
}

async function setUsualTables(
  context: Context,
  inCycle: { communityId: string; cycleId: string },
  body: { id: string; name: string } | undefined,
): Promise<void> {
  const { language } = context;
  const usual: readonly Pick<WorkingTable, 'position' | 'kind' | 'name' | 'organisationId'>[] = [
    { position: 0, kind: 'organisers', name: language.say('cycle.table-name.organisers'), organisationId: null },
    { position: 1, kind: 'free', name: language.say('cycle.table-name.free'), organisationId: null },
    ...(body
      ? [{ position: 2, kind: 'public-body', name: body.name.slice(0, 80), organisationId: body.id } as const]
      : []),
  ];
  for (const table of usual) {
    const number = await nextNumber(context, inCycle.communityId);
    await saveTable(context, { ...inCycle, ...table, id: context.newId(), number, about: '' });
  }
}

/** Two in five seated are women, where the community asks about gender at all. */
async function askForWomen(
  context: Context,
  inCycle: { communityId: string; cycleId: string },
  setBy: string,
): Promise<void> {
  const { rules } = await charterOf(context.db, inCycle.communityId);
  await saveRule(context.db, {
    ...inCycle,
    id: context.newId(),
    kind: 'share',
    attribute: 'gender',
    groupName: 'woman',
    least: rules.inclusion.womenPercent ?? USUAL_WOMEN,
    setBy,
    setAt: context.now,
  });
}
