import { system } from '#platform/actor.ts';
import type { House } from '#platform/house.ts';
import type { Tick } from '#platform/room.ts';
import { runParsed } from '#platform/run-action.ts';
import { sendMail } from './mail.ts';
import { noticeSentence } from './queries.ts';
import { findReader } from './readers.ts';
import { claimDelivery, saveDelivery } from './store.ts';

const AT_ONCE = 100;
const asking = (house: House) => ({ actor: system('messages.send-mails'), language: house.languages.source });

/** Mails what people wish to hear at once. Claimed before it is sent: a crash in between loses a mail rather than sending it twice. */
export const sendMails: Tick = {
  name: 'messages.send-mails',
  async run(house: House) {
    if (!house.outgoing.can('email')) return;
    const due = await house.database.db
      .selectFrom('messages.notice')
      .select(['personId', 'id', 'kind', 'facts', 'href'])
      .where('mailDueAt', '<=', house.now())
      .limit(AT_ONCE)
      .execute();
    for (const notice of due) await mailOne(house, notice);
  },
};

async function mailOne(
  house: House,
  notice: { personId: string; id: string; kind: string; facts: Record<string, string | number>; href: string },
): Promise<void> {
  const reader = await runParsed(house, asking(house), {
    name: 'messages.claim-mail',
    run: async (context) =>
      (await claimDelivery(context, notice.personId, notice.id))
        ? findReader(house, context, notice.personId)
        : undefined,
  });
  if (!reader) return;
  const sentence = noticeSentence(reader.language, notice);
  const sent = await sendMail(house, reader, {
    subject: sentence,
    lines: [sentence, `${house.settings.origin}${notice.href}`],
  });
  await runParsed(house, asking(house), {
    name: 'messages.save-mail',
    run: (context) =>
      saveDelivery(context, {
        personId: notice.personId,
        noticeId: notice.id,
        trouble: sent.sent ? undefined : sent.why,
      }),
  });
}
