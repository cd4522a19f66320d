import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { atTheDoor } from '../../permissions.ts';
import { hideMost } from '../../rules.ts';
import { demoDoor } from '../../seed.ts';
import type { DemoPerson } from '../../words.ts';
import { lastCode, peopleAt } from './find-codes.ts';

/** What the sign-in page must say: which ways out this house has, and whom of the demo one may be. */
export async function showDoor(
  context: Context,
): Promise<{ mail: boolean; sms: boolean; demo: boolean; demoPeople: DemoPerson[] }> {
  authorize(atTheDoor.enter, context.actor, {});
  const { outgoing, settings } = context;
  const demoPeople = await demoDoor(context);
  return { mail: outgoing.can('email'), sms: outgoing.can('sms'), demo: settings.demo, demoPeople };
}

/** The code this browser waits for; undefined when it asked for none that still opens. */
export async function showWaiting(
  context: Context,
  asked: { readonly knock: string; readonly purpose: 'sign-in' | 'address' },
): Promise<{ channel: 'email' | 'phone'; target: string; proven: boolean; demoCode?: string } | undefined> {
  authorize(atTheDoor.enter, context.actor, {});
  const code = await lastCode(context, asked.knock, asked.purpose);
  if (!code) return undefined;
  return {
    channel: code.channel,
    target: hideMost({ channel: code.channel, value: code.target }),
    proven: code.provenAt !== null,
    demoCode: (context.settings.demo && code.demoCode) || undefined,
  };
}

/** After the code: who may sit down with this address, and whether somebody new may. Undefined when nothing is proven. */
export async function showChoice(
  context: Context,
  knock: string,
): Promise<{ people: { id: string; name: string }[]; target: string } | undefined> {
  authorize(atTheDoor.enter, context.actor, {});
  const code = await lastCode(context, knock, 'sign-in');
  if (!code?.provenAt) return undefined;
  const target = { channel: code.channel, value: code.target };
  const people = await peopleAt(context, target);
  return { people: people.map(({ id, name }) => ({ id, name })), target: hideMost(target) };
}
