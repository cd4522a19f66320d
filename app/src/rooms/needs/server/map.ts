import type { Context } from '#platform/context.ts';
import type { Language } from '#platform/language/language.ts';
import { isCyrillic, toPlain } from '#platform/language/latin.ts';
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
  return {
    community,
    points: rows.flatMap(({ number, title, locale, latitude, longitude }) =>
      latitude === null || longitude === null ? [] : [{ number, title, locale, latitude, longitude }],
    ),
    places: byPlace(context.language, rows),
  };
}

type Place = NeedMap['places'][number];

/** One place however it was written, in either script; those without one come last. */
function byPlace(
  { locale: reads, show, compare }: Language,
  needs: readonly (Place['needs'][number] & { readonly place: string })[],
): Place[] {
  const inReadersScript = (name: string) => isCyrillic(name) === /Cyrl|^mk/.test(reads);
  const places = new Map<string, Place>();
  for (const { number, title, locale, state, place } of needs) {
    const known = places.get(toPlain(place));
    const written = show(place, locale);
    const name = known && (inReadersScript(known.name) || !inReadersScript(written)) ? known.name : written;
    places.set(toPlain(place), { name, needs: [...(known?.needs ?? []), { number, title, locale, state }] });
  }
  return [...places.values()].sort((a, b) => Number(a.name === '') - Number(b.name === '') || compare(a.name, b.name));
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
