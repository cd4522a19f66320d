import type { Context } from '#platform/context.ts';
import type { MailWish, NewNotice } from '../words.ts';

const told = (notice: NewNotice) => ({
  communityId: notice.communityId ?? null,
  kind: notice.kind,
  facts: JSON.stringify(notice.facts ?? {}),
  href: notice.href,
  about: notice.about,
});

/** One row a person; who has the same notice unread keeps that one, with the newest facts and time. */
export async function saveNotices(
  context: Context,
  notice: NewNotice,
  mailDue: ReadonlyMap<string, Date | null>,
): Promise<void> {
  const rows = [...mailDue].map(([personId, mailDueAt]) => ({
    personId,
    id: context.newId(),
    ...told(notice),
    toldAt: context.now,
    mailDueAt,
  }));
  if (rows.length === 0) return;
  await context.db
    .insertInto('messages.notice')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['personId', 'kind', 'about'])
        .where('readAt', 'is', null)
        .doUpdateSet((eb) => ({
          facts: eb.ref('excluded.facts'),
          href: eb.ref('excluded.href'),
          toldAt: eb.ref('excluded.toldAt'),
        })),
    )
    .execute();
}

export async function saveReading(context: Context, personId: string, upTo: string | undefined): Promise<void> {
  let query = context.db
    .updateTable('messages.notice')
    .set({ readAt: context.now })
    .where('personId', '=', personId)
    .where('readAt', 'is', null);
  if (upTo)
    query = query.where('toldAt', '<=', (eb) =>
      eb
        .selectFrom('messages.notice as shown')
        .select('shown.toldAt')
        .where('shown.personId', '=', personId)
        .where('shown.id', '=', upTo),
    );
  await query.execute();
}

/** One notice of a person is read; where it leads, or undefined when there is none. */
export const saveOpened = (context: Context, personId: string, id: string): Promise<{ href: string } | undefined> =>
  context.db
    .updateTable('messages.notice')
    .set((eb) => ({ readAt: eb.fn.coalesce('readAt', eb.val(context.now)) }))
    .where('personId', '=', personId)
    .where('id', '=', id)
    .returning('href')
    .executeTakeFirst();

export async function saveReminders(
  context: Context,
  notice: NewNotice,
  due: ReadonlyMap<string, Date>,
): Promise<void> {
  const rows = [...due].map(([personId, dueAt]) => ({ personId, id: context.newId(), ...told(notice), dueAt }));
  if (rows.length > 0) await context.db.insertInto('messages.reminder').values(rows).execute();
}

export async function saveCalledOff(context: Context, kind: string, about: string): Promise<void> {
  await context.db
    .updateTable('messages.reminder')
    .set({ calledOffAt: context.now })
    .where('kind', '=', kind)
    .where('about', '=', about)
    .where('remindedAt', 'is', null)
    .where('calledOffAt', 'is', null)
    .execute();
}

/** True for exactly one caller: the reminder waited still, and is now said or called off. */
export async function claimReminder(
  context: Context,
  { personId, id }: { readonly personId: string; readonly id: string },
  outcome: 'remindedAt' | 'calledOffAt',
): Promise<boolean> {
  const claimed = await context.db
    .updateTable('messages.reminder')
    .set({ [outcome]: context.now })
    .where('personId', '=', personId)
    .where('id', '=', id)
    .where('remindedAt', 'is', null)
    .where('calledOffAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return claimed !== undefined;
}

export async function savePreference(context: Context, personId: string, mail: MailWish): Promise<void> {
  await context.db
    .insertInto('messages.preference')
    .values({ personId, mail, wayOut: context.newToken(24), changedAt: context.now })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ mail, changedAt: context.now }))
    .execute();
}

/** True for exactly one caller: the one who may send this mail. */
export async function claimDelivery(context: Context, personId: string, noticeId: string): Promise<boolean> {
  await context.db
    .updateTable('messages.notice')
    .set({ mailDueAt: null })
    .where('personId', '=', personId)
    .where('id', '=', noticeId)
    .execute();
  const claimed = await context.db
    .insertInto('messages.delivery')
    .values({ personId, noticeId, claimedAt: context.now })
    .onConflict((conflict) => conflict.columns(['personId', 'noticeId']).doNothing())
    .returning('noticeId')
    .executeTakeFirst();
  return claimed !== undefined;
}

export async function saveDelivery(
  context: Context,
  delivery: { personId: string; noticeId: string; trouble: string | undefined },
): Promise<void> {
  await context.db
    .updateTable('messages.delivery')
    .set(delivery.trouble === undefined ? { sentAt: context.now } : { trouble: delivery.trouble.slice(0, 200) })
    .where('personId', '=', delivery.personId)
    .where('noticeId', '=', delivery.noticeId)
    .execute();
}

export async function claimDigest(context: Context, digest: { personId: string; items: number }): Promise<string> {
  const id = context.newId();
  await context.db
    .insertInto('messages.digest')
    .values({ personId: digest.personId, id, coversUntil: context.now, items: digest.items })
    .execute();
  return id;
}

export async function saveDigest(
  context: Context,
  digest: { personId: string; id: string; trouble: string | undefined },
): Promise<void> {
  await context.db
    .updateTable('messages.digest')
    .set(digest.trouble === undefined ? { sentAt: context.now } : { trouble: digest.trouble.slice(0, 200) })
    .where('personId', '=', digest.personId)
    .where('id', '=', digest.id)
    .execute();
}

/** Everything this room holds of a person goes. */
export async function removePerson(context: Context, personId: string): Promise<void> {
  for (const table of ['messages.notice', 'messages.reminder', 'messages.digest', 'messages.preference'] as const)
    await context.db.deleteFrom(table).where('personId', '=', personId).execute();
}
