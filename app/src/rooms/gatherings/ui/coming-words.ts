import type { Language } from '#platform/language/language.ts';

/** How many places there are and how many are taken, in one sentence. */
export function placesInWords(
  { say }: Language,
  { places, seated, waiting }: { readonly places: number | null; readonly seated: number; readonly waiting: number },
): string {
  if (places === null) return say('coming.places.open', { count: seated });
  const free = places - seated;
  if (free > 0 && waiting === 0) return say('coming.places.free', { count: free, places });
  return say('coming.places.full', { count: waiting, places });
}
