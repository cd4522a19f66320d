import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate as giveWay } from 'node:timers/promises';
import type { Election } from '@sofra/counting';
import { FileError, readElection } from '@sofra/counting/formats';
import type { Actor } from '#platform/actor.ts';
import type { House } from '#platform/house.ts';
import { inBatches } from '#platform/import/in-batches.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { onDecision } from '../../permissions.ts';
import { countApart } from '../outcome/count-apart.ts';
import { flipImport } from './flip-import.ts';
import { packBallots } from './pack-ballots.ts';
import { methodOfFile } from './paper-of-file.ts';
import { dropImport, saveImport, savePart } from './store.ts';

/** How far an import is: `done` of `all`, bytes of the file while reading, parts of a thousand distinct ballots while writing. */
export interface ImportProgress {
  readonly stage: 'reading' | 'writing' | 'counting' | 'done';
  readonly done: number;
  readonly all: number;
}

/** What to bring in, where to, and in whose name. */
export interface PabulibImport {
  /** The file on this machine. */
  readonly path: string;
  readonly communitySlug: string;
  readonly actor: Actor;
  /** Count by this method instead of the one that the file names. */
  readonly method?: 'equal-shares' | 'greedy';
  readonly progress?: (progress: ImportProgress) => void;
}

/** Pieces of the file are read this large. */
const PIECE = 1 << 18;

/**
 * Makes a decision of a Pabulib file with its real options, ballots and outcome: all or nothing. The file is read as a stream
 * and equal ballots are merged on the way; distinct ones go into the database a thousand at a time, unseen until one short
 * transaction makes the decision. Memory: some 20 bytes a mark and 60 a distinct ballot, whatever the length of the file:
 * about 70 MB for 90,000 voters beside the database's own memory (README says how it was measured).
 * A file may come in again (counted otherwise, or corrected): it becomes a decision of its own, and `before` says which it was.
 * Throws a Refusal `decisions.file-unreadable` with the line for a file that is none, `not-found` for an unknown community.
 */
export async function importPabulib(
  house: House,
  { path, communitySlug, actor, method, progress = () => {} }: PabulibImport,
): Promise<{ communityId: string; decisionId: string; number: number; voters: number; before: number | null }> {
  const { db } = house.database;
  const { id: communityId } = await findCommunity(db, communitySlug);
  authorize(onDecision.open, actor, { communityId });
  const election = await readFile(path, progress);
  const paper = methodOfFile(election, method);
  const before = await numberOfFile(house, communityId, basename(path).slice(0, 200));
  const decisionId = await saveImport(house, {
    communityId,
    fileName: basename(path).slice(0, 200),
    notes: election.notes ?? [],
  });
  const parts = [...packBallots(election.ballots)].map((packed, part) => ({ ...packed, part }));
  const ofImport = { communityId, importId: decisionId };
  let made = { number: 0, voters: 0 };
  await inBatches({
    rows: parts,
    size: 1,
    write: async ([part]) => savePart(db, { ...ofImport, ...part }),
    progress: (done) => progress({ stage: 'writing', done, all: parts.length }),
    flip: async () => {
      progress({ stage: 'counting', done: 0, all: 1 });
      const counted = await countApart(paper, election);
      // The last word before it counts: whoever asked may have gone away meanwhile.
      progress({ stage: 'counting', done: 1, all: 1 });
      const number = await flipImport(house, { communityId, decisionId, actor, election, paper, counted });
      made = { number, voters: counted.counted };
    },
    undo: () => dropImport(db, ofImport),
  });
  progress({ stage: 'done', done: 1, all: 1 });
  return { communityId, decisionId, ...made, before };
}

/** The number of the newest decision that a file of this name became before; null when there is none. */
async function numberOfFile(house: House, communityId: string, fileName: string): Promise<number | null> {
  const row = await house.database.db
    .selectFrom('decisions.import as i')
    .innerJoin('decisions.decision as d', (join) =>
      join.onRef('d.communityId', '=', 'i.communityId').onRef('d.id', '=', 'i.id'),
    )
    .select('d.number')
    .where('i.communityId', '=', communityId)
    .where('i.fileName', '=', fileName)
    .where('i.finishedAt', 'is not', null)
    .orderBy('d.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? null;
}

async function readFile(path: string, progress: (progress: ImportProgress) => void): Promise<Election> {
  const name = basename(path);
  try {
    return await readElection(piecesOf(path, progress), name.endsWith('.pb') ? name : `${name}.pb`);
  } catch (error) {
    const place =
      error instanceof FileError
        ? { line: error.line, problem: error.problem }
        : isSystemError(error) && { line: 1, problem: error.code };
    if (!place) throw error;
    throw new Refusal('decisions.file-unreadable', { kind: 'invalid', facts: { file: name, ...place } });
  }
}

async function* piecesOf(path: string, progress: (progress: ImportProgress) => void): AsyncGenerator<Uint8Array> {
  const { size } = await stat(path);
  let done = 0;
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
    yield piece;
    done += piece.length;
    progress({ stage: 'reading', done, all: size });
    await giveWay();
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';

/** An import whose process ended in the middle is forgotten after an hour. */
const GIVEN_UP_AFTER_MS = 3_600_000;

/** Takes away what interrupted imports left behind; nobody ever saw it. */
export async function clearUnfinishedImports(house: House): Promise<void> {
  const { db } = house.database;
  const left = await db
    .selectFrom('decisions.import')
    .select(['communityId', 'id'])
    .where('finishedAt', 'is', null)
    .where('startedAt', '<', new Date(house.now().getTime() - GIVEN_UP_AFTER_MS))
    .execute();
  for (const { communityId, id } of left) await dropImport(db, { communityId, importId: id });
}
