import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpinionVotes } from '@sofra/counting';
import { FileError, parseOpinions, splitLines } from '@sofra/counting/formats';
import papa from 'papaparse';
import { Refusal } from '#platform/refusal.ts';

/** A conversation as the open data of Polis publishes it, one folder a conversation. */
export interface PolisFolder {
  readonly title: string;
  readonly from: string;
  readonly startedAt: Date;
  readonly statements: readonly { readonly id: string; readonly text: string; readonly out: boolean }[];
  readonly votes: OpinionVotes;
}

/**
 * Reads `summary.csv`, `comments.csv` and `votes.csv`. Statements nobody wrote down (a mark on an unknown id) are left out
 * with their marks. Throws a Refusal that names the missing file, or the file and line that cannot be read.
 */
export async function readPolis(folder: string): Promise<PolisFolder> {
  const summary = new Map(rowsOf(folder, 'summary.csv').map(([key, value]) => [key, value]));
  const [header = [], ...rows] = rowsOf(folder, 'comments.csv');
  const column = (name: string) => header.findIndex((cell) => cell.trim().toLowerCase() === name);
  const [id, body, moderated, time] = ['comment-id', 'comment-body', 'moderated', 'timestamp'].map(column);
  if (id < 0 || body < 0) throw new Refusal('forum.polis-line', { kind: 'invalid', facts: { what: 'comments.csv:1' } });
  const statements = rows
    .filter((row) => row[id] && row[body]?.trim())
    .map((row) => ({ id: row[id].trim(), text: row[body].trim().slice(0, 4000), out: row[moderated]?.trim() === '-1' }))
    .sort((a, b) => Number(a.id) - Number(b.id));
  const votes = await readVotes(folder);
  if (statements.length === 0 || votes.mark.length === 0) throw new Refusal('forum.polis-empty', { kind: 'invalid' });
  const times = rows.map((row) => Number(row[time])).filter((at) => at > 0);
  return {
    title: (summary.get('topic') ?? folder.split('/').at(-1) ?? '').slice(0, 300),
    from: (summary.get('url') ?? folder.split('/').at(-1) ?? '').slice(0, 300),
    startedAt: new Date(times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : 0),
    statements,
    votes,
  };
}

async function readVotes(folder: string): Promise<OpinionVotes> {
  const path = insistFile(folder, 'votes.csv');
  try {
    return await parseOpinions(splitLines(createReadStream(path), 'votes.csv'), 'votes.csv');
  } catch (error) {
    if (error instanceof FileError)
      throw new Refusal('forum.polis-line', { kind: 'invalid', facts: { what: error.message } });
    throw error;
  }
}

function rowsOf(folder: string, file: string): string[][] {
  return papa.parse<string[]>(readFileSync(insistFile(folder, file), 'utf8').replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
  }).data;
}

function insistFile(folder: string, file: string): string {
  const path = join(folder, file);
  if (!existsSync(path)) throw new Refusal('forum.polis-folder', { kind: 'invalid', facts: { file } });
  return path;
}
