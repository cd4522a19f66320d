import { givePasskey } from '#rooms/people/server/index.ts';
import { answerModule } from '#web/answer-module.ts';
import { atDoor, takeSeat } from '#web/knock.ts';
import type { RequestHandler } from './$types';

/** Signs in with what the device signed, and says where to go. */
export const POST: RequestHandler = (event) =>
  answerModule(event, givePasskey, { fixed: atDoor(event), shape: (seat) => ({ to: takeSeat(event, seat) }) });
