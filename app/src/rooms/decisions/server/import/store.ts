import type { Db } from '#platform/database/tables.ts';
import type { House } from '#platform/house.ts';
import { newTimeId } from '#platform/ids.ts';

interface OfImport {
  readonly communityId: string;
  readonly importId: string;
}

/** Begins an import; its id becomes the id of the decision. */
export async function saveImport(
  house: House,
  { communityId, fileName, notes }: { communityId: string; fileName: string; notes: unknown },
): Promise<string> {
  const startedAt = house.now();
  const id = newTimeId(startedAt);
  await house.database.db
    .insertInto('decisions.import')
    .values({ communityId, id, fileName, startedAt, notes: JSON.stringify(notes) })
    .execute();
  return id;
}

/** Puts one part of the ballots aside. */
export async function savePart(db: Db, part: OfImport & { part: number; rows: number; bytes: Buffer }): Promise<void> {
  await db.insertInto('decisions.importedPart').values(part).execute();
}

/** Takes an import away with everything it put aside, a part at a time. */
export async function dropImport(db: Db, { communityId, importId }: OfImport): Promise<void> {
  await db
    .deleteFrom('decisions.importedPart')
    .where('communityId', '=', communityId)
    .where('importId', '=', importId)
    .execute();
  await db.deleteFrom('decisions.import').where('communityId', '=', communityId).where('id', '=', importId).execute();
}

/** The paper of an imported decision. */
export interface ImportedPaper {
  readonly decision: {
    readonly number: number;
    readonly question: string;
    readonly paper: string;
    readonly locale: string;
    readonly method: string;
    readonly methodOptions: string;
    readonly ballotKind: string;
    readonly budget: string;
    readonly currency: string | null;
    readonly draftedBy: string | null;
    readonly draftedAt: Date;
  };
  readonly options: readonly {
    readonly position: number;
    readonly code: string;
    readonly name: string;
    readonly cost: string | null;
    readonly excludes: string | null;
    readonly announced: boolean | null;
  }[];
}

/** Makes the decision and ends the import, in the caller's transaction: from now on it is seen. */
export async function saveImported(
  db: Db,
  { communityId, importId }: OfImport,
  { paper, voters, finishedAt }: { paper: ImportedPaper; voters: number; finishedAt: Date },
): Promise<void> {
  await db
    .insertInto('decisions.decision')
    .values({
      ...paper.decision,
      communityId,
      id: importId,
      secrecy: 'secret',
      publishSingleBallots: true,
      interest: 'none',
      restsOn: 'nothing-yet',
      imported: true,
    })
    .execute();
  const rows = paper.options.map((option) => ({
    ...option,
    communityId,
    decisionId: importId,
    about: '',
    standing: null,
  }));
  for (let at = 0; at < rows.length; at += 500)
    await db
      .insertInto('decisions.option')
      .values(rows.slice(at, at + 500))
      .execute();
  await db
    .updateTable('decisions.import')
    .set({ finishedAt, voters })
    .where('communityId', '=', communityId)
    .where('id', '=', importId)
    .execute();
}
