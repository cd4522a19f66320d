import type { Context } from '#platform/context.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import type { NeedState } from '../words.ts';
import { publicNeeds } from './listed.ts';

/** Where it hurts: points for those who gave one, and every open need under the name of its place. */
export interface NeedMap {
  readonly community: Community;
  readonly points: readonly {
    readonly number: number;
    readonly title: string;
    readonly locale: string;
    readonly latitude: number;
    readonly longitude: number;
  }[];
  readonly places: readonly {
    readonly name: string;
    readonly needs: readonly {
      readonly number: number;
      readonly title: string;
      readonly locale: string;
      readonly state: NeedState;
    }[];
  }[];
}

/** The newest five hundred public needs by place. */
export async function mapNeeds(context: Context, slug: string): Promise<NeedMap> {
  const community = await findCommunity(context.db, slug);
  const rows = await publicNeeds(context, community.id)
    .select(['n.latitude', 'n.longitude'])
    .where('n.state', 'not in', ['done', 'let-go'])
    .orderBy('n.number', 'desc')
    .limit(500)
    .execute();
  const places = new Map<string, NeedMap['places'][number]['needs'][number][]>();
  for (const { number, title, locale, state, place } of rows) {
    const name = context.language.show(place, locale);
    places.set(name, [...(places.get(name) ?? []), { number, title, locale, state }]);
  }
  return {
    community,
    points: rows.flatMap(({ number, title, locale, latitude, longitude }) =>
      latitude === null || longitude === null ? [] : [{ number, title, locale, latitude, longitude }],
    ),
    // Those without a place come last.
    places: [...places]
      .map(([name, needs]) => ({ name, needs }))
      .sort((a, b) => Number(a.name === '') - Number(b.name === '') || context.language.compare(a.name, b.name)),
  };
}

/** What a map on which somebody picks a place can show of what is public already: numbers and points, no words. */
export async function knownPlaces(
  context: Context,
  slug: string,
): Promise<{
  centre: readonly [latitude: number, longitude: number] | null;
  points: readonly { readonly number: number; readonly at: readonly [latitude: number, longitude: number] }[];
}> {
  const { community, points } = await mapNeeds(context, slug);
  const { latitude, longitude } = community;
  return {
    centre: latitude === null || longitude === null ? null : [latitude, longitude],
    points: points.map((point) => ({ number: point.number, at: [point.latitude, point.longitude] })),
  };
}
