import type { House } from '#platform/house.ts';
import { demoTown, findCommunity } from '#rooms/communities/server/index.ts';
import type { DemoPersonKey } from '#rooms/people/server/index.ts';
import { castBallot } from './server/box/cast-ballot.ts';
import { noteOutreach } from './server/inclusion/note-outreach.ts';
import { draftDecision } from './server/paper/draft-decision.ts';
import { openDecision } from './server/paper/open-decision.ts';
import { decisionTicks } from './server/ticks.ts';

const DAY = 86_400_000;
const SLUG = 'gornja-lipa';
const OPENS = 32;
const FIRST_END = 28;
const SECOND_END = 21;

const paper = {
  question: 'Кога дана чистимо каптажу?',
  paper:
    'In English: *On which day do we clean the spring?*\n\nРадимо док не завршимо, а ко не може да ради може да кува. Алат доноси Драган.',
  locale: 'sr-Cyrl',
  secrecy: 'secret',
  method: 'approval',
  restsOn: 'community-word',
  tableAttribute: 'gender',
  options: [{ name: 'Субота пре подне' }, { name: 'Недеља после ручка' }, { name: 'Среда предвече' }],
};

const first: readonly (readonly [DemoPersonKey, readonly number[]])[] = [
  ['dragan', [1]],
  ['slobodan', [1]],
  ['zoran', [1, 3]],
  ['nikola', [3]],
  ['milena', [2]],
];
const afterInvitation: readonly (readonly [DemoPersonKey, readonly number[]])[] = [
  ['radmila', [2]],
  ['sanja', [2]],
  ['jelena', [2, 3]],
];

/**
 * A decision of the demo where women were missing at the end: the vote went on once, the whole group was invited, and then the
 * whole table was there.
 */
export async function seedMissingVoice(house: House): Promise<void> {
  const town = await demoTown(house);
  const { id: communityId } = await findCommunity(house.database.db, SLUG);
  const at = (daysAgo: number) => {
    const evening = new Date(house.now().getTime() - daysAgo * DAY);
    evening.setUTCHours(17, 0, 0, 0);
    return evening;
  };
  const tickAt = async (moment: Date) => {
    for (const tick of decisionTicks) await tick.run({ ...house, now: () => moment });
  };
  const input = { ...paper, communityId, opensAt: at(OPENS).toISOString(), closesAt: at(FIRST_END).toISOString() };
  const { decisionId } = await town.act<{ decisionId: string }>('vera', OPENS + 2, { action: draftDecision, input });
  const one = { communityId, decisionId };
  const marksOf = (options: readonly number[]) => options.map((option) => ({ option, value: 1 }));
  await town.act('vera', OPENS + 1, { action: openDecision, input: one });
  await tickAt(at(OPENS));
  for (const [index, [key, options]] of first.entries())
    await town.act(key, OPENS - 1.5 - index * 0.3, { action: castBallot, input: { ...one, marks: marksOf(options) } });
  await tickAt(at(FIRST_END));
  const words = 'Питали смо код продавнице и на доручку после службе, и оставили цедуљу на вратима дома културе.';
  const invited = { ...one, attribute: 'gender', group: 'woman', words };
  await town.act('vera', FIRST_END - 2, { action: noteOutreach, input: invited });
  for (const [index, [key, options]] of afterInvitation.entries())
    await town.act(key, FIRST_END - 3 - index, { action: castBallot, input: { ...one, marks: marksOf(options) } });
  await tickAt(at(SECOND_END));
}
