import { createReadStream } from 'node:fs';
import { feedChunks } from '../src/formats/lines.ts';
import { opinionReader } from '../src/formats/opinions.ts';
import { opinionGroups } from '../src/groups.ts';
import { realData } from '../src/real/folder.ts';
import type { Case } from './cases.ts';

const folder = realData('opinions');

const published = (name: string): Case => ({
  method: 'opinion groups',
  on: name,
  against: name.startsWith('vtaiwan') ? '380 to 550' : undefined,
  async prepare() {
    const file = `${folder}/${name}/participants-votes.csv`;
    const votes = await feedChunks(createReadStream(file), file, opinionReader(file));
    return { ballots: votes.participants.length, count: () => opinionGroups(votes) };
  },
});

/** Opinion groups on published conversations; a ballot is a person. */
export const groupCases: readonly Case[] = folder
  ? ['vtaiwan.uberx', 'scoop-hivemind.biodiversity', 'brexit-consensus'].map(published)
  : [];
