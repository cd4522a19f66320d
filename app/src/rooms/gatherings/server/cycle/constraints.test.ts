import { beforeEach, describe, expect, it } from 'vitest';
import { type Forum, testForum } from './testing.ts';
import { writeRecommendation } from './write-recommendation.ts';

let forum: Forum;
beforeEach(async () => {
  forum = await testForum(3);
});

describe('what the database refuses by itself', () => {
  const db = () => forum.village.house.database.db;
  const tableId = async (position: number) =>
    await db()
      .selectFrom('gatherings.workingTable')
      .select(['id', 'cycleId'])
      .where('communityId', '=', forum.communityId)
      .where('position', '=', position)
      .executeTakeFirstOrThrow();

  it('a second seat of one person, a seat at a table of no cycle, and oneself as one’s own helper', async () => {
    const [ana] = forum.people;
    const { id, cycleId } = await tableId(3);
    const seat = {
      communityId: forum.communityId,
      cycleId,
      personId: ana,
      tableId: id,
      since: new Date(),
      enteredBy: null,
    };
    const sit = (more: object) =>
      db()
        .insertInto('gatherings.tableSeat')
        .values({ ...seat, ...more })
        .execute();
    await expect(sit({ tableId: cycleId })).rejects.toThrow();
    await expect(sit({ enteredBy: ana })).rejects.toThrow();
    await sit({});
    await expect(sit({ tableId: (await tableId(4)).id })).rejects.toThrow();
  });

  it('a second free table, an eleventh, an organisers’ table that votes, a body’s table without its body', async () => {
    const { cycleId } = await tableId(1);
    const base = { communityId: forum.communityId, cycleId, about: '', organisationId: null, setAt: new Date() };
    const set = (more: { kind: string; position: number }) =>
      db()
        .insertInto('gatherings.workingTable')
        .values({ ...base, ...more, id: forum.communityId, number: 900, name: 'Another' })
        .execute();
    await expect(set({ kind: 'free', position: 7 })).rejects.toThrow();
    await expect(set({ kind: 'interest', position: 11 })).rejects.toThrow();
    await expect(set({ kind: 'organisers', position: 8 })).rejects.toThrow();
    await expect(set({ kind: 'interest', position: 0 })).rejects.toThrow();
    await expect(set({ kind: 'public-body', position: 8 })).rejects.toThrow();
  });

  it('a session that is no forum session, and one in two cycles', async () => {
    const training = await forum.call('training');
    const gathering = await db()
      .selectFrom('gatherings.gathering')
      .select('id')
      .where('communityId', '=', forum.communityId)
      .where('number', '=', training)
      .executeTakeFirstOrThrow();
    const { cycleId } = await tableId(1);
    const session = { communityId: forum.communityId, cycleId, position: 1, gatheringId: gathering.id };
    await expect(db().insertInto('gatherings.cycleSession').values(session).execute()).rejects.toThrow();
    const lying = { ...session, kind: 'training' };
    await expect(db().insertInto('gatherings.cycleSession').values(lying).execute()).rejects.toThrow();
  });

  it('a refusal without its reason, and taking up by nobody', async () => {
    const { id } = await forum.as<{ id: string }>(forum.mira, writeRecommendation, {
      table: 3,
      title: 'A tank',
      locale: 'en',
    });
    const record = { communityId: forum.communityId, recommendationId: id, byWhom: '', words: '', notedBy: forum.mira };
    const note = (state: string) =>
      db()
        .insertInto('gatherings.recommendationRecord')
        .values({ ...record, state, id: forum.communityId, actingForId: null, notedAt: new Date() })
        .execute();
    await expect(note('refused')).rejects.toThrow();
    await expect(note('taken-up')).rejects.toThrow();
    await expect(note('forgotten')).rejects.toThrow();
  });
});
