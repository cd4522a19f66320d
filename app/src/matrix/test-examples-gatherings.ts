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

/** How to ask for each action of calling people together. */
export const gatheringsExamples: Examples = {
  'gatherings.call-gathering': (town) => ({ input: callOf(town) }),
};
