import type { Room } from '#platform/room.ts';
import { onDecision } from '../permissions.ts';
import { decisionsTables } from '../tables.ts';
import { castBallot } from './box/cast-ballot.ts';
import { closeDecision } from './box/close-decision.ts';
import { forgetBallots } from './box/forget-ballots.ts';
import { withdrawBallot } from './box/withdraw-ballot.ts';
import { noteOutreach } from './inclusion/note-outreach.ts';
import { sayGroup } from './inclusion/say-group.ts';
import { recordAnswer } from './outcome/record-answer.ts';
import { draftDecision } from './paper/draft-decision.ts';
import { extendDecision } from './paper/extend-decision.ts';
import { moveNeeds } from './paper/of-needs.ts';
import { openDecision } from './paper/open-decision.ts';
import { reviseDecision } from './paper/revise-decision.ts';
import { withdrawDecision } from './paper/withdraw-decision.ts';
import { answerObjection } from './roll/answer-objection.ts';
import { objectToRoll } from './roll/object-to-roll.ts';
import { decisionTicks } from './ticks.ts';

export { seedDecisions } from '../seed.ts';
export { castBallot } from './box/cast-ballot.ts';
export { closeDecision } from './box/close-decision.ts';
export { withdrawBallot } from './box/withdraw-ballot.ts';
export { homeOfDecisions } from './home.ts';
export { type ImportProgress, importPabulib, type PabulibImport } from './import/import-pabulib.ts';
export { noteOutreach } from './inclusion/note-outreach.ts';
export { sayGroup } from './inclusion/say-group.ts';
export type { OutcomeFacts } from './outcome/count-decision.ts';
export { countDecision } from './outcome/count-decision.ts';
export { recordAnswer } from './outcome/record-answer.ts';
export { type RecountFile, recountFile } from './outcome/recount.ts';
export { type OutcomePage, showNamedBallots, showOutcome, showReceipts } from './outcome/show-outcome.ts';
export { draftDecision } from './paper/draft-decision.ts';
export { extendDecision } from './paper/extend-decision.ts';
export type { Decision, DecisionOption } from './paper/find-decision.ts';
export { decisionsOfNeed, namedNeeds } from './paper/of-needs.ts';
export { openDecision } from './paper/open-decision.ts';
export { reviseDecision } from './paper/revise-decision.ts';
export { draftSeatedDecision, seatDecision } from './paper/seating.ts';
export { type PaperForm, showNewPaper, showPaper } from './paper/show-paper-form.ts';
export { withdrawDecision } from './paper/withdraw-decision.ts';
export {
  type DecisionPage,
  type ListedDecision,
  linesOfDecisions,
  listDecisions,
  locate,
  type Place,
  showDecision,
} from './queries.ts';
export { answerObjection } from './roll/answer-objection.ts';
export { objectToRoll } from './roll/object-to-roll.ts';
export { type RollPage, showRoll } from './roll/show-roll.ts';

export const decisionsRoom: Room = {
  name: 'decisions',
  actions: [
    draftDecision,
    reviseDecision,
    openDecision,
    castBallot,
    withdrawBallot,
    closeDecision,
    sayGroup,
    noteOutreach,
    extendDecision,
    withdrawDecision,
    objectToRoll,
    answerObjection,
    recordAnswer,
  ],
  permissions: [onDecision],
  listeners: [forgetBallots, ...moveNeeds],
  ticks: decisionTicks,
  tables: decisionsTables,
};
