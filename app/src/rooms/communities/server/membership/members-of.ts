import { statement } from '#platform/database/statement.ts';
import type { Db } from '#platform/database/tables.ts';
import type { Belonging, Confirmation, Member } from '../../words.ts';

/** Two members who vouch make a confirmed seat. */
const VOUCHES_NEEDED = 2;

/**
 * Members of a community in the order of their ids, each with what ties them to the place and how their seat is confirmed.
 * `at`: as it was at that moment (its confirmations are those of before then). `after` and `most` page by person id; without `most` all come.
 */
export async function membersOf(
  db: Db,
  communityId: string,
  { at, after, most }: { readonly at?: Date; readonly after?: string; readonly most?: number } = {},
): Promise<Member[]> {
  let query = db
    .selectFrom('communities.membership')
    .select(['personId', 'joinedAt', 'how', 'belonging', 'leftAt'])
    .where('communityId', '=', communityId)
    .orderBy('personId');
  if (at)
    query = query.where('joinedAt', '<=', at).where((eb) => eb.or([eb('leftAt', 'is', null), eb('leftAt', '>', at)]));
  else query = query.where('leftAt', 'is', null);
  if (after) query = query.where('personId', '>', after);
  if (most) query = query.limit(most);
  const rows = await query.execute();
  const confirmed = await confirmationsOf(db, communityId, {
    at,
    personIds: most ? rows.map((row) => row.personId) : [],
  });
  return rows.map(({ personId, joinedAt, how, belonging }) => ({
    personId,
    joinedAt,
    how,
    belonging: belonging as Belonging,
    confirmed: how === 'founded' ? 'founder' : confirmed.get(personId),
  }));
}

/** One person's seat, or undefined. */
export async function seatOf(db: Db, communityId: string, personId: string): Promise<Member | undefined> {
  const [row] = await seats(db, { communityId, personId });
  if (!row) return undefined;
  const { carded, vouches, belonging, ...seat } = row;
  const vouched = Number(vouches) >= VOUCHES_NEEDED ? 'vouched' : undefined;
  const confirmed = seat.how === 'founded' ? 'founder' : carded ? 'card' : vouched;
  return { ...seat, belonging: belonging as Belonging, confirmed };
}

const cardsIn = (db: Db, communityId: string) =>
  db.selectFrom('communities.cardGiven').select('personId').where('communityId', '=', communityId);

/** Vouches of those who are still members. */
const vouchesIn = (db: Db, communityId: string) =>
  db
    .selectFrom('communities.vouch as v')
    .innerJoin('communities.membership as m', (join) =>
      join
        .onRef('m.communityId', '=', 'v.communityId')
        .onRef('m.personId', '=', 'v.vouchedBy')
        .on('m.leftAt', 'is', null),
    )
    .where('v.communityId', '=', communityId);

/** How each seat is confirmed: a card given by hand, else two who vouched and are still members. */
async function confirmationsOf(
  db: Db,
  communityId: string,
  { at, personIds }: { readonly at?: Date; readonly personIds: readonly string[] },
): Promise<Map<string, Confirmation>> {
  let cards = cardsIn(db, communityId);
  if (at) cards = cards.where('givenAt', '<=', at);
  let vouches = vouchesIn(db, communityId)
    .select((eb) => ['v.personId', eb.fn.countAll<number>().as('count')])
    .groupBy('v.personId');
  if (at) vouches = vouches.where('v.vouchedAt', '<=', at);
  if (personIds.length > 0) {
    cards = cards.where('personId', 'in', personIds);
    vouches = vouches.where('v.personId', 'in', personIds);
  }
  const confirmed = new Map<string, Confirmation>();
  for (const { personId, count } of await vouches.execute())
    if (Number(count) >= VOUCHES_NEEDED) confirmed.set(personId, 'vouched');
  for (const { personId } of await cards.execute()) confirmed.set(personId, 'card');
  return confirmed;
}

/** True when the person has been a member without a break since `since` at the latest. */
export async function isMemberSince(
  db: Db,
  { communityId, personId, since }: { readonly communityId: string; readonly personId: string; readonly since: Date },
): Promise<boolean> {
  const row = await db
    .selectFrom('communities.membership')
    .select('joinedAt')
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .where('leftAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined && row.joinedAt <= since;
}

/** How many members there are now. */
export async function countMembers(db: Db, communityId: string): Promise<number> {
  const { count } = await db
    .selectFrom('communities.membership')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('communityId', '=', communityId)
    .where('leftAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Who holds one of these roles now. */
export async function peopleWithRole(db: Db, communityId: string, ...roles: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('communities.roleGrant')
    .select('personId')
    .distinct()
    .where('communityId', '=', communityId)
    .where('role', 'in', [...roles])
    .where('endedAt', 'is', null)
    .orderBy('personId')
    .execute();
  return rows.map(({ personId }) => personId);
}

const seats = statement((db, { communityId, personId }: { communityId: string; personId: string }) =>
  db
    .selectFrom('communities.membership')
    .select(['personId', 'joinedAt', 'how', 'belonging'])
    .select((eb) => [
      eb.exists(cardsIn(db, communityId).where('personId', '=', personId)).as('carded'),
      vouchesIn(db, communityId)
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .where('v.personId', '=', personId)
        .as('vouches'),
    ])
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .where('leftAt', 'is', null),
);
