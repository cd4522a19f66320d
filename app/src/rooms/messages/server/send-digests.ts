import type { ExpressionBuilder } from 'kysely';
import { system } from '#platform/actor.ts';
import type { Tables } from '#platform/database/tables.ts';
import type { House } from '#platform/house.ts';
import type { Tick } from '#platform/room.ts';
import { runParsed } from '#platform/run-action.ts';
import { digestBody, findNews, type News } from './digest.ts';
import { type Reader, sendMail } from './mail.ts';
import { findReader } from './readers.ts';
import { claimDigest, saveDigest } from './store.ts';

const WEEK_MS = 7 * 24 * 3600 * 1000;
const AT_ONCE = 50;
const asking = (house: House) => ({ actor: system('messages.send-digests'), language: house.languages.source });

/** The weekly letter: to who wishes it, a week after the last one, and only when there is something in it. */
export const sendDigests: Tick = {
  name: 'messages.send-digests',
  async run(house: House) {
    if (!house.outgoing.can('email')) return;
    for (const personId of await dueReaders(house)) {
      const made = await claim(house, personId);
      if (!made) continue;
      const sent = await sendMail(house, made.reader, digestBody(house, made.reader.language, made.news));
      await runParsed(house, asking(house), {
        name: 'messages.save-digest',
        run: (context) => saveDigest(context, { personId, id: made.id, trouble: sent.sent ? undefined : sent.why }),
      });
    }
  },
};

/** People with unread notices or communities, whose last letter is a week old (a new person's week begins when they came). */
async function dueReaders(house: House): Promise<string[]> {
  const weekAgo = new Date(house.now().getTime() - WEEK_MS);
  const rows = await house.database.db
    .selectFrom('people.person as p')
    .leftJoin('messages.preference as w', 'w.personId', 'p.id')
    .select('p.id')
    .where('p.cameAt', '<=', weekAgo)
    .where((eb) => eb.or([eb('w.mail', 'is', null), eb('w.mail', '!=', 'none')]))
    .where((eb) => eb.exists(mailboxOf(eb)))
    .where((eb) => eb.not(eb.exists(letterOf(eb, weekAgo))))
    .where((eb) => eb.or([eb.exists(unreadOf(eb, weekAgo)), eb.exists(stirredAround(eb, weekAgo))]))
    .limit(AT_ONCE)
    .execute();
  return rows.map((row) => row.id);
}

/** Speaks of the person `p` of the question around it. */
type OfPerson = ExpressionBuilder<Tables & { p: Tables['people.person'] }, 'p'>;

const mailboxOf = (eb: OfPerson) =>
  eb
    .selectFrom('people.address as a')
    .select('a.id')
    .whereRef('a.personId', '=', 'p.id')
    .where('a.channel', '=', 'email')
    .where('a.confirmedAt', 'is not', null);

const letterOf = (eb: OfPerson, since: Date) =>
  eb
    .selectFrom('messages.digest as d')
    .select('d.id')
    .whereRef('d.personId', '=', 'p.id')
    .where('d.coversUntil', '>', since);

const unreadOf = (eb: OfPerson, since: Date) =>
  eb
    .selectFrom('messages.notice as n')
    .select('n.id')
    .whereRef('n.personId', '=', 'p.id')
    .where('n.readAt', 'is', null)
    .where('n.toldAt', '>', since);

/** What changed in a community the person belongs to. */
const stirredAround = (eb: OfPerson, since: Date) =>
  eb
    .selectFrom('communities.membership as m')
    .innerJoin('platform.searchEntry as s', 's.communityId', 'm.communityId')
    .select('s.id')
    .whereRef('m.personId', '=', 'p.id')
    .where('m.leftAt', 'is', null)
    .where('s.changedAt', '>', since);

const claim = (house: House, personId: string): Promise<{ id: string; reader: Reader; news: News } | undefined> =>
  runParsed(house, asking(house), {
    name: 'messages.claim-digest',
    run: async (context) => {
      const reader = await findReader(house, context, personId);
      if (!reader) return undefined;
      const news = await findNews(context, personId, new Date(context.now.getTime() - WEEK_MS));
      const items = news.notices.length + news.entries.length;
      if (items === 0) return undefined;
      return { id: await claimDigest(context, { personId, items }), reader, news };
    },
  });
