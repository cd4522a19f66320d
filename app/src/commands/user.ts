import { system } from '#platform/actor.ts';
import type { House } from '#platform/house.ts';
import { runParsed } from '#platform/run-action.ts';
import { allCommunities, peopleWithRole } from '#rooms/communities/server/index.ts';
import { makeCard, personNames } from '#rooms/people/server/index.ts';
import { type Command, type Terminal, type Typed, TypedWrong } from './command.ts';

/** `sofra user [list]`: who answers for which community · `sofra user card PERSON`: a new card for somebody who lost the way in. */
export const user: Command = {
  name: 'user',
  options: {},
  async run(house, typed, terminal) {
    const [verb = 'list', personId] = typed.words;
    if (verb === 'list') return list(house, typed, terminal);
    if (verb === 'card' && personId) return card(house, { typed, terminal, personId });
    throw new TypedWrong(terminal.language.say('commands.user.verbs'));
  },
};

async function list(house: House, typed: Typed, terminal: Terminal): Promise<number> {
  const { db } = house.database;
  const rows: { community: string; person: string; name: string }[] = [];
  for (const community of await allCommunities(db)) {
    const ids = await peopleWithRole(db, community.id, 'steward', 'facilitator');
    const names = await personNames(db, ids);
    for (const person of ids) rows.push({ community: community.slug, person, name: names.get(person)?.name ?? '' });
  }
  if (typed.options.json) terminal.out(JSON.stringify(rows));
  else for (const row of rows) terminal.out(`${row.community.padEnd(24)} ${row.person}  ${row.name}`);
  return 0;
}

async function card(
  house: House,
  { typed, terminal, personId }: { typed: Typed; terminal: Terminal; personId: string },
): Promise<number> {
  const known = /^[0-9a-f-]{36}$/.test(personId) && (await personNames(house.database.db, [personId])).has(personId);
  if (!known) throw new TypedWrong(terminal.language.say('commands.user.nobody', { person: personId }));
  const made = await runParsed(
    house,
    { actor: system('sofra user'), language: terminal.language },
    { name: 'sofra.user-card', run: (context) => makeCard(context, { personId }) },
  );
  if (typed.options.json) terminal.out(JSON.stringify(made));
  else
    terminal.out(
      terminal.language.say('commands.user.card', { code: made.code, address: `${house.settings.origin}/card` }),
    );
  return 0;
}
