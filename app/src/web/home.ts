import type { Context } from '#platform/context.ts';
import { homeOfCommitments } from '#rooms/commitments/server/index.ts';
import type { Community, Home } from '#rooms/communities/index.ts';
import { homeOfCommunity } from '#rooms/communities/server/index.ts';
import { homeOfDecisions } from '#rooms/decisions/server/index.ts';
import { homeOfGatherings } from '#rooms/gatherings/server/index.ts';
import { homeOfModeration } from '#rooms/moderation/server/index.ts';
import { homeOfNeeds } from '#rooms/needs/server/index.ts';
import { homeOfPractice } from '#rooms/practice/server/index.ts';

/** A room's part of a community's front page. It authorizes what it shows and gives few lines, the most urgent first. */
export type HomePart = (context: Context, community: Community) => Promise<Partial<Home>>;

/** Each room that has something to say adds one line here. */
const parts: readonly HomePart[] = [
  homeOfCommunity,
  homeOfDecisions,
  homeOfCommitments,
  homeOfGatherings,
  homeOfNeeds,
  homeOfModeration,
  homeOfPractice,
];

/** The front page of a community, put together from what each room has to say. */
export async function showHome(context: Context, community: Community): Promise<Home> {
  const home: Partial<Home>[] = [];
  for (const part of parts) home.push(await part(context, community));
  const all = (of: keyof Home) => home.flatMap((part) => part[of] ?? []);
  return { now: all('now'), open: all('open'), decided: all('decided'), raised: all('raised'), next: all('next') };
}
