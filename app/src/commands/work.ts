import { readEnv } from '#env';
import { startJobs } from '#platform/jobs/ticking.ts';
import { openHouse } from '../open-house.ts';
import { untilStopped } from './until-stopped.ts';

/** Runs jobs and announcements apart from the web processes (PostgreSQL; the web then runs with `JOBS=apart`). */
export async function runWork(): Promise<number> {
  const house = await openHouse(readEnv(process.env));
  const jobs = await startJobs(house);
  console.log(house.languages.source.say('commands.work.running'));
  return untilStopped(async () => {
    await jobs.stop();
    await house.outgoing.close();
    await house.database.close();
  });
}
