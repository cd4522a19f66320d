import type { Context } from '#platform/context.ts';
import { type BadRow, checkRows, type GoodRow, type Preview } from '#platform/import/check-rows.ts';
import { parseSheet } from '#platform/import/sheet.ts';
import { authorize } from '#platform/permissions.ts';
import { atDesk } from '../../permissions.ts';
import type { Community } from '../../words.ts';
import { type Invitee, invitationRows } from './invitation-rows.ts';

/** A file with people to invite. */
export interface InvitationFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/**
 * What would come of a list: who would be invited, and every bad row by its line. Whoever holds an open invitation is a bad row too.
 * Throws a Refusal when the file can't be read at all.
 */
export async function checkInvitations(
  context: Context,
  community: Community,
  file: InvitationFile,
): Promise<Preview<Invitee>> {
  authorize(atDesk.invite, context.actor, community);
  const sheet = await parseSheet(file.bytes, file.fileName);
  const preview = await checkRows(sheet, invitationRows(community));
  const open = await openAddresses(context, community.id);
  const known = ({ row }: GoodRow<Invitee>) =>
    row.email && open.has(row.email) ? 'email' : row.phone && open.has(row.phone) ? 'phone' : undefined;
  const bad: BadRow[] = preview.good.flatMap((good) => {
    const field = known(good);
    if (!field) return [];
    const cells = [good.row.name, good.row.email ?? '', good.row.phone ?? ''];
    return [{ line: good.line, cells, problems: [{ field, problem: { key: 'communities.invalid.invited' } }] }];
  });
  return {
    good: preview.good.filter((good) => !known(good)),
    bad: [...preview.bad, ...bad].sort((a, b) => a.line - b.line),
    unused: preview.unused,
  };
}

async function openAddresses(context: Context, communityId: string): Promise<Set<string>> {
  const rows = await context.db
    .selectFrom('communities.invitation')
    .select(['email', 'phone'])
    .where('communityId', '=', communityId)
    .where('answeredAt', 'is', null)
    .execute();
  return new Set(rows.flatMap(({ email, phone }) => [email, phone]).filter((address) => address !== null));
}
