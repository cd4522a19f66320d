import { onHall } from '../../hall-permissions.ts';
import type { Part } from '../part.ts';
import { announceSpeakingTime } from './announce-speaking-time.ts';
import { answerMinutes } from './answer-minutes.ts';
import { layMinutes } from './lay-minutes.ts';
import { recordInHall } from './record-in-hall.ts';
import { settleConflict } from './settle-conflict.ts';
import { stopSpeakingTime } from './stop-speaking-time.ts';

export { announceSpeakingTime } from './announce-speaking-time.ts';
export { answerMinutes } from './answer-minutes.ts';
export { layMinutes } from './lay-minutes.ts';
export { recordInHall } from './record-in-hall.ts';
export { settleConflict } from './settle-conflict.ts';
export { type HallPage, type HallPicture, type ShownGroup, showHall } from './show-hall.ts';
export type { MinutesShown, WordingShown } from './show-minutes.ts';
export { stopSpeakingTime } from './stop-speaking-time.ts';
export { type InHall, type OpenConflict, type Recorded, showHallForDevice } from './what-stands.ts';

export const hallPart: Part = {
  actions: [recordInHall, settleConflict, announceSpeakingTime, stopSpeakingTime, layMinutes, answerMinutes],
  permissions: [onHall],
};
