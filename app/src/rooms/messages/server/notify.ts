import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { NewNotice } from '../words.ts';
import { saveCalledOff, saveNotices, saveReminders } from './store.ts';

/**
 * Tells people something, in the caller's transaction. Who did it is not told of their own doing; nobody is told twice of the
 * same unread thing. Called by other rooms' actions and listeners.
 */
export async function notify(context: Context, personIds: readonly string[], notice: NewNotice): Promise<void> {
  const doer = personOf(context.actor);
  const people = [...new Set(personIds)].filter((id) => id !== doer);
  if (people.length === 0) return;
  const wantEach = notice.mail === 'soon' ? await wishingEach(context, people) : new Set<string>();
  await saveNotices(context, notice, new Map(people.map((id) => [id, wantEach.has(id) ? context.now : null])));
}

/** Who asked for a mail each time; everybody else gets the weekly letter. */
async function wishingEach(context: Context, people: readonly string[]): Promise<Set<string>> {
  const rows = await context.db
    .selectFrom('messages.preference')
    .select('personId')
    .where('personId', 'in', [...people])
    .where('mail', '=', 'each')
    .execute();
  return new Set(rows.map((row) => row.personId));
}

/** Tells people something when its time comes, unless it is called off before. */
export async function remind(
  context: Context,
  personIds: readonly string[],
  notice: NewNotice & { readonly dueAt: Date },
): Promise<void> {
  await saveReminders(context, notice, new Map([...new Set(personIds)].map((id) => [id, notice.dueAt])));
}

/** Calls off every reminder of one kind about one thing that has not gone out yet. */
export const callOffReminders = (context: Context, kind: string, about: string): Promise<void> =>
  saveCalledOff(context, kind, about);
