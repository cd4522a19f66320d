import type { Room } from '#platform/room.ts';
import { onCase, onContributor, onOwn, onPractice } from '../permissions.ts';
import { practiceTables } from '../tables.ts';
import { answerCredit } from './cases/answer-credit.ts';
import { creditContributor, orderContributors, uncreditContributor } from './cases/credit-contributor.ts';
import { publishCase, takeBackCase } from './cases/publish-case.ts';
import { reviseCase } from './cases/revise-case.ts';
import { takeUpCase } from './cases/take-up-case.ts';
import { writeCase } from './cases/write-case.ts';
import { endCircleSeat, leaveCircle } from './circle/end-circle-seat.ts';
import { nameToCircle } from './circle/name-to-circle.ts';
import { drawLesson, takeBackLesson } from './lessons/draw-lesson.ts';
import { addPlanItem } from './plan/add-plan-item.ts';
import { changePlanItem } from './plan/change-plan-item.ts';
import { giveWord } from './plan/give-word.ts';
import { answerIntroduction, askIntroduction } from './topics/ask-introduction.ts';
import { forgetPerson, leaveTopics, partTopics } from './topics/leave-topics.ts';
import { sayTopic, takeBackTopic } from './topics/say-topic.ts';

export { type CalendarLine, type CalendarPage, showCalendar } from './calendar.ts';
export { type ComparedCase, type ComparePage, compareCases } from './cases/compare-cases.ts';
export { type CaseFilter, type CasesPage, type ListedCase, listCases } from './cases/list-cases.ts';
export { type CasePage, type ShownContributor, showCase, showCaseForm } from './cases/show-case.ts';
export { type NewCasePage, showNewCase } from './cases/show-new-case.ts';
export { type ShownWording, showCaseWordings } from './cases/show-wordings.ts';
export { showTree, type TreeCase, type TreePage } from './cases/tree-of.ts';
export { type CirclePage, type ShownSeat, showCircle } from './circle/queries.ts';
export type { ShownLesson } from './lessons/queries.ts';
export type { Choice, ShownParty } from './parties.ts';
export { type PlanPage, type ShownItem, showPlan } from './plan/queries.ts';
export { homeOfPractice, type PracticePage, showPractice } from './show-practice.ts';
export {
  type SharesPage,
  type ShownIntroduction,
  type ShownPair,
  type ShownTopic,
  showShares,
} from './topics/queries.ts';
export {
  addPlanItem,
  answerCredit,
  answerIntroduction,
  askIntroduction,
  changePlanItem,
  creditContributor,
  drawLesson,
  endCircleSeat,
  giveWord,
  nameToCircle,
  orderContributors,
  publishCase,
  reviseCase,
  sayTopic,
  takeBackCase,
  takeBackLesson,
  takeBackTopic,
  takeUpCase,
  uncreditContributor,
  writeCase,
};

/** What the house needs of this room. */
export const practiceRoom: Room = {
  name: 'practice',
  actions: [
    nameToCircle,
    endCircleSeat,
    addPlanItem,
    changePlanItem,
    giveWord,
    sayTopic,
    takeBackTopic,
    askIntroduction,
    answerIntroduction,
    writeCase,
    takeUpCase,
    reviseCase,
    creditContributor,
    uncreditContributor,
    orderContributors,
    answerCredit,
    publishCase,
    takeBackCase,
    drawLesson,
    takeBackLesson,
  ],
  permissions: [onPractice, onOwn, onCase, onContributor],
  listeners: [leaveCircle, leaveTopics, partTopics, forgetPerson],
  ticks: [],
  tables: practiceTables,
};
