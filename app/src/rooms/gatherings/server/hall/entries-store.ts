import type { Context } from '#platform/context.ts';
import { sumOf } from '../../hall-rules.ts';
import type { HallKind, HallValue, SpeakingTotal } from '../../hall-words.ts';
import type { InGathering } from '../../words.ts';

/** What a device sent, as it is kept. */
export interface KeptEntry {
  readonly deviceId: string;
  readonly key: string;
  readonly kind: HallKind;
  readonly subject: string;
  readonly value: HallValue | null;
  readonly happenedAt: Date;
  readonly enteredBy: string;
  readonly answer: 'done' | 'conflict';
}

/** The answer an entry got when it came first. */
export async function earlierAnswer(
  { db }: Context,
  which: InGathering,
  { deviceId, key }: { readonly deviceId: string; readonly key: string },
): Promise<KeptEntry['answer'] | undefined> {
  const row = await db
    .selectFrom('gatherings.hallEntry')
    .select('answer')
    .where('communityId', '=', which.communityId)
    .where('gatheringId', '=', which.gatheringId)
    .where('deviceId', '=', deviceId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.answer as KeptEntry['answer'] | undefined;
}

/** Keeps an entry with its answer. Of speaking time neither the group nor the minute is kept: only totals stand. */
export async function saveEntry(context: Context, which: InGathering, entry: KeptEntry): Promise<void> {
  const { value, happenedAt, subject, ...kept } = entry;
  const speaking = entry.kind === 'speaking';
  await context.db
    .insertInto('gatherings.hallEntry')
    .values({
      ...which,
      ...kept,
      subject: speaking ? 'speaking' : subject,
      value: speaking || value === null ? null : JSON.stringify(value),
      happenedAt: speaking ? null : happenedAt,
      arrivedAt: context.now,
    })
    .execute();
}

/** Something that two devices recorded otherwise. */
export interface NewConflict {
  readonly deviceId: string;
  readonly kind: HallKind;
  readonly subject: string;
  readonly base: HallValue | null;
  readonly standing: HallValue;
  readonly arrived: HallValue | null;
  readonly happenedAt: Date;
  readonly enteredBy: string;
  /** A turn of speaking, to be added to what the same device has sent already. */
  readonly turn?: SpeakingTotal;
}

/** Keeps a conflict; what the same device sends on is folded into its open one. */
export async function saveConflict(context: Context, which: InGathering, conflict: NewConflict): Promise<void> {
  const { base, standing, arrived, happenedAt, turn, kind, subject, deviceId, enteredBy } = conflict;
  const json = (value: HallValue | null) => (value === null ? null : JSON.stringify(value));
  const open = await openConflict(context, which, conflict);
  if (open) {
    await context.db
      .updateTable('gatherings.hallConflict')
      .set({
        standing: JSON.stringify(standing),
        arrived: json(turn ? sumOf(open.arrived as HallValue, turn) : arrived),
        arrivedAt: context.now,
      })
      .where('communityId', '=', which.communityId)
      .where('id', '=', open.id)
      .execute();
    return;
  }
  await context.db
    .insertInto('gatherings.hallConflict')
    .values({
      ...which,
      id: context.newId(),
      kind,
      subject,
      deviceId,
      enteredBy,
      base: json(base),
      standing: JSON.stringify(standing),
      arrived: json(arrived),
      happenedAt: kind === 'speaking' ? context.now : happenedAt,
      arrivedAt: context.now,
    })
    .execute();
}

async function openConflict(
  { db }: Context,
  which: InGathering,
  { deviceId, subject }: { readonly deviceId: string; readonly subject: string },
): Promise<{ id: string; arrived: unknown } | undefined> {
  return db
    .selectFrom('gatherings.hallConflict')
    .select(['id', 'arrived'])
    .where('communityId', '=', which.communityId)
    .where('gatheringId', '=', which.gatheringId)
    .where('subject', '=', subject)
    .where('deviceId', '=', deviceId)
    .where('settledAt', 'is', null)
    .executeTakeFirst();
}

/** A device that now says what stands has settled its own conflict. */
export async function settleOwn(
  context: Context,
  which: InGathering,
  of: { readonly deviceId: string; readonly subject: string; readonly settledBy: string },
): Promise<void> {
  const open = await openConflict(context, which, of);
  if (open)
    await saveSettlement(context, which, { conflictId: open.id, settledBy: of.settledBy, settledAs: 'standing' });
}

export async function saveSettlement(
  context: Context,
  which: InGathering,
  how: { readonly conflictId: string; readonly settledBy: string; readonly settledAs: string },
): Promise<void> {
  await context.db
    .updateTable('gatherings.hallConflict')
    .set({ settledAt: context.now, settledBy: how.settledBy, settledAs: how.settledAs })
    .where('communityId', '=', which.communityId)
    .where('id', '=', how.conflictId)
    .execute();
}

/** A conflict of this gathering that nobody settled yet. */
export async function findOpenConflict({ db }: Context, which: InGathering, conflictId: string) {
  const row = await db
    .selectFrom('gatherings.hallConflict')
    .select(['id', 'kind', 'subject', 'base', 'arrived', 'happenedAt', 'deviceId'])
    .where('communityId', '=', which.communityId)
    .where('gatheringId', '=', which.gatheringId)
    .where('id', '=', conflictId)
    .where('settledAt', 'is', null)
    .executeTakeFirst();
  return (
    row && {
      ...row,
      kind: row.kind as HallKind,
      base: row.base as HallValue | null,
      arrived: row.arrived as HallValue | null,
    }
  );
}
