import { onCycle } from '../../cycle-permissions.ts';
import type { Part } from '../part.ts';
import { addSession } from './add-session.ts';
import { callChoice } from './call-choice.ts';
import { chooseTable, leaveTable, seatAtTable } from './choose-table.ts';
import { drawComposition } from './composition.ts';
import { deskOfCycles } from './desk.ts';
import { forgetSeats, leaveTables } from './forget-seats.ts';
import { bringReport, formGroup } from './form-group.ts';
import { endModerator, nameModerator } from './name-moderator.ts';
import { noteRecommendation } from './note-recommendation.ts';
import { openCycle } from './open-cycle.ts';
import { reviseCycle } from './revise-cycle.ts';
import { secureMoney } from './secure-money.ts';
import { setRule } from './set-rule.ts';
import { setTable } from './set-table.ts';
import { talkAtTable } from './talk-at-table.ts';
import { writeIdea } from './write-idea.ts';
import { writeInput } from './write-input.ts';
import { writeRecommendation } from './write-recommendation.ts';

export { type CycleOfSession, cycleOfSession } from './cycle-of-session.ts';
export { type CyclePage, listCycles, showCycle } from './show-cycle.ts';
export { type CycleDesk, showCycleDesk, showCycleForm } from './show-cycle-desk.ts';
export { showTable, type TablePage } from './show-table.ts';
export {
  addSession,
  bringReport,
  callChoice,
  chooseTable,
  deskOfCycles,
  endModerator,
  formGroup,
  leaveTable,
  nameModerator,
  noteRecommendation,
  openCycle,
  reviseCycle,
  seatAtTable,
  secureMoney,
  setRule,
  setTable,
  talkAtTable,
  writeIdea,
  writeInput,
  writeRecommendation,
};

export const cyclePart: Part = {
  actions: [
    openCycle,
    reviseCycle,
    addSession,
    secureMoney,
    setTable,
    nameModerator,
    endModerator,
    setRule,
    chooseTable,
    seatAtTable,
    leaveTable,
    writeInput,
    writeIdea,
    writeRecommendation,
    noteRecommendation,
    formGroup,
    bringReport,
    talkAtTable,
    callChoice,
  ],
  permissions: [onCycle],
  listeners: [forgetSeats, leaveTables],
  ticks: [drawComposition],
};
