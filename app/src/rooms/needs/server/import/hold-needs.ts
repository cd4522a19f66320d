import { z } from 'zod';
import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { checkRows, type Preview } from '#platform/import/check-rows.ts';
import { type HeldImport, heldImport, holdImport } from '#platform/import/hold.ts';
import { parseSheet } from '#platform/import/sheet.ts';
import { authorize } from '#platform/permissions.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { onNeeds } from '../../permissions.ts';
import { needsSubject } from '../find-need.ts';
import { signedIn } from '../signed-in.ts';
import { type ImportedNeed, needRows } from './need-rows.ts';

/** The kind under which a list of needs is held. */
const HELD_AS = 'needs.needs';

const HoldNeeds = z.object({
  slug: z.string().max(60),
  source: z.string().trim().min(3, 'needs.invalid.source').max(200),
  fileName: z.string().min(1, 'needs.invalid.file').max(200),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length > 0, 'needs.invalid.file'),
});

/** What would come of a file, with every bad row by its line. Throws a Refusal when it can't be read. */
export const checkNeeds = async (file: {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}): Promise<Preview<ImportedNeed>> => checkRows(await parseSheet(file.bytes, file.fileName), needRows);

/** Reads a list and keeps what would come of it until somebody says yes. */
export const holdNeeds = describeAction(
  { name: 'needs.hold-needs', input: HoldNeeds, permission: onNeeds.bring, repeat: 'safe' },
  async (context, { slug, source, ...file }): Promise<{ id: string }> => {
    const { id: communityId } = await findCommunity(context.db, slug);
    authorize(onNeeds.bring, context.actor, await needsSubject(context, communityId));
    const heldFor = signedIn(context);
    const preview = await checkNeeds(file);
    return { id: await holdImport(context, { communityId, kind: HELD_AS, heldFor, source, preview }) };
  },
);

/** The preview for its page. */
export async function showHeldNeeds(
  context: Context,
  { slug, id }: { readonly slug: string; readonly id: string },
): Promise<HeldImport<ImportedNeed>> {
  const { id: communityId } = await findCommunity(context.db, slug);
  authorize(onNeeds.bring, context.actor, await needsSubject(context, communityId));
  return heldImport(context, { communityId, id, kind: HELD_AS, heldFor: signedIn(context) });
}
