/** One report as it lies in a table: about what, why, and what the facilitators should know. */
export interface ReportRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly reason: string;
  readonly words: string;
}

/** One thing that people reported, with everything they said about it; never who they are. */
export interface Reported extends Pick<ReportRow, 'id' | 'number' | 'title' | 'text'> {
  readonly reports: readonly Pick<ReportRow, 'reason' | 'words'>[];
  /** The one who reads wrote it: somebody else decides. */
  readonly mine: boolean;
}

/** Puts reports about one thing together, in the order in which the first of each came. */
export function togetherReported(rows: readonly (ReportRow & { readonly mine: boolean })[]): Reported[] {
  const things = new Map<string, Reported & { reports: Pick<ReportRow, 'reason' | 'words'>[] }>();
  for (const { reason, words, ...thing } of rows) {
    const there = things.get(thing.id);
    if (there) there.reports.push({ reason, words });
    else things.set(thing.id, { ...thing, reports: [{ reason, words }] });
  }
  return [...things.values()];
}
