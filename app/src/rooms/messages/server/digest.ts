import type { Context } from '#platform/context.ts';
import type { House } from '#platform/house.ts';
import type { Language } from '#platform/language/language.ts';
import type { MailBody } from './mail.ts';
import { noticeSentence } from './queries.ts';

const MOST = 12;
/** Of the posts of one talk only the last is told of. */
const LOOKED_AT = 5 * MOST;

interface NewThing {
  readonly title: string;
  readonly locale: string | null;
  /** Where it is read, below the community's address. */
  readonly path: string;
  readonly slug: string;
  readonly community: string;
}

/** What a weekly letter tells: unread notices, and what was raised or decided in one's communities. */
export interface News {
  readonly notices: readonly { kind: string; facts: Record<string, string | number>; href: string }[];
  readonly entries: readonly NewThing[];
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
    .select(['s.title', 's.locale', 's.path', 'c.slug', 'c.name as community'])
    .where('m.personId', '=', personId)
    .where('m.leftAt', 'is', null)
    .where('s.changedAt', '>', since)
    .orderBy('s.changedAt', 'desc')
    .limit(LOOKED_AT)
    .execute();
  return { notices, entries: eachOnce(entries).slice(0, MOST) };
}

/** A thing and its parts (a talk and its posts) are one piece of news: the newest stands for all. */
function eachOnce(entries: readonly NewThing[]): NewThing[] {
  const seen = new Map<string, NewThing>();
  for (const entry of entries) {
    const whole = `${entry.slug}/${entry.path.replace(/[?#].*$/, '')}`;
    if (!seen.has(whole)) seen.set(whole, entry);
  }
  return [...seen.values()];
}

/** The letter itself, in the reader's language. */
export function digestBody(house: House, language: Language, news: News): MailBody {
  const { origin } = house.settings;
  const lines: string[] = [];
  if (news.notices.length > 0) lines.push(language.say('messages.digest.for-you'), '');
  for (const notice of news.notices) lines.push(`• ${noticeSentence(language, notice)}`, `  ${origin}${notice.href}`);
  if (news.entries.length > 0) lines.push('', language.say('messages.digest.in-your-communities'), '');
  for (const { community, title, locale, slug, path } of news.entries) {
    const what = language.show(title, locale ?? undefined);
    lines.push(`• ${language.show(community)}: ${what}`, `  ${origin}/c/${slug}/${path}`.replace(/\/$/, ''));
  }
  return { subject: language.say('messages.digest.subject'), lines };
}
