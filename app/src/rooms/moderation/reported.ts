/** One report as it lies in the table: about what, why, and what those who decide should know. */
interface ReportRow {
  readonly about: string;
  readonly id: string;
  readonly reason: string;
  readonly words: string;
}

/** One thing that people reported, with everything they said about it; never who they are. */
export interface Reported {
  readonly about: string;
  readonly id: string;
  /** What it is called, what it says, and where it is read, and folded. */
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly reports: readonly Pick<ReportRow, 'reason' | 'words'>[];
  /** The one who reads wrote it: somebody else decides. */
  readonly mine: boolean;
}

/** Puts reports about one thing together, in the order in which the first of each came. */
export function togetherReported(rows: readonly ReportRow[]): Pick<Reported, 'about' | 'id' | 'reports'>[] {
  const things = new Map<string, { about: string; id: string; reports: Pick<ReportRow, 'reason' | 'words'>[] }>();
  for (const { about, id, reason, words } of rows) {
    const key = `${about} ${id}`;
    const there = things.get(key);
    if (there) there.reports.push({ reason, words });
    else things.set(key, { about, id, reports: [{ reason, words }] });
  }
  return [...things.values()];
}
