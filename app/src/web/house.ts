import type { House } from '#platform/house.ts';

/** The house of this process. The development server, which has no server.ts in front, opens it on the first request. */
export async function findHouse(): Promise<House> {
  if (globalThis.sofra) return globalThis.sofra;
  const { openHouse } = await import('../open-house.ts');
  const { readEnv } = await import('#env');
  globalThis.sofra ??= await openHouse(readEnv(process.env));
  return globalThis.sofra;
}
