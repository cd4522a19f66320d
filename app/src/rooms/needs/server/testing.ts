import type { Context } from '#platform/context.ts';
import { proposeRole, secondRole } from '#rooms/communities/server/index.ts';
import { type TestVillage, testVillage } from '#rooms/communities/server/testing.ts';
import { raiseNeed } from './raise-need.ts';
import { showNeed } from './show-need.ts';

/** A village with needs in it: Mira founded it, Petar is steward beside her, Jovan and Ana sit in it, Vesna has another one. */
export interface NeedVillage extends TestVillage {
  readonly slug: string;
  readonly mira: string;
  readonly jovan: string;
  readonly ana: string;
  readonly vesna: string;
  readonly communityId: string;
  /** Raises a need and returns its number. */
  raise(by: string, title: string, more?: Readonly<Record<string, unknown>>): Promise<number>;
  show(by: string, number: number): ReturnType<typeof showNeed>;
  /** Gives somebody a role, with a second who agrees. */
  grant(personId: string, role: string): Promise<void>;
}

/** Makes it on the worker's database. */
export async function needVillage(): Promise<NeedVillage> {
  const village = await testVillage();
  const slug = 'lipovac';
  const mira = await village.person('Mira');
  const communityId = await village.found(mira, slug);
  const [jovan, ana, petar] = await village.members(slug, 'Jovan', 'Ana', 'Petar');
  await village.as(mira, proposeRole, { slug, personId: petar, role: 'steward', change: 'grant' });
  const vesna = await village.person('Vesna');
  await village.found(vesna, 'drugo');
  const raise: NeedVillage['raise'] = async (by, title, more = {}) => {
    const input = { slug, title, locale: 'sr-Cyrl', ...more };
    return (await village.as<{ number: number }>(by, raiseNeed, input)).number;
  };
  return {
    ...village,
    slug,
    mira,
    jovan,
    ana,
    vesna,
    communityId,
    raise,
    show: (by, number) => village.reads(by, (context: Context) => showNeed(context, { slug, number })),
    grant: async (personId, role) => {
      await village.as(mira, proposeRole, { slug, personId, role, change: 'grant' });
      const waiting = await village.house.database.db
        .selectFrom('communities.roleChange')
        .select('id')
        .where('personId', '=', personId)
        .where('closedAt', 'is', null)
        .executeTakeFirst();
      if (waiting) await village.as(petar, secondRole, { slug, changeId: waiting.id });
    },
  };
}
