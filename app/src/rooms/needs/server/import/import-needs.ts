import type { Context } from '#platform/context.ts';
import type { House } from '#platform/house.ts';
import { dropImport } from '#platform/import/hold.ts';
import { inBatches } from '#platform/import/in-batches.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Asking, runParsed } from '#platform/run-action.ts';
import { scriptOf } from '#platform/search.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity, nextNumber } from '#rooms/communities/server/index.ts';
import { onNeeds } from '../../permissions.ts';
import { needsSubject } from '../find-need.ts';
import { saveHands, saveNeeds, sumUp } from '../store.ts';
import { showHeldNeeds } from './hold-needs.ts';
import type { ImportedNeed } from './need-rows.ts';
import { markApplied, removeList, saveList } from './store.ts';

/** A checked list of needs, with its source named. */
export interface NeedImport {
  readonly slug: string;
  readonly source: string;
  readonly needs: readonly ImportedNeed[];
  /** Done in the first transaction: forgets the preview, so that a second press finds nothing. */
  readonly first?: (context: Context, communityId: string) => Promise<void>;
  progress?(written: number): void;
}

/**
 * Brings in needs from a list: all or nothing, and every one of them waits for a yes before it is public (harm.md 5).
 * Used by the desk and by the command line.
 */
export async function importNeeds(
  house: House,
  asking: Asking,
  list: NeedImport,
): Promise<{ listId: string; needs: number }> {
  const run = <Result>(work: (context: Context) => Promise<Result>) =>
    runParsed(house, { ...asking, key: undefined }, { name: 'needs.import-needs', run: work });
  const { community, listId } = await run(async (context) => {
    const found = await findCommunity(context.db, list.slug);
    authorize(onNeeds.bring, context.actor, await needsSubject(context, found.id));
    await list.first?.(context, found.id);
    return { community: found, listId: await saveList(context, found.id, list.source) };
  });
  const needs = await inBatches({
    rows: list.needs,
    size: 200,
    write: (batch) => run((context) => saveBatch(context, { community, listId, source: list.source }, batch)),
    flip: () =>
      run(async (context) => {
        await markApplied(context, { communityId: community.id, id: listId }, list.needs.length);
        context.announce({ kind: 'needs.list-applied', communityId: community.id, listId, quiet: true });
      }),
    undo: () => run((context) => removeList(context, community.id, listId)),
    progress: list.progress,
  });
  return { listId, needs };
}

/** Says yes to a preview: its needs wait at the desk. Throws a Refusal while one of its rows is bad. */
export async function applyHeldNeeds(
  house: House,
  asking: Asking,
  { slug, id }: { readonly slug: string; readonly id: string },
): Promise<{ listId: string; needs: number }> {
  const held = await runParsed(
    house,
    { ...asking, key: undefined },
    { name: 'needs.held-needs', run: (context) => showHeldNeeds(context, { slug, id }) },
  );
  const { bad, good } = held.preview;
  if (bad.length > 0) throw new Refusal('needs.bad-rows', { kind: 'invalid', facts: { count: bad.length } });
  return importNeeds(house, asking, {
    slug,
    source: held.source,
    needs: good.map(({ row }) => row),
    first: async (context, communityId) => {
      await showHeldNeeds(context, { slug, id });
      await dropImport(context, { communityId, id });
    },
  });
}

async function saveBatch(
  context: Context,
  from: { readonly community: Community; readonly listId: string; readonly source: string },
  batch: readonly ImportedNeed[],
): Promise<void> {
  const communityId = from.community.id;
  for (const { hands, ...row } of batch) {
    const number = await nextNumber(context, communityId);
    const need = { communityId, id: context.newId(), number, ...row, locale: localeOf(from.community, row.title) };
    await saveNeeds(context, [{ ...need, channel: 'import', importId: from.listId }]);
    if (hands === undefined) continue;
    const countedWhere = from.source.slice(0, 160);
    await saveHands(context, need, { hands, countedWhere, countedBy: null, witnessId: null });
    await sumUp(context, need);
  }
}

/** A list is in the language of its community, Serbian in the script it is written in. */
function localeOf({ locale }: Community, text: string): string {
  return locale.startsWith('sr-') ? `sr-${scriptOf(text)}` : locale;
}
