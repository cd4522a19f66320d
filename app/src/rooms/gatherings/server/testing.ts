import { deliverAnnouncements } from '#platform/announcements.ts';
import { tickOnce } from '#platform/jobs/ticking.ts';
import { allRooms } from '#rooms/all.ts';
import { bringOrganisation, registerOrganisation } from '#rooms/communities/server/index.ts';
import { type TestVillage, testVillage } from '#rooms/communities/server/testing.ts';
import { callGathering } from './calling/call-gathering.ts';

/** A village that calls people together: mira founded it and sits at the desk; the others are members. */
export interface CallingVillage extends TestVillage {
  readonly slug: string;
  readonly communityId: string;
  readonly mira: string;
  /** Calls an assembly by mira; it is on 20 November 2026 from 17 to 19 UTC, now is 1 November. */
  call(more?: Readonly<Record<string, unknown>>): Promise<{ communityId: string; gatheringId: string; number: number }>;
  /** Brings what was announced to its listeners. */
  listen(): Promise<void>;
  /** Does what is due. */
  tick(): Promise<void>;
  organisation(slug: string): Promise<string>;
}

export const CALL = {
  kind: 'assembly',
  theme: 'Ko čisti bunare',
  locale: 'sr-Latn',
  place: 'Škola',
  startsAt: '2026-11-20T17:00:00Z',
  endsAt: '2026-11-20T19:00:00Z',
};

/** Makes it on the worker's database. */
export async function callingVillage(): Promise<CallingVillage> {
  const village = await testVillage();
  const { as, person, found } = village;
  const house = { ...village.house, rooms: allRooms };
  const mira = await person('Mira');
  const slug = 'lipovac';
  const communityId = await found(mira, slug);
  return {
    ...village,
    slug,
    communityId,
    mira,
    call: async (more = {}) => {
      const called = await as<{ gatheringId: string; number: number }>(mira, callGathering, {
        communityId,
        ...CALL,
        ...more,
      });
      return { communityId, ...called };
    },
    listen: async () => {
      await deliverAnnouncements(house);
    },
    tick: () => tickOnce(house),
    organisation: async (name) => {
      await as(mira, registerOrganisation, {
        slug: name,
        name,
        locale: 'sr-Latn',
        tier: 'local',
        kind: 'association',
        country: 'RS',
      });
      await as(mira, bringOrganisation, { slug, organisation: name });
      const { id } = await village.house.database.db
        .selectFrom('communities.organisation')
        .select('id')
        .where('slug', '=', name)
        .executeTakeFirstOrThrow();
      return id;
    },
  };
}
