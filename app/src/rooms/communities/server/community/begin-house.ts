import { sql } from 'kysely';
import { z } from 'zod';
import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { addAddress, createPerson, makeCard } from '#rooms/people/server/index.ts';
import { plainCharter } from '../../charter.ts';
import { onHouse } from '../../permissions.ts';
import { FoundWithRules } from '../../words.ts';
import { beginCommunity } from './found-community.ts';

/** What the first-run page asks (harm.md 10). */
const BeginHouse = FoundWithRules.extend({
  yourName: z.string('communities.invalid.name').trim().min(1, 'communities.invalid.name').max(80),
  address: z.string().trim().max(254).default(''),
  keptMonths: z.coerce.number().int().min(1).max(600),
  ageToJoin: z.coerce.number().int().min(0).max(18),
  host: z.string().trim().max(200).default(''),
});

/** Any number that no other lock of the house has. */
const LOCK = 7_364_252;

/** True while a real house has nobody in it: then, and only then, the first-run page opens. */
export async function houseIsNew(context: Context): Promise<boolean> {
  if (context.settings.demo) return false;
  const somebody = await context.db.selectFrom('people.person').select('id').limit(1).executeTakeFirst();
  return somebody === undefined;
}

/**
 * Makes the first steward and the first community of an empty house. Returns the card that lets the steward in, shown this once.
 * Throws a Refusal as soon as there is anybody in the house.
 */
export const beginHouse = describeAction(
  { name: 'communities.begin-house', input: BeginHouse, permission: onHouse.begin, repeat: 'safe' },
  async (context, input): Promise<{ slug: string; code: string; link: string }> => {
    authorize(onHouse.begin, context.actor, undefined);
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(context.db);
    if (!(await houseIsNew(context))) throw new Refusal('communities.house-begun', { kind: 'forbidden' });
    const { yourName, address, answersForData, law, keptMonths, ageToJoin, host, ...community } = input;
    const { country, locale } = community;
    const founderId = await createPerson(context, { name: yourName, locale });
    if (address) await addAddress(context, { personId: founderId, address });
    const rules = { ...plainCharter({ country, locale, answersForData, law, host }), keptMonths, ageToJoin };
    await beginCommunity(context, { community, founderId, charter: rules });
    const { code, link } = await makeCard(context, { personId: founderId });
    return { slug: community.slug, code, link };
  },
);
