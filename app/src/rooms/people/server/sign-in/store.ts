import type { Context } from '#platform/context.ts';
import { CODE_LASTS, type Target, TRIES } from '../../rules.ts';
import { hashCode, hashKnock } from '../sessions/secrets.ts';

const DAY = 86_400_000;
const after = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds);

/** A code to be kept: for whom it was asked, by which browser. */
export interface NewCode {
  readonly knock: string;
  readonly code: string;
  readonly purpose: 'sign-in' | 'address';
  readonly personId?: string;
  readonly demo: boolean;
}

/** Keeps a code, and takes out those nobody can need any more. */
export async function saveCode(context: Context, target: Target, code: NewCode): Promise<void> {
  await context.db.deleteFrom('people.code').where('sentAt', '<', after(context.now, -DAY)).execute();
  await context.db
    .insertInto('people.code')
    .values({
      id: context.newSecretId(),
      knockHash: hashKnock(code.knock),
      purpose: code.purpose,
      channel: target.channel,
      target: target.value,
      personId: code.personId ?? null,
      codeHash: hashCode(code.knock, code.code),
      demoCode: code.demo ? code.code : null,
      sentAt: context.now,
      expiresAt: after(context.now, CODE_LASTS),
    })
    .execute();
}

/** Counts one try of a code; undefined when its tries are used up. */
export function countTry(context: Context, id: string): Promise<{ tries: number } | undefined> {
  return context.db
    .updateTable('people.code')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .where('tries', '<', TRIES)
    .where('usedAt', 'is', null)
    .returning('tries')
    .executeTakeFirst();
}

export async function markProven(context: Context, id: string): Promise<void> {
  await context.db.updateTable('people.code').set({ provenAt: context.now }).where('id', '=', id).execute();
}

/** Uses a proven code up; false when somebody else was quicker. */
export async function useUp(context: Context, id: string): Promise<boolean> {
  const used = await context.db
    .updateTable('people.code')
    .set({ usedAt: context.now })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return used !== undefined;
}
