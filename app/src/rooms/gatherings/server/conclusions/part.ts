import type { Part } from '../part.ts';
import { recordNextStep } from './record-next-step.ts';
import { amendConclusion, answerAmendment, confirmConclusion, writeConclusion } from './write-conclusion.ts';
import { enterReflection, writeReflection } from './write-reflection.ts';

export { recordNextStep } from './record-next-step.ts';
export {
  type Closing,
  type ShownAmendment,
  type ShownConclusion,
  type ShownReflection,
  showClosing,
} from './show-closing.ts';
export { amendConclusion, answerAmendment, confirmConclusion, writeConclusion } from './write-conclusion.ts';
export { enterReflection, writeReflection } from './write-reflection.ts';

export const conclusionsPart: Part = {
  actions: [
    writeReflection,
    enterReflection,
    writeConclusion,
    confirmConclusion,
    amendConclusion,
    answerAmendment,
    recordNextStep,
  ],
};
