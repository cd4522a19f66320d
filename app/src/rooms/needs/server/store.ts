import { sql } from 'kysely';
import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { saveFile } from '#platform/files/file.ts';
import type { SafePicture } from '#platform/files/safe-picture.ts';
import type { NeedState } from '../words.ts';

/** Which need is meant. */
export interface NeedKey {
  readonly communityId: string;
  readonly id: string;
}

export interface NewNeed extends NeedKey {
  readonly number: number;
  readonly title: string;
  readonly words?: string;
  readonly locale: string;
  readonly place?: string;
  readonly point?: { readonly latitude: number; readonly longitude: number };
  readonly affected?: string;
  readonly raisedBy?: string | null;
  readonly actingForId?: string | null;
  readonly signsAs?: string;
  readonly channel: string;
  readonly enteredBy?: string | null;
  readonly witnessId?: string | null;
  readonly importId?: string | null;
}

/** Saves needs with the first record of their state. */
export async function saveNeeds(context: Context, needs: readonly NewNeed[]): Promise<void> {
  if (needs.length === 0) return;
  const { now } = context;
  await context.db
    .insertInto('needs.need')
    .values(
      needs.map(({ point, ...need }) => ({
        words: '',
        place: '',
        affected: '',
        raisedBy: null,
        actingForId: null,
        signsAs: 'member',
        enteredBy: null,
        witnessId: null,
        importId: null,
        ...need,
        latitude: point?.latitude ?? null,
        longitude: point?.longitude ?? null,
        settlementOnly: point === undefined,
        raisedAt: now,
        touchedAt: now,
      })),
    )
    .execute();
  await context.db
    .insertInto('needs.stateChange')
    .values(
      needs.map(({ communityId, id, raisedBy, enteredBy }) => ({
        communityId,
        id: context.newId(),
        needId: id,
        state: 'raised' as const,
        words: '',
        changedAt: now,
        changedBy: raisedBy ?? enteredBy ?? null,
      })),
    )
    .execute();
}

export async function savePictures(
  context: Context,
  { communityId, id }: NeedKey,
  { pictures, words }: { readonly pictures: readonly SafePicture[]; readonly words: string },
): Promise<void> {
  for (const [at, picture] of pictures.entries()) {
    await saveFile(context, communityId, picture);
    await context.db
      .insertInto('needs.picture')
      .values({ communityId, needId: id, position: at + 1, fileHash: picture.hash, words })
      .execute();
  }
}

/** The yes or no to publication, once; false when it was said already. */
export async function saveConsent(
  context: Context,
  { communityId, id }: NeedKey,
  consent: { readonly answer: 'yes' | 'no'; readonly saidAs: string; readonly saidBy: string },
): Promise<boolean> {
  const saved = await context.db
    .insertInto('needs.publicationConsent')
    .values({ communityId, needId: id, ...consent, saidAt: context.now })
    .onConflict((conflict) =>
      conflict
        .columns(['communityId', 'needId'])
        .doUpdateSet({ ...consent, saidAt: context.now })
        .where('needs.publicationConsent.answer', '=', 'no'),
    )
    .returning('needId')
    .executeTakeFirst();
  return saved !== undefined;
}

export async function saveState(
  context: Context,
  { communityId, id }: NeedKey,
  { state, words }: { readonly state: NeedState; readonly words: string },
): Promise<void> {
  await context.db
    .insertInto('needs.stateChange')
    .values({
      communityId,
      id: context.newId(),
      needId: id,
      state,
      words,
      changedAt: context.now,
      changedBy: personOf(context.actor) ?? null,
    })
    .execute();
  await context.db
    .updateTable('needs.need')
    .set({ state, touchedAt: context.now })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}

/** Somebody touched it: it is not asked about again for a while. */
export async function touchNeed(context: Context, { communityId, id }: NeedKey): Promise<void> {
  await context.db
    .updateTable('needs.need')
    .set({ touchedAt: context.now })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}

/** One "me too" a person: a second one brings new words. */
export async function saveSupport(
  context: Context,
  support: NeedKey & { personId: string; words: string; locale: string; signsAs: string },
): Promise<void> {
  const { id, ...rest } = support;
  const values = { ...rest, needId: id, supportedAt: context.now, withdrawnAt: null };
  await context.db
    .insertInto('needs.support')
    .values({ ...values, id: context.newId() })
    .onConflict((conflict) => conflict.columns(['communityId', 'needId', 'personId']).doUpdateSet(values))
    .execute();
}

