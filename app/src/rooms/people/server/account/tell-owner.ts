import type { Context } from '#platform/context.ts';

/** Tells a person at their own addresses that something opened, or can open, their account. What is fiction gets no letter. */
export async function tellOwner(
  context: Context,
  personId: string,
  key: 'people.letter.card-made' | 'people.letter.address-added',
): Promise<void> {
  const addresses = await context.db
    .selectFrom('people.address')
    .select('value')
    .where('personId', '=', personId)
    .where('channel', '=', 'email')
    .where('confirmedAt', '<', context.now)
    .where('knownBy', '<>', 'seed')
    .execute();
  const { language, outgoing } = context;
  const text = language.say(key, { origin: context.settings.origin });
  const subject = language.say('people.letter.news-subject');
  for (const { value } of addresses)
    context.afterwards(async () => {
      await outgoing.send({ channel: 'email', to: value, subject, text });
    });
}
