import { z } from 'zod';
import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import type { House } from '#platform/house.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { type Asking, parseInput, runAction, runParsed } from '#platform/run-action.ts';
import { createPerson, type MadeCard, makeCard } from '#rooms/people/server/index.ts';
import { atDesk } from '../../permissions.ts';
import { BELONGINGS, InCommunity } from '../../words.ts';
import { findCommunity } from '../community/find-community.ts';
import { signedIn } from '../signed-in.ts';
import { seatOf } from './members-of.ts';
import { saveCardGiven, saveMembership } from './store.ts';

/** Cards on one printing. */
const MOST_CARDS = 30;

const SeatPeople = InCommunity.extend({
  names: z
    .string('communities.invalid.name')
    .transform((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .pipe(z.array(z.string().max(80)).min(1, 'communities.invalid.name').max(MOST_CARDS)),
  belonging: z.enum(BELONGINGS, 'communities.invalid.belonging'),
});

/** Seats people who have neither phone nor email: an account each, confirmed by the card that is given by hand. */
export const seatPeople = describeAction(
  { name: 'communities.seat-people', input: SeatPeople, permission: atDesk.giveCard, repeat: 'once' },
  async (context, { slug, names, belonging }): Promise<{ people: { personId: string; name: string }[] }> => {
    const { id, locale } = await findCommunity(context.db, slug);
    authorize(atDesk.giveCard, context.actor, { id });
    const givenBy = signedIn(context);
    const people: { personId: string; name: string }[] = [];
    for (const name of names) {
      const personId = await createPerson(context, { name, locale });
      await saveMembership(context, { communityId: id, personId, how: 'card', belonging, admittedBy: givenBy });
      await saveCardGiven(context, id, { personId, givenBy });
      context.announce({ kind: 'communities.member-joined', communityId: id, personId });
      people.push({ personId, name });
    }
    return { people };
  },
);

/**
 * Seats people and makes the card of each, every card in a transaction of its own. The codes are in no answer that is kept:
 * a second arrival of the same form seats nobody again and gives new codes, only to who still sits at the desk.
 */
export async function printCards(
  house: House,
  asking: Asking,
  input: unknown,
): Promise<(MadeCard & { readonly name: string })[]> {
  const { people } = await runAction(house, asking, { action: seatPeople, input });
  const { slug } = parseInput(SeatPeople, input);
  const cards: (MadeCard & { readonly name: string })[] = [];
  for (const { personId, name } of people) {
    const card = await runParsed(
      house,
      { ...asking, key: undefined },
      { name: 'communities.print-card', run: (context) => makeCardAtDesk(context, { slug, personId }) },
    );
    cards.push({ ...card, name });
  }
  return cards;
}

async function makeCardAtDesk(context: Context, { slug, personId }: { slug: string; personId: string }) {
  const { id } = await findCommunity(context.db, slug);
  authorize(atDesk.giveCard, context.actor, { id });
  if (!(await seatOf(context.db, id, personId))) throw notFound();
  return makeCard(context, { personId });
}
