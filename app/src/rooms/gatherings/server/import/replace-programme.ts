import type { Context } from '#platform/context.ts';
import { parseInput } from '#platform/run-action.ts';
import { ReviseGathering } from '../../words.ts';
import type { Gathering } from '../calling/find-gathering.ts';
import { reviseGathering } from '../calling/revise-gathering.ts';
import { hostsOf } from '../calling/show-gathering.ts';
import type { PlannedItem } from './planned.ts';

/** Puts a programme from a list in place of the one that stood; the rest of the call stays as it is. */
export async function replaceProgramme(
  context: Context,
  gathering: Gathering,
  programme: readonly PlannedItem[],
): Promise<void> {
  const hosts = await hostsOf(context, gathering);
  const ids = (kind: 'community' | 'organisation') => hosts.filter((host) => host.kind === kind).map(({ id }) => id);
  await reviseGathering(
    context,
    parseInput(ReviseGathering, {
      ...gathering,
      gatheringId: gathering.id,
      hostCommunityIds: ids('community'),
      hostOrganisationIds: ids('organisation'),
      agenda: programme.map(({ line: _, ...item }) => item),
    }),
  );
}
