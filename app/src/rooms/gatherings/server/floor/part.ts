import { foldable } from '#rooms/moderation/server/index.ts';
import { onFloor } from '../../floor-permissions.ts';
import type { Part } from '../part.ts';
import { addSpeaker, editSpeaker, withdrawSpeaker } from './add-speaker.ts';
import { askQuestion, askTogether, enterQuestion } from './ask-question.ts';
import { declareSpeaker, writeWords } from './declare-speaker.ts';
import { foldLine } from './fold-line.ts';
import { foldableQuestion, foldableReflection } from './foldable-lines.ts';
import { forgetFloorPerson } from './forget-person.ts';
import { putOnFloor, setFloor } from './put-on-floor.ts';
import { settleQuestion, takeQuestion } from './settle-question.ts';
import { countHands, supportQuestion } from './support-question.ts';

export { addSpeaker, editSpeaker, withdrawSpeaker } from './add-speaker.ts';
export { askQuestion, askTogether, enterQuestion } from './ask-question.ts';
export { declareSpeaker, writeWords } from './declare-speaker.ts';
export type { FloorAddress } from './find-floor.ts';
export { foldLine } from './fold-line.ts';
export type { FoldLine } from './folds.ts';
export {
  drawFloor,
  type LiveFloor,
  type Remembered,
  rememberFloor,
  type ScreenQuestion,
  showLiveFloor,
} from './live-floor.ts';
export { putOnFloor, setFloor } from './put-on-floor.ts';
export type { QuestionFate } from './question-fates.ts';
export { settleQuestion, takeQuestion } from './settle-question.ts';
export { type FloorSummary, type ModeratePage, showFloorSummary, showModerate } from './show-moderate.ts';
export { type ListedQuestion, listQuestions, type QuestionsPage, showQuestions } from './show-questions.ts';
export type { Panel, ShownSpeaker } from './show-speakers.ts';
export { type DeskSpeaker, showSpeakersDesk } from './show-speakers-desk.ts';
export { countHands, supportQuestion } from './support-question.ts';

foldable(foldableQuestion, foldableReflection);

export const floorPart: Part = {
  actions: [
    addSpeaker,
    editSpeaker,
    withdrawSpeaker,
    declareSpeaker,
    writeWords,
    askQuestion,
    askTogether,
    enterQuestion,
    supportQuestion,
    countHands,
    takeQuestion,
    settleQuestion,
    foldLine,
    putOnFloor,
    setFloor,
  ],
  permissions: [onFloor],
  listeners: [forgetFloorPerson],
  ticks: [],
};
