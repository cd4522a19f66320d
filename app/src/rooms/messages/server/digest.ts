import type { Context } from '#platform/context.ts';
import type { House } from '#platform/house.ts';
import type { Language } from '#platform/language/language.ts';
import type { MailBody } from './mail.ts';
import { noticeSentence } from './queries.ts';

const MOST = 12;

/** What a weekly letter tells: unread notices, and what was raised or decided in one's communities. */
export interface News {
  readonly notices: readonly { kind: string; facts: Record<string, string | number>; href: string }[];
  readonly entries: readonly { kind: string; title: string; number: number | null; slug: string; community: string }[];
}

/** Collects the news of a person since a moment, at most a dozen of each. */
export async function findNews(context: Context, personId: string, since: Date): Promise<News> {
  const notices = await context.db
    .selectFrom('messages.notice')
    .select(['kind', 'facts', 'href'])
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .where('toldAt', '>', since)
    .orderBy('toldAt', 'desc')
    .limit(MOST)
    .execute();
  const entries = await context.db
    .selectFrom('communities.membership as m')
    .innerJoin('communities.community as c', 'c.id', 'm.communityId')
    .innerJoin('platform.searchEntry as s', 's.communityId', 'm.communityId')
    .select(['s.kind', 's.title', 's.number', 'c.slug', 'c.name as community'])
    .where('m.personId', '=', personId)
    .where('m.leftAt', 'is', null)
    .where('s.changedAt', '>', since)
    .orderBy('s.changedAt', 'desc')
    .limit(MOST)
    .execute();
  return { notices, entries };
}

/** The letter itself, in the reader's language. */
export function digestBody(house: House, language: Language, news: News): MailBody {
  const { origin } = house.settings;
  const lines: string[] = [];
  if (news.notices.length > 0) lines.push(language.say('messages.digest.for-you'), '');
  for (const notice of news.notices) lines.push(`• ${noticeSentence(language, notice)}`, `  ${origin}${notice.href}`);
  if (news.entries.length > 0) lines.push('', language.say('messages.digest.in-your-communities'), '');
  for (const entry of news.entries)
    lines.push(`• ${language.show(entry.community)}: ${language.show(entry.title)}`, `  ${origin}/c/${entry.slug}`);
  return { subject: language.say('messages.digest.subject'), lines };
}
