import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  askRecall,
  editCommunity,
  enterHelpLine,
  invitePerson,
  joinCommunity,
  proposeRole,
} from '#rooms/communities/server/index.ts';
import { castBallot, draftDecision, objectToRoll, withdrawDecision } from '#rooms/decisions/server/index.ts';
import { importPolis, replyInThread, startThread } from '#rooms/forum/server/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { foldThing, reportThing } from '#rooms/moderation/server/index.ts';
import {
  answerAgain,
  needsRoom,
  offerAsset,
  raiseNeed,
  supportNeed,
  talkAboutNeed,
  tellPrivately,
} from '#rooms/needs/server/index.ts';
import { addAddress } from '#rooms/people/server/index.ts';
import { plantWords } from './test-examples-commitments.ts';
import { COMMUNITY_FORM } from './test-examples-communities.ts';
import { counted, opened } from './test-examples-decisions.ts';
import { folded, foldedBeside, foldedNeed } from './test-examples-moderation.ts';
import { need } from './test-examples-needs.ts';
import { SLUG, type Town } from './test-town.ts';

const slug = SLUG;
const locale = 'sr-Latn';

/** Where what was made in the town is found. */
export interface Planted {
  readonly needNumber: number;
  readonly needId: string;
  readonly waitingNumber: number;
  readonly needFoldId: string;
  readonly offerNumber: number;
  readonly threadNumber: number;
  readonly postId: string;
  readonly foldId: string;
  readonly draftNumber: number;
  readonly openNumber: number;
  readonly countedNumber: number;
  readonly namedNumber: number;
  readonly invitationToken: string;
  readonly heldListId: string;
  readonly heldNeedsId: string;
  readonly conversationNumber: number;
  readonly commitmentNumber: number;
}

/**
 * Fills the town so that every room holds something that only some may read. Words say who: `skrivena` those who sit here
 * (ruža, who signs only inside, bears it as her name), `tajna` the desk, `zakletva` nobody but whose it is.
 */
export async function plantSecrets(town: Town): Promise<Omit<Planted, 'heldListId' | 'heldNeedsId'>> {
  await peopleAndSeats(town);
  const { path } = await town.as<{ path: string }>('mira', invitePerson, { slug, name: 'Vera Skrivena' });
  return {
    invitationToken: path.split('/').at(-1) ?? '',
    ...(await talk(town)),
    ...(await needs(town)),
    ...(await decisions(town)),
    ...(await plantWords(town)),
  };
}

async function peopleAndSeats(town: Town): Promise<void> {
  await town.work((context) => addAddress(context, { personId: town.people.owner, address: 'zakletva@example.org' }));
  const told = { kind: 'forum.replied', facts: { title: 'Zakletva' }, href: '/zakletva', about: 'zakletva' };
  await town.work((context) => notify(context, [town.people.owner], { ...told, communityId: town.communityId }));
  await town.as('mira', enterHelpLine, { slug, name: 'Sigurna kuća', contact: '0800' });
  await town.as('mira', editCommunity, { slug, ...COMMUNITY_FORM, joining: 'approval' });
  const asks = { slug, belonging: 'lives-here', words: 'Skrivena molba', oldEnough: 'yes' };
  await town.as('newcomer', joinCommunity, asks);
  await town.as('mira', proposeRole, {
    slug,
    personId: town.people.luka,
    role: 'teller',
    change: 'grant',
    why: 'Skrivena',
  });
  await town.as('luka', askRecall, { slug, personId: town.people.petar, why: 'Skrivena svađa' });
}

async function talk(town: Town) {
  const { foldId } = await folded(town);
  const { number } = await town.as<{ number: number }>('ruza', startThread, {
    slug,
    title: 'Put',
    text: 'Blato je.',
    locale,
  });
  const first = await town.db
    .selectFrom('forum.post')
    .select('id')
    .where('authorId', '=', town.people.ruza)
    .executeTakeFirstOrThrow();
  const post = { slug, number };
  await town.as('luka', replyInThread, { ...post, text: 'Tajna kletva', locale, repliesTo: first.id });
  const curse = await town.db
    .selectFrom('forum.post')
    .select('id')
    .where('authorId', '=', town.people.luka)
    .executeTakeFirstOrThrow();
  await town.as('owner', replyInThread, { ...post, text: 'Dosta.', locale, repliesTo: curse.id });
  await town.as('owner', reportThing, {
    slug,
    about: 'post',
    aboutId: first.id,
    reason: 'other',
    words: 'Tajna prijava',
  });
  await town.as('mira', foldThing, { slug, about: 'post', aboutId: curse.id, reason: 'insult' });
  const actor = await town.actor('mira');
  const brought = await importPolis(town.house, { slug, folder: conversationFolder(), actor });
  return { foldId, threadNumber: number, postId: curse.id, conversationNumber: brought.number };
}

