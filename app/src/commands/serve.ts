import { readEnv } from '#env';
import { seedTown } from '../../db/seed.ts';
import { serve } from '../front/serve.ts';
import { listenForCommands } from './socket.ts';
import { untilStopped } from './until-stopped.ts';

/** Serves the house until SIGINT or SIGTERM; prints the address and, in the demo, how to sign in. Exit code 0 after a clean stop. */
export async function runServe(): Promise<number> {
  const env = readEnv(process.env);
  const serving = await serve(env, async (house) => {
    if (house.settings.demo) await seedTown(house);
  });
  const stopListening = await listenForCommands(serving.house, env.dataDir);
  const { source } = serving.house.languages;
  const address = env.originGiven ? env.origin : `http://localhost:${serving.port}`;
  console.log(source.say('commands.serve.address', { address }));
  console.log(source.say(serving.house.settings.demo ? 'commands.serve.demo' : 'commands.serve.real'));
  return untilStopped(async () => {
    await stopListening();
    await serving.close();
  });
}
