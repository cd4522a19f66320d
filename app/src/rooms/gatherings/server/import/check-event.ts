import { extname } from 'node:path';
import type { Context } from '#platform/context.ts';
import { parseSheet } from '#platform/import/sheet.ts';
import { textLinesOf } from '#platform/import/text-lines.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { dayIn } from '#platform/time-zone.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { onGathering } from '../../permissions.ts';
import { gatheringAt } from '../calling/find-gathering.ts';
import type { EventPreview } from './planned.ts';
import { readCalendar } from './read-calendar.ts';
import { readEvent } from './read-event.ts';
import { readSheetOf } from './read-sheet.ts';

/** A file with a gathering, or with a list for one. */
export interface EventFile {
  readonly slug: string;
  /** The gathering to which the lists of a sheet belong. */
  readonly number?: number;
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/**
 * What would come of a file, with everything wrong in it by its line: `.md`, `.txt` and `.docx` are a gathering, `.ics` is one
 * or several, `.csv` and `.xlsx` are a list for the gathering with that number. Throws a Refusal when it can't be read at all.
 */
export async function checkEvent(context: Context, file: EventFile): Promise<EventPreview> {
  const community = await findCommunity(context.db, file.slug);
  authorize(onGathering.call, context.actor, { communityId: community.id });
  switch (extname(file.fileName).toLowerCase()) {
    case '.md':
    case '.txt':
    case '.docx':
      return readEvent(await textLinesOf(file.bytes, file.fileName), community);
    case '.ics':
      return readCalendar(file.bytes, community);
    case '.csv':
    case '.xlsx': {
      if (file.number === undefined) throw new Refusal('event-file.which-gathering', { kind: 'invalid' });
      const { gathering } = await gatheringAt(context, { slug: file.slug, number: file.number });
      const { timeZone } = community;
      const day = dayIn(timeZone, gathering.startsAt);
      return readSheetOf(await parseSheet(file.bytes, file.fileName), { day, timeZone, endsAt: gathering.endsAt });
    }
    default:
      throw new Refusal('event-file.which-file', { kind: 'invalid' });
  }
}
