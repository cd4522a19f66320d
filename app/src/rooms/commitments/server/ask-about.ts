import { system } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { House } from '#platform/house.ts';
import type { Tick } from '#platform/room.ts';
import { runParsed } from '#platform/run-action.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { giversOf, receiversOf } from './concerned.ts';
import { commitmentAt, type Found } from './find-commitment.ts';
import { type DueAsking, dueAskings } from './queries.ts';
import { claimAsking } from './store.ts';
import { announceOf, tellOf } from './tell.ts';

const NAME = 'commitments.ask-about';
/** So many people are told in one statement. */
const AT_ONCE = 1000;

/** Asks what became of every word whose day of asking has come, each asking once. */
export const askAbout: Tick = {
  name: NAME,
  async run(house: House) {
    const asking = { actor: system(NAME), language: house.languages.source };
    for (const due of await dueAskings(house))
      await runParsed(house, asking, { name: NAME, run: (context) => ask(context, due) });
  },
};

async function ask(context: Context, due: DueAsking): Promise<void> {
  const found = await commitmentAt(context, due);
  const { commitment } = found;
  if (!(await claimAsking(context, commitment, due.months))) return;
  await tellOf(context, found, {
    kind: 'commitments.asked-giver',
    to: await giversOf(context, commitment),
    part: '#own',
  });
  await askReceivers(context, found);
  announceOf(context, commitment, { kind: 'commitments.commitment-asked', months: due.months });
}

/** An organisation is asked about each word; a whole community is told once that words wait for its answer. */
async function askReceivers(context: Context, found: Found): Promise<void> {
  const { community, commitment } = found;
  const people = await receiversOf(context, commitment);
  if (commitment.toOrganisationId)
    return tellOf(context, found, { kind: 'commitments.asked', to: people, part: '#answer' });
  for (let at = 0; at < people.length; at += AT_ONCE)
    await notify(context, people.slice(at, at + AT_ONCE), {
      communityId: community.id,
      kind: 'commitments.words-wait',
      facts: { where: community.name },
      href: `/c/${community.slug}/commitments?view=waits`,
      about: `${community.id}:words-wait`,
    });
}
