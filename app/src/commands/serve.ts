import { readEnv } from '#env';
import { serve } from '../front/serve.ts';

/** Serves the house until SIGINT or SIGTERM; prints the address. The exit code is 0 after a clean stop. */
export async function runServe(): Promise<number> {
  const env = readEnv(process.env);
  const serving = await serve(env, async () => {});
  console.log(`http://localhost:${serving.port}`);
  return new Promise((resolve) => {
    let stopping = false;
    const stop = () => {
      if (stopping) return;
      stopping = true;
      serving.close().then(
        () => resolve(0),
        (error) => {
          console.error(error);
          resolve(1);
        },
      );
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
