import { system } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { House } from '#platform/house.ts';
import type { Locale } from '#platform/language/language.ts';
import type { Letter } from '#platform/outgoing/outgoing.ts';
import type { Tick } from '#platform/room.ts';
import { runParsed } from '#platform/run-action.ts';
import { hashToken } from './hash.ts';
import { markSent, removeExpired } from './store.ts';

/** Messages of one tick, so that a long list does not hold up everything else. */
const MOST_AT_ONCE = 50;

const inHouse = <Result>(house: House, name: string, work: (context: Context) => Promise<Result>): Promise<Result> =>
  runParsed(house, { actor: system(name), language: house.languages.source }, { name, run: work });

/** Sends each invitation its one message. It is noted as sent before it goes: a message may be lost, never doubled. */
export const sendInvitations: Tick = {
  name: 'communities.send-invitations',
  run: async (house) => {
    const waiting = await house.database.db
      .selectFrom('communities.invitation as i')
      .innerJoin('communities.invitationList as l', (join) =>
        join.onRef('l.communityId', '=', 'i.communityId').onRef('l.id', '=', 'i.listId'),
      )
      .innerJoin('communities.community as c', 'c.id', 'i.communityId')
      .select(['i.communityId', 'i.id', 'i.name', 'i.email', 'i.phone', 'i.locale', 'l.source'])
      .select(['c.slug', 'c.name as community'])
      .where('i.sentAt', 'is', null)
      .where('i.answeredAt', 'is', null)
      .where('l.appliedAt', 'is not', null)
      .limit(MOST_AT_ONCE)
      .execute();
    for (const invitation of waiting) await sendOne(house, invitation);
  },
};

interface Waiting {
  readonly communityId: string;
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: string;
  readonly source: string;
  readonly slug: string;
  readonly community: string;
}

async function sendOne(house: House, invitation: Waiting): Promise<void> {
  const channel = invitation.email && house.outgoing.can('email') ? 'email' : 'sms';
  const to = channel === 'email' ? invitation.email : invitation.phone;
  if (!to || !house.outgoing.can(channel)) return;
  await inHouse(house, sendInvitations.name, async (context) => {
    const token = context.newToken(18);
    const { communityId, id } = invitation;
    if (!(await markSent(context, communityId, { id, tokenHash: hashToken(token) }))) return;
    const link = `${house.settings.origin}/c/${invitation.slug}/invitation/${token}`;
    context.afterwards(() =>
      house.outgoing.send(letter(house, invitation, { channel, to, link })).then(() => undefined),
    );
  });
}

function letter(
  house: House,
  { name, community, source, locale }: Waiting,
  { channel, to, link }: { readonly channel: Letter['channel']; readonly to: string; readonly link: string },
): Letter {
  const language = house.languages.of(locale as Locale);
  if (channel === 'sms') return { channel, to, text: language.say('communities.invitation.sms', { community, link }) };
  return {
    channel,
    to,
    subject: language.say('communities.invitation.subject', { community }),
    text: language.say('communities.invitation.letter', { name, community, source, link }),
  };
}

/** Deletes invitations that nobody answered within 30 days. */
export const forgetInvitations: Tick = {
  name: 'communities.forget-invitations',
  run: async (house) => {
    const due = await house.database.db
      .selectFrom('communities.invitation')
      .select('communityId')
      .distinct()
      .where('answeredAt', 'is', null)
      .where('expiresAt', '<=', house.now())
      .execute();
    for (const { communityId } of due)
      await inHouse(house, forgetInvitations.name, (context) => removeExpired(context, communityId));
  },
};
