import * as gatherings from '#rooms/gatherings/server/index.ts';
import { reported, waitingWords } from './test-examples-report.ts';
import type { Query } from './test-queries.ts';
import { SLUG } from './test-town.ts';

/** Every query of a report that takes a context, and whom it answers. What waits for a yes is said to nobody but the desk. */
export const reportQueries: Readonly<Record<string, Query>> = {
  'gatherings.showReport': {
    for: 'public',
    ask: async (context, _, town) => gatherings.showReport(context, (await reported(town, true)).at),
  },
  'gatherings.reportOfGathering': {
    for: 'public',
    ask: async (context, _, town) => {
      const { gathering } = await gatherings.gatheringAt(context, (await reported(town)).at);
      return gatherings.reportOfGathering(context, gathering);
    },
    outside: { publishedAt: null, write: false },
  },
  'gatherings.showReportFeed': {
    for: 'public',
    ask: async (context, _, town) => gatherings.showReportFeed(context, (await reported(town, true)).at),
  },
  'gatherings.showReportsFeed': {
    for: 'public',
    ask: async (context, _, town) => {
      await reported(town, true);
      return gatherings.showReportsFeed(context, SLUG);
    },
  },
  'gatherings.showReportDesk': {
    for: 'desk',
    ask: async (context, _, town) => gatherings.showReportDesk(context, (await reported(town)).at),
  },
  'gatherings.showOwnWords': {
    for: 'who holds it',
    ask: async (context, _, town) => {
      const { speaker } = await gatherings.showOwnWords(context, (await waitingWords(town, 'mira')).at);
      return speaker.words.length;
    },
  },
  'gatherings.showSpeakerLink': {
    for: 'public',
    // Whoever holds the link is the speaker and reads their own words; everybody else has no link.
    ask: async (context, _, town) => {
      const { at, token } = await waitingWords(town);
      const { speaker } = await gatherings.showSpeakerLink(context, { ...at, token });
      return speaker.words.map(({ kind, approved }) => ({ kind, approved }));
    },
  },
};

/** Looking through a file before it is brought in. */
export const importQueries: Readonly<Record<string, Query>> = {
  'gatherings.checkEvent': {
    for: 'desk',
    ask: (context) =>
      gatherings.checkEvent(context, {
        slug: SLUG,
        fileName: 'skup.md',
        bytes: new TextEncoder().encode('# Ko čisti bunare\nDatum: 2026-12-05\nMesto: Škola\n- 10:00–11:00 Pozdrav'),
      }),
  },
};

/** Who may know of a report that is not public. */
export const hiddenReports: Readonly<Record<string, Query>> = {
  'a draft of a report': {
    for: 'desk',
    ask: async (context, _, town) => gatherings.showReport(context, (await waitingWords(town)).at),
  },
};
