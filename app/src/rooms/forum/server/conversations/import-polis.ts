import { type OpinionVotes, opinionGroups } from '@sofra/counting';
import type { Actor } from '#platform/actor.ts';
import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { House } from '#platform/house.ts';
import { authorize } from '#platform/permissions.ts';
import { runParsed } from '#platform/run-action.ts';
import { writeSearchEntry } from '#platform/search.ts';
import { findCommunity, nextNumber } from '#rooms/communities/server/index.ts';
import { onForum } from '../../permissions.ts';
import { forumSubject } from '../find-thread.ts';
import { pictureOf } from './picture.ts';
import { type PolisFolder, readPolis } from './read-polis.ts';
import {
  type ImportedVoter,
  removeUnfinished,
  saveConversation,
  saveImportedVoters,
  saveShown,
  saveStatements,
} from './store.ts';

const BATCH = 1000;

/** What is asked: which folder, into which community, by whom. */
export interface ImportPolis {
  readonly slug: string;
  readonly folder: string;
  readonly actor: Actor;
  progress?(done: number, total: number): void;
}

/**
 * Brings in a conversation with its real statements and marks, marked imported everywhere: its voters are numbers, no
 * accounts. Written in batches and shown by one flip at the end; what fails on the way leaves nothing. Memory: the folder's
 * text plus about 30 bytes a mark.
 */
export async function importPolis(house: House, asked: ImportPolis): Promise<{ number: number; href: string }> {
  const read = await readPolis(asked.folder);
  const step = <Result>(name: string, run: (context: Context) => Promise<Result>) =>
    runParsed(
      house,
      { actor: asked.actor, language: house.languages.source },
      { name: `forum.import-polis.${name}`, run },
    );
  const key = await step('begin', (context) => begin(context, asked, read));
  try {
    const voters = votersOf(read, key);
    for (let at = 0; at < voters.length; at += BATCH) {
      await step('voters', (context) => saveImportedVoters(context, voters.slice(at, at + BATCH)));
      asked.progress?.(Math.min(at + BATCH, voters.length), voters.length);
      await new Promise(setImmediate);
    }
    const picture = pictureOf(opinionGroups(withoutOut(read)), positions(read));
    asked.progress?.(voters.length, voters.length);
    await step('show', async (context) => {
      await saveShown(context, key, { voters: voters.length, marks: read.votes.mark.length, picture });
      const { communityId, id, number } = key;
      await writeSearchEntry(context, {
        communityId,
        kind: 'conversation',
        id,
        number,
        path: `forum/conversations/${number}`,
        audience: 'public',
        title: read.title,
        text: '',
      });
      context.announce({ kind: 'forum.conversation-imported', communityId, conversationId: id });
    });
  } catch (error) {
    await step('undo', (context) => removeUnfinished(context, key));
    throw error;
  }
  return { number: key.number, href: `/c/${asked.slug}/forum/conversations/${key.number}` };
}

async function begin(context: Context, asked: ImportPolis, read: PolisFolder) {
  const community = await findCommunity(context.db, asked.slug);
  authorize(onForum.bring, context.actor, await forumSubject(context, community.id));
  const key = { communityId: community.id, id: context.newId(), number: await nextNumber(context, community.id) };
  await saveConversation(context, {
    ...key,
    title: read.title,
    // Nobody said which language it is in.
    locale: 'und',
    startedAt: read.startedAt,
    importedFrom: read.from,
    importedBy: personOf(context.actor) ?? null,
  });
  const tallies = tallyByStatement(read.votes);
  await saveStatements(
    context,
    read.statements.map(({ id, text, out }, position) => {
      const [disagreed, passed, agreed] = tallies.get(id) ?? [0, 0, 0];
      return {
        communityId: key.communityId,
        conversationId: key.id,
        position,
        text,
        locale: 'und',
        agreed,
        disagreed,
        passed,
        out,
      };
    }),
  );
  return key;
}

function tallyByStatement(votes: OpinionVotes): Map<string, [number, number, number]> {
  const tallies = new Map<string, [number, number, number]>();
  for (let at = 0; at < votes.mark.length; at += 1) {
    const id = votes.statements[votes.statement[at]];
    const tally = tallies.get(id) ?? [0, 0, 0];
    tally[votes.mark[at] + 1] += 1;
    tallies.set(id, tally);
  }
  return tallies;
}

function votersOf(read: PolisFolder, key: { communityId: string; id: string }): ImportedVoter[] {
  const position = positions(read);
  const rows = read.votes.participants.map((_, voter) => ({
    communityId: key.communityId,
    conversationId: key.id,
    voter,
    positions: [] as number[],
    marks: [] as number[],
  }));
  for (let at = 0; at < read.votes.mark.length; at += 1) {
    const where = position.get(read.votes.statements[read.votes.statement[at]]);
    if (where === undefined) continue;
    rows[read.votes.participant[at]].positions.push(where);
    rows[read.votes.participant[at]].marks.push(read.votes.mark[at]);
  }
  return rows;
}

const positions = (read: PolisFolder) => new Map(read.statements.map(({ id }, at) => [id, at]));

/** Statements that were taken out where the conversation was held do not sort people. */
function withoutOut(read: PolisFolder): OpinionVotes {
  const shown = new Set(read.statements.filter(({ out }) => !out).map(({ id }) => id));
  const kept: number[] = [];
  for (let at = 0; at < read.votes.mark.length; at += 1)
    if (shown.has(read.votes.statements[read.votes.statement[at]])) kept.push(at);
  return {
    ...read.votes,
    participant: kept.map((at) => read.votes.participant[at]),
    statement: kept.map((at) => read.votes.statement[at]),
    mark: kept.map((at) => read.votes.mark[at]),
  };
}
