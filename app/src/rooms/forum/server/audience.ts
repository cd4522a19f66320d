import type { Context } from '#platform/context.ts';
import { toPlain } from '#platform/language/latin.ts';
import { seatOf } from '#rooms/communities/server/index.ts';
import type { Writer } from '../rules.ts';

/** Who follows a thread. */
export async function followersOf(context: Context, communityId: string, threadId: string): Promise<string[]> {
  const rows = await context.db
    .selectFrom('forum.follow')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('threadId', '=', threadId)
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Members whose name was called in a text, in either script and without diacritics; a name two people share calls nobody. */
export async function peopleCalled(context: Context, communityId: string, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const members = await context.db
    .selectFrom('communities.membership as m')
    .innerJoin('people.person as p', 'p.id', 'm.personId')
    .select(['p.id', 'p.name'])
    .where('m.communityId', '=', communityId)
    .where('m.leftAt', 'is', null)
    .where('p.name', '!=', '')
    .execute();
  const called = names.flatMap((name) => {
    const plain = toPlain(name);
    const matches = members.filter(
      (member) => toPlain(member.name) === plain || toPlain(member.name).split(' ')[0] === plain,
    );
    return matches.length === 1 ? [matches[0].id] : [];
  });
  return [...new Set(called)];
}

/** What the limits for new members look at. People with a seat but no membership (an official) are not new members. */
export async function writerFacts(context: Context, communityId: string, personId: string): Promise<Writer> {
  const seat = await seatOf(context.db, communityId, personId);
  const dayAgo = new Date(context.now.getTime() - 86_400_000);
  const { count } = await context.db
    .selectFrom('forum.post')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('communityId', '=', communityId)
    .where('authorId', '=', personId)
    .where('writtenAt', '>', dayAgo)
    .executeTakeFirstOrThrow();
  return { joinedAt: seat?.how === 'founded' ? new Date(0) : (seat?.joinedAt ?? new Date(0)), postsToday: count };
}
