import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningHouse, startHouse } from './running-house.ts';

/**
 * Runs once before all journeys: the demo town is filled once, kept as it is on its first day, and opened as the house that the
 * journeys share. What it returns stops it. Whoever writes a journey may name a demo house that runs already
 * (`SOFRA_JOURNEY_ORIGIN`, `SOFRA_JOURNEY_DATA`) and wait for none.
 */
export default async function openDemoHouse(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.SOFRA_JOURNEY_ORIGIN) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'sofra-demo-'));
  const [firstDay, dataDir] = [join(folder, 'first-day'), join(folder, 'shared')];
  await endWell(await startHouse({ SOFRA_DEMO: 'yes', DATA_DIR: firstDay }));
  cpSync(firstDay, dataDir, { recursive: true });
  const house = await startHouse({ SOFRA_DEMO: 'yes', DATA_DIR: dataDir });
  process.env.SOFRA_JOURNEY_ORIGIN = house.origin;
  process.env.SOFRA_JOURNEY_DATA = dataDir;
  process.env.SOFRA_JOURNEY_FIRST_DAY = firstDay;
  return async () => {
    await endWell(house);
    rmSync(folder, { recursive: true, force: true });
  };
}

async function endWell(house: RunningHouse): Promise<void> {
  const code = await house.stop();
  if (code !== 0) throw new Error(`the demo house ended with ${code}:\n${house.output()}`);
}

/** A data folder that holds the demo town as it is on its first day, where one is kept; else the house fills it. */
export function layFirstDay(dataDir: string): void {
  const firstDay = process.env.SOFRA_JOURNEY_FIRST_DAY;
  if (firstDay && existsSync(firstDay)) cpSync(firstDay, dataDir, { recursive: true });
}

/** Where the shared demo house is reached. */
export const demoOrigin = (): string => process.env.SOFRA_JOURNEY_ORIGIN ?? '';

/** The data folder the shared demo house holds. */
export const demoDataDir = (): string => process.env.SOFRA_JOURNEY_DATA ?? '';
