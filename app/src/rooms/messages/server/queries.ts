import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { statement } from '#platform/database/statement.ts';
import { authorize } from '#platform/permissions.ts';
import { onNotices } from '../permissions.ts';
import { MAIL_WISHES, type MailWish, noticeKey } from '../words.ts';

const PAGE = 50;

/** A notice as the page shows it; `sentence` is already in the reader's language. */
export interface ShownNotice {
  readonly id: string;
  readonly sentence: string;
  readonly href: string;
  readonly toldAt: Date;
  readonly unread: boolean;
  readonly communityName: string | null;
  readonly timeZone: string;
}

/** The sentence of a notice, with what members wrote in the reader's script. */
export function noticeSentence(
  language: Context['language'],
  notice: { kind: string; facts: Record<string, string | number> },
): string {
  const facts = Object.fromEntries(
    Object.entries(notice.facts).map(([name, value]) => [
      name,
      typeof value === 'string' ? language.show(value) : value,
    ]),
  );
  return language.say(noticeKey(notice.kind), facts);
}

/** My notices, newest first, 50 a page; `before` is the id to go on from. */
export async function listNotices(
  context: Context,
  before?: string,
): Promise<{ notices: ShownNotice[]; next: string | null; mail: MailWish }> {
  const personId = personOf(context.actor);
  authorize(onNotices.read, context.actor, { personId });
  let query = context.db
    .selectFrom('messages.notice as n')
    .leftJoin('communities.community as c', 'c.id', 'n.communityId')
    .select(['n.id', 'n.kind', 'n.facts', 'n.href', 'n.toldAt', 'n.readAt', 'c.name as communityName', 'c.timeZone'])
    .where('n.personId', '=', personId ?? '')
    // Not by id: what is told once more while it is unread keeps its row and comes to the top.
    .orderBy('n.toldAt', 'desc')
    .orderBy('n.id', 'desc')
    .limit(PAGE + 1);
  if (before)
    query = query.where((eb) =>
      eb(
        eb.refTuple('n.toldAt', 'n.id'),
        '<',
        eb
          .selectFrom('messages.notice as last')
          .select(['last.toldAt', 'last.id'])
          .where('last.personId', '=', personId ?? '')
          .where('last.id', '=', before)
          .$asTuple('toldAt', 'id'),
      ),
    );
  const rows = await query.execute();
  const notices = rows.slice(0, PAGE).map((row) => ({
    id: row.id,
    sentence: noticeSentence(context.language, row),
    href: row.href,
    toldAt: row.toldAt,
    unread: row.readAt === null,
    communityName: row.communityName,
    timeZone: row.timeZone ?? 'Europe/Belgrade',
  }));
  return {
    notices,
    next: rows.length > PAGE ? (notices.at(-1)?.id ?? null) : null,
    mail: await mailWish(context, personId ?? ''),
  };
}

/** How many notices this person has not read; for the header. */
export async function countUnread(context: Context): Promise<number> {
  const personId = personOf(context.actor);
  if (!personId) return 0;
  const [row] = await unreadOf(context.db, { personId });
  return row?.count ?? 0;
}

const unreadOf = statement((db, { personId }: { personId: string }) =>
  db
    .selectFrom('messages.notice')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('personId', '=', personId)
    .where('readAt', 'is', null),
);

async function mailWish(context: Context, personId: string): Promise<MailWish> {
  const row = await context.db
    .selectFrom('messages.preference')
    .select('mail')
    .where('personId', '=', personId)
    .executeTakeFirst();
  return MAIL_WISHES.find((wish) => wish === row?.mail) ?? 'weekly';
}
