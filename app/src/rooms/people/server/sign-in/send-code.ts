import type { Context } from '#platform/context.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { mayAskCode, readTarget, type Target } from '../../rules.ts';
import { peopleAt, recentCodes } from './find-codes.ts';
import { type NewCode, saveCode } from './store.ts';

const CHANNELS = { email: 'email', phone: 'sms' } as const;

/** Reads what was typed as an address. Throws a Refusal that marks the field. */
export function insistTarget(context: Context, typed: string): Target {
  const target = readTarget(typed, context.language.locale);
  if (target) return target;
  throw new Refusal('platform.invalid', { kind: 'invalid', fields: { target: { key: 'people.invalid.target' } } });
}

/**
 * Makes a code for an address, keeps its hash and sends it after the commit. In a demo, and only for an address of its
 * seeded people, nothing is sent and the page shows it. Throws a Refusal when there were too many, when there is no way
 * out of this house for the channel, or (after the commit) when the letter was not taken.
 */
export async function makeAndSendCode(
  context: Context,
  target: Target,
  wish: Omit<NewCode, 'code' | 'demo'>,
): Promise<void> {
  insist(mayAskCode(await recentCodes(context, target), context.now));
  const demo = context.settings.demo && (await isSeeded(context, target));
  const channel = CHANNELS[target.channel];
  if (!demo && !context.outgoing.can(channel))
    throw new Refusal(channel === 'email' ? 'people.no-mail-here' : 'people.no-sms-here', { kind: 'unavailable' });
  const code = context.newDigits(6);
  await saveCode(context, target, { ...wish, code, demo });
  if (demo) return;
  const { language } = context;
  const letter = {
    channel,
    to: target.value,
    subject: language.say('people.letter.code-subject', { code }),
    text: language.say(channel === 'email' ? 'people.letter.code' : 'people.letter.code-sms', { code }),
  };
  context.afterwards(async () => {
    const sent = await context.outgoing.send(letter);
    if (!sent.sent) throw new Refusal('people.code-not-sent', { kind: 'unavailable' });
  });
}

async function isSeeded(context: Context, target: Target): Promise<boolean> {
  const people = await peopleAt(context, target);
  return people.some(({ knownBy }) => knownBy === 'seed');
}
