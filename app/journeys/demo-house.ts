import { startHouse } from './running-house.ts';

/**
 * Runs once before all journeys: one house with the demo town, which they share. What it returns stops it. Whoever writes a
 * journey may name a demo house that runs already (`SOFRA_JOURNEY_ORIGIN`, `SOFRA_JOURNEY_DATA`) and wait for none.
 */
export default async function openDemoHouse(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.SOFRA_JOURNEY_ORIGIN) return undefined;
  const house = await startHouse({ SOFRA_DEMO: 'yes' });
  process.env.SOFRA_JOURNEY_ORIGIN = house.origin;
  process.env.SOFRA_JOURNEY_DATA = house.dataDir;
  return async () => {
    const code = await house.stop();
    if (code !== 0) throw new Error(`the demo house ended with ${code}:\n${house.output()}`);
  };
}

/** Where the shared demo house is reached. */
export const demoOrigin = (): string => process.env.SOFRA_JOURNEY_ORIGIN ?? '';

/** The data folder the shared demo house holds. */
export const demoDataDir = (): string => process.env.SOFRA_JOURNEY_DATA ?? '';
