import type { Context } from '#platform/context.ts';
import type { TextDocument } from '#platform/document/document.ts';
import { abilities, may } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { onReport, type ReportAbility } from '../../report-permissions.ts';
import type { AtReport } from '../../report-words.ts';
import { type Found, type Gathering, gatheringAt } from '../calling/find-gathering.ts';
import { composeReport } from './compose-report.ts';
import { changedAt } from './entries.ts';
import { publishedAt } from './find-report.ts';
import { gatherRecords } from './gather-records.ts';
import type { ReportRecords } from './records.ts';
import { reportEvent } from './report-event.ts';

/** What the page of a report shows, and its printed forms are made of. */
export interface ReportPage {
  readonly place: Community;
  readonly gathering: Gathering;
  readonly document: TextDocument;
  /** When it was made public; null while only those who write it see it. */
  readonly publishedAt: Date | null;
  /** When something in it was said or written last. */
  readonly changedAt: Date;
  /** The gathering as schema.org knows an event; nothing while the report is a draft. */
  readonly event: Readonly<Record<string, unknown>> | null;
  /** The summary in the reader's script; empty while there is none. */
  readonly summary: string;
  readonly abilities: Record<ReportAbility, boolean>;
}

/** The report in the reader's language. Throws `report.not-yet` (not found) for a draft that this reader doesn't write. */
export async function showReport(context: Context, at: AtReport): Promise<ReportPage> {
  const { found, records } = await recordsAt(context, at);
  const { community: place, gathering } = found;
  const { language, settings } = context;
  const summary = records.texts.get('summary');
  return {
    place,
    gathering,
    document: composeReport(records, language, settings.origin),
    publishedAt: records.publishedAt ?? null,
    changedAt: changedAt(records),
    event: records.publishedAt ? reportEvent(records, language, settings.origin) : null,
    summary: summary ? language.show(summary.text, summary.locale) : '',
    abilities: abilities(onReport, context.actor, gathering),
  };
}

/** The records of a report that this reader may see. */
export async function recordsAt(context: Context, at: AtReport): Promise<{ found: Found; records: ReportRecords }> {
  const found = await gatheringAt(context, at);
  if (!may(onReport.write, context.actor, found.gathering) && !(await publishedAt(context, found.gathering)))
    throw notFound('report.not-yet');
  return { found, records: await gatherRecords(context, found) };
}

/** What the page of a gathering says of its report: since when it is public, and whether this reader writes it. */
export async function reportOfGathering(
  context: Context,
  gathering: Gathering,
): Promise<{ readonly publishedAt: Date | null; readonly write: boolean }> {
  return {
    publishedAt: (await publishedAt(context, gathering)) ?? null,
    write: may(onReport.write, context.actor, gathering),
  };
}
