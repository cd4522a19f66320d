import type { Room } from '#platform/room.ts';
import { onCommitment, onCommitments, onWordFold } from '../permissions.ts';
import { commitmentsTables } from '../tables.ts';
import { agreeAnew } from './agree-anew.ts';
import { answerCommitment } from './answer-commitment.ts';
import { askAbout } from './ask-about.ts';
import { answerWordAppeal, appealWordFold } from './folding/appeal-fold.ts';
import { foldWords } from './folding/fold-words.ts';
import { secondWordFold, unfoldWords } from './folding/second-fold.ts';
import { unfoldUnseconded } from './folding/unfold-unseconded.ts';
import { forgetPerson } from './forget-person.ts';
import { makeCommitment } from './make-commitment.ts';
import { sayOwnWord } from './say-own-word.ts';
import { takeBack } from './take-back.ts';

export { showWordFoldLog } from './folding/queries.ts';
export { deskOfCommitments, homeOfCommitments } from './home.ts';
export {
  type CommitmentList,
  commitmentsFrom,
  listCommitments,
  myCommitments,
  type OwnCommitment,
  type Pulse,
  pulseOfWords,
} from './list-commitments.ts';
export type { ListedCommitment, ShownGiver } from './listed.ts';
export { type Recorded, recordCommitment } from './record-commitment.ts';
export { showCommitment } from './show-commitment.ts';
export { showWordForm, type WordChoice } from './show-word-form.ts';
export {
  agreeAnew,
  answerCommitment,
  answerWordAppeal,
  appealWordFold,
  foldWords,
  makeCommitment,
  sayOwnWord,
  secondWordFold,
  takeBack,
  unfoldWords,
};

/** What the house needs of this room. */
export const commitmentsRoom: Room = {
  name: 'commitments',
  actions: [
    makeCommitment,
    answerCommitment,
    sayOwnWord,
    agreeAnew,
    takeBack,
    foldWords,
    secondWordFold,
    unfoldWords,
    appealWordFold,
    answerWordAppeal,
  ],
  permissions: [onCommitments, onCommitment, onWordFold],
  listeners: [forgetPerson],
  ticks: [askAbout, unfoldUnseconded],
  tables: commitmentsTables,
};
