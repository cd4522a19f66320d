import { beforeAll, describe, expect, it } from 'vitest';
import { plainCharter } from '../../charter.ts';
import { helpLines } from '../roles/private-door.ts';
import { type TestVillage, testVillage } from '../testing.ts';
import { benchmarkOf, charterOf, chartersOf } from './charter-of.ts';
import { editCommunity } from './edit-community.ts';
import { findCommunity } from './find-community.ts';
import { endHelpLine, enterHelpLine } from './help-lines.ts';
import { setBenchmark } from './set-benchmark.ts';
import { writeCharter } from './write-charter.ts';

let village: TestVillage;
let founder: string;
let member: string;
let id: string;
const rules = plainCharter({ country: 'RS', locale: 'sr-Cyrl', answersForData: 'Mira', law: 'ZZPL' });

beforeAll(async () => {
  village = await testVillage();
  founder = await village.person('Mira');
  id = await village.found(founder, 'lipovac');
  [member] = await village.members('lipovac', 'Ana');
});

describe('a community', () => {
  it('is found by its address, with the age to join alone of its country', async () => {
    const { db } = village.house.database;
    expect(await findCommunity(db, 'lipovac')).toMatchObject({ id, kind: 'village', joining: 'open' });
    expect((await charterOf(db, id)).rules.ageToJoin).toBe(15);
    await expect(findCommunity(db, 'nowhere')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('has an address of its own', async () => {
    await expect(village.found(member, 'lipovac')).rejects.toMatchObject({ reason: 'communities.address-taken' });
    await expect(village.found(member, 'No Spaces')).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('keeps every version of its charter with who and why', async () => {
    await village.as(founder, writeCharter, {
      slug: 'lipovac',
      rules: { ...rules, quorumPercent: 33 },
      why: 'too low',
    });
    const [now, before] = await chartersOf(village.house.database.db, id);
    expect([now.version, now.rules.quorumPercent, now.why, now.writtenBy]).toEqual([2, 33, 'too low', founder]);
    expect(before.rules.quorumPercent).toBe(20);
  });

  it('gives the charter into no member’s hands, and nothing at all into those of another community', async () => {
    const other = await village.person('Other');
    await village.found(other, 'brezje');
    for (const who of [member, other]) {
      await expect(village.as(who, writeCharter, { slug: 'lipovac', rules })).rejects.toMatchObject({
        kind: 'forbidden',
      });
      await expect(
        village.as(who, enterHelpLine, { slug: 'lipovac', name: 'SOS', contact: '0800' }),
      ).rejects.toMatchObject({ kind: 'forbidden' });
    }
    await expect(village.as(other, editCommunity, { slug: 'lipovac' })).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('measures itself against a named source whose shares stay within a hundred percent', async () => {
    const line = (group: string, percent: number) => ({ attribute: 'gender', group, percent });
    const set = (...lines: unknown[]) =>
      village.as(founder, setBenchmark, { slug: 'lipovac', lines, source: 'Census', year: 2022 });
    await set(line('Woman', 51.25), { ...line('man', 0), percent: '48,75' });
    expect(await benchmarkOf(village.house.database.db, id)).toMatchObject([
      { group: 'woman', share: 5125 },
      { group: 'man', share: 4875 },
    ]);
    await expect(set(line('woman', 60), line('man', 50))).rejects.toMatchObject({ reason: 'communities.over-hundred' });
    await expect(set(line('woman', 10), line('woman', 5))).rejects.toMatchObject({ reason: 'communities.group-twice' });
  });

  it('shows its help lines until they end', async () => {
    const { db } = village.house.database;
    await village.as(founder, enterHelpLine, { slug: 'lipovac', name: 'SOS line', contact: '0800 100 007' });
    const [line] = await helpLines(db, id);
    expect(line.contact).toBe('0800 100 007');
    await village.as(founder, endHelpLine, { slug: 'lipovac', helpLineId: line.id });
    expect(await helpLines(db, id)).toEqual([]);
  });

  it('can’t be given impossible rules by anyone who reaches the database', async () => {
    const bad = (changed: object) =>
      village.house.database.inTransaction((db) =>
        db
          .insertInto('communities.charter')
          .values({
            communityId: id,
            version: 9,
            rules: JSON.stringify({ ...rules, ...changed }),
            writtenAt: village.house.now(),
            writtenBy: founder,
          })
          .execute(),
      );
    await expect(bad({ ageToJoin: 40 })).rejects.toThrow();
    await expect(bad({ voteBy: [] })).rejects.toThrow();
    await expect(bad({ quorumPercent: 101 })).rejects.toThrow();
  });
});
