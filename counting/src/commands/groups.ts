import { commentsReader } from '../formats/comments.ts';
import { FileError } from '../formats/file-error.ts';
import { feedChunks } from '../formats/lines.ts';
import { opinionReader } from '../formats/opinions.ts';
import { openFile } from '../formats/read-election.ts';
import { sayCountingError } from '../formats/say-counting-error.ts';
import { type GroupingOptions, type OpinionGroups, type OpinionVotes, opinionGroups } from '../groups.ts';
import { CountingError } from '../outcome.ts';
import type { Arguments } from './arguments.ts';
import { watching } from './progress.ts';
import { UsageError } from './usage-error.ts';

/** `tally groups VOTES.csv`: who thinks alike, and whether it is credible that there are groups at all. */
export async function groupsCommand({ operands, values, options, json }: Arguments): Promise<string> {
  const [file, ...others] = operands;
  if (file === undefined || others.length > 0) throw new UsageError('tally groups needs one VOTES.csv');
  const grouping = groupingOptions(options);
  return watching(file, async ({ chunks, say }) => {
    const all = await feedChunks(chunks, file, opinionReader(file));
    const list = values.comments
      ? await feedChunks(await openFile(values.comments), values.comments, commentsReader(values.comments))
      : { out: [], meta: [] };
    say('looking for groups');
    try {
      const found = opinionGroups(without(all, new Set(list.out)), { ...grouping, meta: list.meta });
      return json ? `${JSON.stringify(found)}\n` : showGroups(found);
    } catch (error) {
      if (!(error instanceof CountingError)) throw error;
      if (error.reason === 'groups-out-of-range') throw new UsageError(sayCountingError(error));
      throw new FileError(file, 1, sayCountingError(error));
    }
  });
}

function groupingOptions(options: Readonly<Record<string, string>>): GroupingOptions {
  const known = ['k', 'most', 'seed'];
  const entries = Object.entries(options).map(([key, text]): [string, number] => {
    if (!known.includes(key)) throw new UsageError(`groups has no option ${key}; it has ${known.join(' ')}`);
    if (!/^\d{1,9}$/.test(text)) throw new UsageError(`the option ${key}=${text} is not a whole number`);
    return [key, Number(text)];
  });
  return Object.fromEntries(entries);
}

/** The same votes without the statements that moderation took out. */
function without(votes: OpinionVotes, out: ReadonlySet<string>): OpinionVotes {
  if (out.size === 0) return votes;
  const place = new Map<number, number>();
  const statements = votes.statements.filter((id, i) => {
    if (out.has(id)) return false;
    place.set(i, place.size);
    return true;
  });
  const kept = Array.from({ length: votes.mark.length }, (_, i) => i).filter((i) => place.has(votes.statement[i]));
  return {
    participants: votes.participants,
    statements,
    participant: kept.map((i) => votes.participant[i]),
    statement: kept.map((i) => place.get(votes.statement[i]) ?? 0),
    mark: kept.map((i) => votes.mark[i]),
  };
}

function showGroups({ k, groups, credible, stability, unplaced }: OpinionGroups): string {
  const rows = groups.map((people, i) => `Group ${i + 1}   ${people.length} people`);
  const head = credible ? `${k} groups` : 'No grouping is credible';
  return `${[`${head} (stability ${stability})`, ...rows, `Unplaced  ${unplaced.length} people`].join('\n')}\n`;
}
