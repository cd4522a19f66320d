import type { Room } from '#platform/room.ts';
import { foldable } from '#rooms/moderation/server/index.ts';
import { onCommitment, onCommitments } from '../permissions.ts';
import { commitmentsTables } from '../tables.ts';
import { agreeAnew } from './agree-anew.ts';
import { answerCommitment } from './answer-commitment.ts';
import { askAbout } from './ask-about.ts';
import { foldableWords } from './foldable/words.ts';
import { forgetPerson } from './forget-person.ts';
import { makeCommitment } from './make-commitment.ts';
import { sayOwnWord } from './say-own-word.ts';
import { takeBack } from './take-back.ts';

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
export { agreeAnew, answerCommitment, makeCommitment, sayOwnWord, takeBack };

foldable(...foldableWords);

/** What the house needs of this room. */
export const commitmentsRoom: Room = {
  name: 'commitments',
  actions: [makeCommitment, answerCommitment, sayOwnWord, agreeAnew, takeBack],
  permissions: [onCommitments, onCommitment],
  listeners: [forgetPerson],
  ticks: [askAbout],
  tables: commitmentsTables,
};
