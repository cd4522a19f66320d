import type { Room } from '#platform/room.ts';
import { onNeed, onNeeds, onOffer, onPrivateNeed } from '../permissions.ts';
import { needsTables } from '../tables.ts';
import { answerAgain } from './again/answer-again.ts';
import { askAgain } from './again/ask-again.ts';
import { changeNeedState } from './change-need-state.ts';
import { enterHallSheet } from './enter-hall-sheet.ts';
import { answerNeedAppeal, appealNeedFold } from './folding/appeal-fold.ts';
import { foldNeed } from './folding/fold-need.ts';
import { reportNeed, setNeedReportAside } from './folding/report-need.ts';
import { secondNeedFold, unfoldNeed } from './folding/second-fold.ts';
import { unfoldUnseconded } from './folding/unfold-unseconded.ts';
import { forgetPerson } from './forget-person.ts';
import { groupNeeds } from './group-needs.ts';
import { holdNeeds } from './import/hold-needs.ts';
import { mergeNeeds, partNeeds } from './merge-needs.ts';
import { noteVisit } from './note-visit.ts';
import { offerAsset, withdrawOffer } from './offers/offer-asset.ts';
import { answerPrivateNeed } from './private/answer-private-need.ts';
import { tellPrivately } from './private/tell-privately.ts';
import { raiseNeed } from './raise-need.ts';
import { sayYes } from './say-yes.ts';
import { supportNeed, withdrawSupport } from './support-need.ts';
import { talkAboutNeed } from './talk-about-need.ts';
import { editNeed } from './wording/edit-need.ts';
import { withdrawNeed } from './wording/withdraw-need.ts';

export { moveNeed } from './change-need-state.ts';
export { countWaiting, showHallSheet, showNeedsDesk } from './desk.ts';
export { showFoldedNeeds, showNeedFold, showNeedFoldLog, showReportedNeeds } from './folding/queries.ts';
export { deskOfNeeds, homeOfNeeds, waitsForMe } from './home.ts';
export { checkNeeds, showHeldNeeds } from './import/hold-needs.ts';
export { applyHeldNeeds, importNeeds, type NeedImport } from './import/import-needs.ts';
export type { ImportedNeed } from './import/need-rows.ts';
export type { ListedNeed } from './listed.ts';
export { knownPlaces, mapNeeds, type NeedMap } from './map.ts';
export { listOffers, type ShownOffer, showOffer } from './offers/queries.ts';
export { type PrivateDoor, type PrivateNeed, showPrivateDoor } from './private/queries.ts';
export { listNeeds, type NeedFilter, type NeedList, needsById, openNeeds } from './queries.ts';
export { showNeed } from './show-need.ts';
export { twinsOf } from './twins.ts';
export { raisedThisWeek, showWeek, type Week } from './week.ts';
export { showNeedWordings } from './wording/wordings.ts';
export {
  answerAgain,
  answerNeedAppeal,
  answerPrivateNeed,
  appealNeedFold,
  changeNeedState,
  editNeed,
  enterHallSheet,
  foldNeed,
  groupNeeds,
  holdNeeds,
  mergeNeeds,
  noteVisit,
  offerAsset,
  partNeeds,
  raiseNeed,
  reportNeed,
  sayYes,
  secondNeedFold,
  setNeedReportAside,
  supportNeed,
  talkAboutNeed,
  tellPrivately,
  unfoldNeed,
  withdrawNeed,
  withdrawOffer,
  withdrawSupport,
};

/** What the house needs of this room. */
export const needsRoom: Room = {
  name: 'needs',
  actions: [
    raiseNeed,
    sayYes,
    supportNeed,
    withdrawSupport,
    talkAboutNeed,
    editNeed,
    withdrawNeed,
    reportNeed,
    setNeedReportAside,
    foldNeed,
    secondNeedFold,
    unfoldNeed,
    appealNeedFold,
    answerNeedAppeal,
    changeNeedState,
    mergeNeeds,
    partNeeds,
    groupNeeds,
    answerAgain,
    offerAsset,
    withdrawOffer,
    enterHallSheet,
    holdNeeds,
    tellPrivately,
    answerPrivateNeed,
    noteVisit,
  ],
  permissions: [onNeeds, onNeed, onOffer, onPrivateNeed],
  listeners: [forgetPerson],
  ticks: [askAgain, unfoldUnseconded],
  tables: needsTables,
};
