import { onFloor } from '../../floor-permissions.ts';
import type { Part } from '../part.ts';
import { askQuestion, askTogether, enterQuestion } from './ask-question.ts';
import { settleQuestion, takeQuestion } from './settle-question.ts';
import { countHands, supportQuestion } from './support-question.ts';

export { askQuestion, askTogether, enterQuestion } from './ask-question.ts';
export type { FloorAddress } from './find-floor.ts';
export type { FoldLine } from './folds.ts';
export {
  drawFloor,
  type LiveFloor,
  type Remembered,
  rememberFloor,
  type ScreenQuestion,
  showLiveFloor,
} from './live-floor.ts';
export type { QuestionFate } from './question-fates.ts';
export { settleQuestion, takeQuestion } from './settle-question.ts';
export { type ListedQuestion, listQuestions, type QuestionsPage, showQuestions } from './show-questions.ts';
export { countHands, supportQuestion } from './support-question.ts';

export const floorPart: Part = {
  actions: [askQuestion, askTogether, enterQuestion, supportQuestion, countHands, takeQuestion, settleQuestion],
  permissions: [onFloor],
};
