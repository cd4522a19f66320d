import { addToOrganisation, bringOrganisation, registerOrganisation } from '#rooms/communities/server/index.ts';
import { type TestVillage, testVillage } from '#rooms/communities/server/testing.ts';
import { makeCommitment } from './make-commitment.ts';
import type { Recorded } from './record-commitment.ts';

/**
 * A village in which words are given: Mira founded it and sits at the desk, Jovan and Ana sit in it, Vesna has another one,
 * Lena leads the association Zora, which is at the table too.
 */
export interface WordVillage extends TestVillage {
  readonly slug: string;
  readonly communityId: string;
  readonly mira: string;
  readonly jovan: string;
  readonly ana: string;
  readonly vesna: string;
  readonly lena: string;
  readonly zora: string;
  /** Gives a word and returns where it is. */
  give(by: string, what: string, more?: Readonly<Record<string, unknown>>): Promise<Recorded>;
}

/** Makes it on the worker's database. */
export async function wordVillage(): Promise<WordVillage> {
  const village = await testVillage();
  const slug = 'lipovac';
  const mira = await village.person('Mira');
  const communityId = await village.found(mira, slug);
  const [jovan, ana] = await village.members(slug, 'Jovan', 'Ana');
  const [vesna, lena] = [await village.person('Vesna'), await village.person('Lena')];
  await village.found(vesna, 'drugo');
  const form = { slug: 'zora', name: 'Зора', locale: 'sr-Cyrl', tier: 'local', kind: 'association', country: 'RS' };
  await village.as(lena, registerOrganisation, form);
  await village.as(lena, addToOrganisation, { organisation: 'zora', personId: vesna, role: 'member' });
  await village.as(mira, bringOrganisation, { slug, organisation: 'zora' });
  const { id: zora } = await village.house.database.db
    .selectFrom('communities.organisation')
    .select('id')
    .where('slug', '=', 'zora')
    .executeTakeFirstOrThrow();
  const give: WordVillage['give'] = (by, what, more = {}) =>
    village.as<Recorded>(by, makeCommitment, { slug, what, locale: 'sr-Cyrl', dueOn: '2026-12-20', ...more });
  return { ...village, slug, communityId, mira, jovan, ana, vesna, lena, zora, give };
}