/** The words go with it; that there was one stays as a date. Returns the id of what was closed. */
export async function closeSupport(
  context: Context,
  { communityId, id }: NeedKey,
  personId: string,
): Promise<string | undefined> {
  const row = await context.db
    .updateTable('needs.support')
    .set({ withdrawnAt: context.now, words: '' })
    .where('communityId', '=', communityId)
    .where('needId', '=', id)
    .where('personId', '=', personId)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function saveHands(
  context: Context,
  { communityId, id }: NeedKey,
  count: { hands: number; countedWhere: string; countedBy: string | null; witnessId: string | null },
): Promise<void> {
  await context.db
    .insertInto('needs.hands')
    .values({ communityId, id: context.newId(), needId: id, ...count, countedAt: context.now })
    .execute();
}

/** Sums up supporters (each person once) and hands over a need and everything merged into it. */
export async function sumUp(context: Context, { communityId, id }: NeedKey): Promise<void> {
  const family = sql`(select ${id}::uuid as need_id union all select m.need_id from needs.merge m
    where m.community_id = ${communityId} and m.into_id = ${id} and m.parted_at is null)`;
  await sql`update needs.need set
    supporters = (select count(distinct s.person_id) from needs.support s
      where s.community_id = ${communityId} and s.withdrawn_at is null and s.need_id in (select need_id from ${family} f)),
    hands = (select coalesce(sum(h.hands), 0) from needs.hands h
      where h.community_id = ${communityId} and h.need_id in (select need_id from ${family} f))
    where community_id = ${communityId} and id = ${id}`.execute(context.db);
}

/** Two merges of one need at a time would build a chain: both rows are held until the end. */
export async function holdNeeds(context: Context, communityId: string, ids: readonly string[]): Promise<void> {
  await context.db
    .selectFrom('needs.need')
    .select('id')
    .where('communityId', '=', communityId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function saveMerge(
  context: Context,
  { communityId, id }: NeedKey,
  merge: { readonly intoId: string; readonly words: string; readonly mergedBy: string },
): Promise<void> {
  await context.db
    .insertInto('needs.merge')
    .values({ communityId, id: context.newId(), needId: id, ...merge, mergedAt: context.now })
    .execute();
}

export async function closeMerge(context: Context, { communityId, id }: NeedKey, partedBy: string): Promise<void> {
  await context.db
    .updateTable('needs.merge')
    .set({ partedAt: context.now, partedBy })
    .where('communityId', '=', communityId)
    .where('needId', '=', id)
    .where('partedAt', 'is', null)
    .execute();
}

/** The theme under a name, made when it is new. */
export async function saveTheme(context: Context, communityId: string, name: string): Promise<string> {
  const made = await context.db
    .insertInto('needs.theme')
    .values({ communityId, id: context.newId(), name, madeBy: personOf(context.actor) ?? null, madeAt: context.now })
    .onConflict((conflict) => conflict.columns(['communityId', 'name']).doUpdateSet({ name }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

/** Puts needs under a theme, or out of it; returns how many there were. */
export async function saveThemeOf(
  context: Context,
  { communityId, numbers }: { readonly communityId: string; readonly numbers: readonly number[] },
  themeId: string | null,
): Promise<number> {
  const rows = await context.db
    .updateTable('needs.need')
    .set({ themeId })
    .where('communityId', '=', communityId)
    .where('number', 'in', [...numbers])
    .returning('id')
    .execute();
  return rows.length;
}

/** A visit within half an hour goes on; a later one begins where the last ended. */
export async function saveVisit(
  context: Context,
  visit: { readonly personId: string; readonly communityId: string; readonly minutes: number },
): Promise<void> {
  const { personId, communityId, minutes } = visit;
  const before = new Date(context.now.getTime() - minutes * 60_000);
  await context.db
    .insertInto('needs.visit')
    .values({ personId, communityId, sinceAt: context.now, seenAt: context.now })
    .onConflict((conflict) =>
      conflict.columns(['personId', 'communityId']).doUpdateSet({
        sinceAt: sql<Date>`case when needs.visit.seen_at < ${before} then needs.visit.seen_at else needs.visit.since_at end`,
        seenAt: context.now,
      }),
    )
    .execute();
}

export async function removeVisits(context: Context, personId: string): Promise<void> {
  await context.db.deleteFrom('needs.visit').where('personId', '=', personId).execute();
}
