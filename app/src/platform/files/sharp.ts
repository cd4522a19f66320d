import type sharp from 'sharp';

/** The library that draws pictures, loaded with the first one: it takes memory that a house without pictures can spare. */
export async function loadSharp(): Promise<typeof sharp> {
  const { default: loaded } = await import('sharp');
  // No picture is drawn twice in a row, so what it would remember of the last ones is only in the way.
  loaded.cache(false);
  loaded.concurrency(1);
  return loaded;
}