/** A folder with a conversation of one statement, as Polis gives it away. */
export function conversationFolder(): string {
  const folder = mkdtempSync(join(process.env.SOFRA_TEST_FOLDER ?? tmpdir(), 'sofra-matrix-'));
  writeFileSync(join(folder, 'summary.csv'), 'topic,Voda\nurl,https://example.org/x\n');
  writeFileSync(
    join(folder, 'comments.csv'),
    'timestamp,comment-id,moderated,comment-body\n1,0,1,Prvo voda\n2,1,1,Prvo put\n',
  );
  writeFileSync(
    join(folder, 'votes.csv'),
    'timestamp,datetime,comment-id,voter-id,vote\n1,x,0,0,1\n2,x,1,0,-1\n3,x,0,1,1\n',
  );
  return folder;
}

async function needs(town: Town) {
  const asked = { slug, title: 'Voda na groblju', locale };
  const { number: needNumber } = await town.as<{ number: number }>('ruza', raiseNeed, asked);
  await town.as('ruza', talkAboutNeed, { slug, number: needNumber, text: 'Suvo je.', locale });
  await town.as('ruza', supportNeed, { slug, number: needNumber, words: 'I meni', locale });
  const { number: waitingNumber } = await need(town, { title: 'Tajna potreba', channel: 'paper' });
  const brought = { slug, kind: 'skills', title: 'Kopam', locale, need: needNumber };
  const { number: offerNumber } = await town.as<{ number: number }>('ruza', offerAsset, brought);
  await town.as('owner', tellPrivately, { slug, words: 'Zakletva', locale });
  town.house.setNow('2027-08-01T10:00:00Z');
  for (const tick of needsRoom.ticks) await tick.run(town.house);
  await town.as('ruza', answerAgain, { slug, number: needNumber, answer: 'still-needed', words: 'Još je suvo' });
  town.house.setNow('2026-11-01T10:00:00Z');
  const { foldId: needFoldId } = await foldedNeed(town, { title: 'Tajna svađa' });
  await foldedBeside(town, needNumber);
  return { needNumber, waitingNumber, offerNumber, needFoldId };
}

const numberOf = async (town: Town, { decisionId }: { decisionId: string }): Promise<number> =>
  (
    await town.db
      .selectFrom('decisions.decision')
      .select('number')
      .where('id', '=', decisionId)
      .executeTakeFirstOrThrow()
  ).number;

async function decisions(town: Town) {
  const named = await counted(town, { secrecy: 'named', question: 'Ko vodi zadrugu?' });
  town.house.setNow('2026-11-01T10:00:00Z');
  const done = await counted(town);
  town.house.setNow('2026-11-01T10:00:00Z');
  const paper = {
    communityId: town.communityId,
    question: 'Skrivena odluka?',
    locale,
    secrecy: 'secret',
    method: 'majority',
  };
  const times = { opensAt: '2026-12-01T09:00:00Z', closesAt: '2026-12-08T17:00:00Z' };
  const drafted = await town.as<{ decisionId: string }>('dana', draftDecision, { ...paper, ...times });
  const { id: needId } = await town.db
    .selectFrom('needs.need')
    .select('id')
    .where('raisedBy', '=', town.people.ruza)
    .executeTakeFirstOrThrow();
  const about = { ...paper, ...times, question: 'Skrivena zamisao?', needIds: [needId] };
  const takenBack = await town.as<{ decisionId: string }>('dana', draftDecision, about);
  await town.as('dana', withdrawDecision, {
    communityId: town.communityId,
    decisionId: takenBack.decisionId,
    why: 'Skrivena',
  });
  const open = await opened(town, { method: 'consent', options: [{ name: 'Zajedno' }] });
  await town.as('ruza', castBallot, { ...open, marks: [{ option: 1, value: 0 }], reason: 'Zakletva' });
  await town.as('luka', objectToRoll, { ...open, words: 'Skrivena zamerka' });
  return {
    needId,
    draftNumber: await numberOf(town, drafted),
    openNumber: await numberOf(town, open),
    countedNumber: await numberOf(town, done),
    namedNumber: await numberOf(town, named),
  };
}
