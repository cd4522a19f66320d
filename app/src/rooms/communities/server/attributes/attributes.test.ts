import { beforeAll, describe, expect, it } from 'vitest';
import { plainCharter } from '../../charter.ts';
import { writeCharter } from '../community/write-charter.ts';
import { leaveCommunity } from '../membership/leave-community.ts';
import { showMySeat } from '../queries.ts';
import { type TestVillage, testVillage } from '../testing.ts';
import { attributeCounts, shownCounts } from './attribute-counts.ts';
import { sayAttribute, withdrawAttribute } from './say-attribute.ts';

let village: TestVillage;
let founder: string;
let members: string[];
let id: string;
const slug = 'lipovac';
const NAMES = ['Ana', 'Bora', 'Cane', 'Dana', 'Ena', 'Fata', 'Goca', 'Hana', 'Iva', 'Jova', 'Kaja', 'Lena'];

beforeAll(async () => {
  village = await testVillage();
  founder = await village.person('Mira');
  id = await village.found(founder, slug);
  members = await village.members(slug, ...NAMES);
});

const say = (who: string, group: string, attribute = 'gender') =>
  village.as(who, sayAttribute, { slug, attribute, group });

const openQuestions = async (who: string) => {
  const { questions } = await village.reads(who, (context) => showMySeat(context, slug));
  return questions.filter(({ said }) => said === undefined).map(({ attribute }) => attribute);
};

describe('what a person says of themselves', () => {
  it('is asked only where a rule needs it; ethnicity and religion are off unless the charter turns them on', async () => {
    const [ana] = members;
    expect(await openQuestions(ana)).toEqual(['gender']);
    await expect(say(ana, 'under-30', 'age')).rejects.toMatchObject({ reason: 'communities.not-asked' });
    const plain = plainCharter({ country: 'RS', locale: 'sr-Cyrl', answersForData: 'Mira', law: 'ZZPL' });
    const protectedGroups = [{ attribute: 'ethnicity' as const, group: 'Rom' }];
    const rules = { ...plain, inclusion: { ...plain.inclusion, protected: protectedGroups } };
    await village.as(founder, writeCharter, { slug, rules });
    await expect(say(ana, 'Rom', 'ethnicity')).rejects.toMatchObject({ reason: 'communities.not-asked' });
    await village.as(founder, writeCharter, { slug, rules: { ...rules, attributesOn: ['ethnicity'] } });
    await say(ana, 'Rom', 'ethnicity');
    await village.as(ana, withdrawAttribute, { slug, attribute: 'ethnicity' });
    await village.as(founder, writeCharter, { slug, rules: plain });
  });

  it('may be “rather not”, and is then not asked again', async () => {
    const [, bora] = members;
    await say(bora, '');
    expect(await openQuestions(bora)).toEqual([]);
    await expect(say(bora, 'a group nobody knows')).rejects.toMatchObject({ reason: 'communities.unknown-group' });
  });

  it('comes out as sums only, small ones hidden', async () => {
    const [ana, , ...others] = members;
    await say(ana, 'man');
    for (const woman of others) await say(woman, 'woman');
    const { db } = village.house.database;
    const counts = await attributeCounts(db, id, { personIds: members, attribute: 'gender' });
    expect(counts).toEqual([
      { group: 'woman', count: 10 },
      { group: 'man', count: 1 },
    ]);
    const shown = (place: 'desk' | 'public') =>
      shownCounts(counts, { attribute: 'gender', place, asked: members.length });
    expect(shown('public').every(({ count }) => count === null)).toBe(true);
    expect(shown('desk').find(({ group }) => group === 'man')?.count).toBeNull();
  });

  it('is seen by nobody else, and gone with the row when taken back or when one leaves', async () => {
    const [ana, , cane] = members;
    const { db } = village.house.database;
    const rows = async (personId: string) =>
      (await db.selectFrom('communities.attribute').select('groupName').where('personId', '=', personId).execute())
        .length;
    await village.as(ana, withdrawAttribute, { slug, attribute: 'gender' });
    expect(await rows(ana)).toBe(0);
    await village.as(cane, leaveCommunity, { slug });
    expect(await rows(cane)).toBe(0);
    await expect(village.reads(cane, (context) => showMySeat(context, slug))).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});
