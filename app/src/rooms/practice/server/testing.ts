import {
  addToOrganisation,
  bringOrganisation,
  joinCommunity,
  registerOrganisation,
} from '#rooms/communities/server/index.ts';
import { type TestVillage, testVillage } from '#rooms/communities/server/testing.ts';
import { publishCase } from './cases/publish-case.ts';
import { takeUpCase } from './cases/take-up-case.ts';
import { writeCase } from './cases/write-case.ts';

export const SLUG = 'praksa';

/** Words of a case that may be published. */
export const CASE = {
  slug: SLUG,
  title: 'Zajednička hladnjača',
  locale: 'sr-Latn',
  country: 'RS',
  context: 'Voće propada svake jeseni.',
  done: 'Dvanaest domaćinstava je kupilo hladnjaču.',
  changed: 'Prodaje se i u februaru.',
  failed: 'Prve godine struja je koštala više nego voće.',
  notWhere: 'Gde nema puta zimi.',
};

/**
 * A practice: Mira founded it, Jovan sits in it; Ana leads Zora, which belongs to it, Rada works there; Vesna leads Iskra in
 * Kenya and doesn't belong; Nina founded a village of her own.
 */
export interface TestPractice extends TestVillage {
  readonly practiceId: string;
  readonly mira: string;
  readonly jovan: string;
  readonly ana: string;
  readonly rada: string;
  readonly vesna: string;
  readonly nina: string;
  readonly zora: string;
  readonly iskra: string;
  readonly villageId: string;
  /** Writes a case and publishes it; returns its number. */
  published(by: string, more?: Readonly<Record<string, unknown>>): Promise<number>;
  /** Takes a case up for an organisation or a community and publishes it; returns its number. */
  uptake(by: string, from: number, more?: Readonly<Record<string, unknown>>): Promise<number>;
  /** Sentences' kinds that a person was told, the oldest first. */
  told(personId: string): Promise<string[]>;
}

/** Makes it on the worker's database. */
export async function testPractice(): Promise<TestPractice> {
  const village = await testVillage();
  const { as, person, found, house } = village;
  const [mira, jovan, ana, rada, vesna, nina] = await Promise.all(
    ['Mira', 'Jovan', 'Ana', 'Rada', 'Vesna', 'Nina'].map(person),
  );
  const practiceId = await found(mira, SLUG, { kind: 'practice', name: 'Praksa' });
  const villageId = await found(nina, 'gornje-selo');
  await as(jovan, joinCommunity, { slug: SLUG, belonging: 'other', oldEnough: 'yes' });
  const organisation = async (lead: string, slug: string, country: string): Promise<string> => {
    const more = { locale: 'sr-Latn', tier: 'local', kind: 'association', country };
    await as(lead, registerOrganisation, { slug, name: slug, ...more });
    const { id } = await house.database.db
      .selectFrom('communities.organisation')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow();
    return id;
  };
  const zora = await organisation(ana, 'zora', 'RS');
  const iskra = await organisation(vesna, 'iskra', 'KE');
  await as(ana, addToOrganisation, { organisation: 'zora', personId: rada, role: 'member' });
  await as(mira, bringOrganisation, { slug: SLUG, organisation: 'zora' });
  const publish = async (by: string, { number }: { number: number }) => {
    await as(by, publishCase, { slug: SLUG, number });
    return number;
  };
  return {
    ...village,
    ...{ practiceId, mira, jovan, ana, rada, vesna, nina, zora, iskra, villageId },
    published: async (by, more = {}) => publish(by, await as(by, writeCase, { ...CASE, ...more })),
    uptake: async (by, from, more = {}) =>
      publish(by, await as(by, takeUpCase, { ...CASE, from, how: 'adopted', ...more })),
    told: async (personId) => {
      const rows = await house.database.db
        .selectFrom('messages.notice')
        .select('kind')
        .where('personId', '=', personId)
        .orderBy('id')
        .execute();
      return rows.map(({ kind }) => kind);
    },
  };
}
