import {
  callGathering,
  chooseTable,
  formGroup,
  nameModerator,
  openCycle,
  setTable,
  writeRecommendation,
} from '#rooms/gatherings/server/index.ts';
import type { Examples, Input } from './test-example.ts';
import { callOf } from './test-examples-gatherings.ts';
import { SLUG, type Town } from './test-town.ts';

const locale = 'sr-Latn';
const opened: Input = { slug: SLUG, theme: 'Voda i putevi naših sela', locale };

/** A forum of the town, opened by mira: table 1 is the free one, 0 the organisers'. */
export async function forumOf(town: Town): Promise<{ slug: string; number: number }> {
  const { number } = await town.as<{ number: number }>('mira', openCycle, opened);
  return { slug: SLUG, number };
}

async function recommended(town: Town, at: Input, title: string): Promise<string> {
  const written = { ...at, table: 1, title, locale };
  return (await town.as<{ id: string }>('mira', writeRecommendation, written)).id;
}

/** A working group of ruža, who sits at the free table. */
async function groupOf(town: Town): Promise<Input> {
  const at = await forumOf(town);
  await town.as('ruza', chooseTable, { ...at, table: 1 });
  const group = { ...at, table: 1, task: 'Mere izvor', locale, dueOn: '2026-12-01', personIds: [town.people.ruza] };
  const { id } = await town.as<{ id: string }>('mira', formGroup, group);
  return { ...at, groupId: id };
}

/** How to ask for each action of a forum cycle. */
export const cycleExamples: Examples = {
  'gatherings.open-cycle': () => ({ input: opened }),
  'gatherings.revise-cycle': async (town) => ({
    input: { ...(await forumOf(town)), theme: 'Samo voda', sessionsPlanned: 6 },
  }),
  'gatherings.add-session': async (town) => {
    const at = await forumOf(town);
    const session = { ...callOf(town), kind: 'forum-session' };
    const { number } = await town.as<{ number: number }>('mira', callGathering, session);
    return { input: { ...at, gathering: number } };
  },
  'gatherings.secure-money': async (town) => ({
    input: { ...(await forumOf(town)), organisationId: town.organisationId, amount: '1000', currency: 'RSD' },
  }),
  'gatherings.set-table': async (town) => ({ input: { ...(await forumOf(town)), name: 'Voda' } }),
  'gatherings.name-moderator': async (town) => ({
    input: { ...(await forumOf(town)), table: 1, personId: town.people.ruza },
  }),
  'gatherings.end-moderator': async (town) => {
    const at = { ...(await forumOf(town)), table: 1, personId: town.people.ruza };
    await town.as('mira', nameModerator, at);
    return { input: at };
  },
  'gatherings.set-rule': async (town) => ({
    input: { ...(await forumOf(town)), kind: 'share', attribute: 'gender', group: 'man', least: 40 },
  }),
  'gatherings.choose-table': async (town) => ({ input: { ...(await forumOf(town)), table: 1 } }),
  'gatherings.seat-at-table': async (town) => ({
    input: { ...(await forumOf(town)), table: 1, personId: town.people.ruza },
  }),
  'gatherings.leave-table': async (town) => ({ input: await forumOf(town) }),
  'gatherings.write-input': async (town) => ({
    input: { ...(await forumOf(town)), who: 'Stana', subject: 'Izvor', locale, givenOn: '2026-11-01' },
  }),
  'gatherings.write-idea': async (town) => ({
    input: { ...(await forumOf(town)), table: 1, text: 'Ograditi kaptažu', locale },
  }),
  'gatherings.write-recommendation': async (town) => ({
    input: { ...(await forumOf(town)), table: 1, title: 'Rezervoar', locale },
  }),
  'gatherings.note-recommendation': async (town) => {
    const at = await forumOf(town);
    return { input: { ...at, recommendationId: await recommended(town, at, 'Rezervoar'), state: 'done' } };
  },
  'gatherings.form-group': async (town) => {
    const at = await forumOf(town);
    await town.as('ruza', chooseTable, { ...at, table: 1 });
    const group = { table: 1, task: 'Mere izvor', locale, dueOn: '2026-12-01', personIds: [town.people.ruza] };
    return { input: { ...at, ...group } };
  },
  'gatherings.bring-report': async (town) => ({ input: { ...(await groupOf(town)), words: 'Dva litra.' } }),
  'gatherings.talk-at-table': async (town) => ({
    input: { ...(await forumOf(town)), table: 1, text: 'Ko ima kosu?', locale },
  }),
  'gatherings.call-choice': async (town) => {
    const at = await forumOf(town);
    const recommendationIds = [await recommended(town, at, 'Rezervoar'), await recommended(town, at, 'Staza')];
    await town.as('mira', setTable, { ...at, name: 'Voda' });
    const times = { opensAt: '2026-11-02T10:00:00Z', closesAt: '2026-11-09T10:00:00Z' };
    return { input: { ...at, question: 'Šta prvo?', locale, recommendationIds, method: 'approval', ...times } };
  },
};
