import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { House } from '#platform/house.ts';
import { dropImport } from '#platform/import/hold.ts';
import { inBatches } from '#platform/import/in-batches.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Asking, runParsed } from '#platform/run-action.ts';
import { atDesk } from '../../permissions.ts';
import { findCommunity } from '../community/find-community.ts';
import { showHeldInvitations } from './hold-invitations.ts';
import type { Invitee } from './invitation-rows.ts';
import { markApplied, removeList, saveInvitations, saveList } from './store.ts';

/** A checked list, with its source named (harm.md 10). */
export interface InvitationImport {
  readonly slug: string;
  readonly source: string;
  readonly invitees: readonly Invitee[];
  /** Done in the first transaction: forgets the preview, so that a second press finds nothing. */
  readonly first?: (context: Context, communityId: string) => Promise<void>;
  progress?(written: number): void;
}

/**
 * Makes invitations of a checked list: batches of 1,000, then one flip; all or nothing. Members it makes none.
 * Used by the desk and by the command line. Returns the list, by which it can be undone.
 */
export async function importInvitations(
  house: House,
  asking: Asking,
  list: InvitationImport,
): Promise<{ listId: string; invited: number }> {
  const run = <Result>(work: (context: Context) => Promise<Result>) =>
    runParsed(house, { ...asking, key: undefined }, { name: 'communities.import-invitations', run: work });
  const { communityId, listId } = await run(async (context) => {
    const { id } = await findCommunity(context.db, list.slug);
    authorize(atDesk.invite, context.actor, { id });
    await list.first?.(context, id);
    const madeBy = personOf(context.actor) ?? null;
    return { communityId: id, listId: await saveList(context, id, { source: list.source, madeBy }) };
  });
  const invited = await inBatches({
    rows: list.invitees,
    write: (batch) => run((context) => saveInvitations(context, { communityId, listId }, batch)),
    flip: () =>
      run(async (context) => {
        await markApplied(context, communityId, listId);
        context.announce({ kind: 'communities.list-applied', communityId, listId, quiet: true });
      }),
    undo: () => run((context) => removeList(context, communityId, listId)),
    progress: list.progress,
  });
  return { listId, invited };
}

/** Says yes to a preview: everyone on it is invited. Throws a Refusal while one of its rows is bad. */
export async function applyHeldInvitations(
  house: House,
  asking: Asking,
  { slug, id }: { readonly slug: string; readonly id: string },
): Promise<{ listId: string; invited: number }> {
  const held = await runParsed(
    house,
    { ...asking, key: undefined },
    {
      name: 'communities.held-invitations',
      run: (context) => showHeldInvitations(context, { slug, id }),
    },
  );
  if (held.preview.bad.length > 0)
    throw new Refusal('communities.bad-rows', { kind: 'invalid', facts: { count: held.preview.bad.length } });
  return importInvitations(house, asking, {
    slug,
    source: held.source,
    invitees: held.preview.good.map(({ row }) => row),
    first: async (context, communityId) => {
      await showHeldInvitations(context, { slug, id });
      await dropImport(context, { communityId, id });
    },
  });
}
