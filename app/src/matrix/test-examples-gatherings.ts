import { callGathering, giveRole } from '#rooms/gatherings/server/index.ts';
import type { Examples, Input } from './test-example.ts';
import type { Town } from './test-town.ts';

export const callOf = ({ communityId }: Town): Input => ({
  communityId,
  kind: 'assembly',
  theme: 'Ko čisti bunare ovog leta',
  locale: 'sr-Latn',
  place: 'Škola',
  startsAt: '2026-11-20T17:00:00Z',
  endsAt: '2026-11-20T19:00:00Z',
});

/** Calls one and says which it is. */
export const called = async (town: Town, more: Input = {}): Promise<{ communityId: string; gatheringId: string }> => {
  const { gatheringId } = await town.as<{ gatheringId: string }>('mira', callGathering, { ...callOf(town), ...more });
  return { communityId: town.communityId, gatheringId };
};

/** How to ask for each action of calling people together. */
export const gatheringsExamples: Examples = {
  'gatherings.call-gathering': (town) => ({ input: callOf(town) }),
  'gatherings.revise-gathering': async (town) => ({
    input: { ...callOf(town), ...(await called(town)), theme: 'Ko čisti česme' },
  }),
  'gatherings.call-off-gathering': async (town) => ({ input: { ...(await called(town)), why: 'Sneg' } }),
  'gatherings.give-role': async (town) => ({
    input: { ...(await called(town)), personId: town.people.toma, role: 'chair' },
  }),
  'gatherings.end-role': async (town) => {
    const role = { ...(await called(town)), personId: town.people.toma, role: 'chair' };
    await town.as('mira', giveRole, role);
    return { input: role };
  },
};
