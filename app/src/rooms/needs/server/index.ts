import type { Room } from '#platform/room.ts';
import { foldable } from '#rooms/moderation/server/index.ts';
import { onNeed, onNeeds, onOffer, onPrivateNeed } from '../permissions.ts';
import { needsTables } from '../tables.ts';
import { answerAgain } from './again/answer-again.ts';
import { askAgain } from './again/ask-again.ts';
import { changeNeedState } from './change-need-state.ts';
import { enterHallSheet } from './enter-hall-sheet.ts';
import { foldableNeed } from './foldable/need.ts';
import { foldableOffer } from './foldable/offer.ts';
import { foldableSupport } from './foldable/support.ts';
import { forgetPerson } from './forget-person.ts';
import { groupNeeds } from './group-needs.ts';
import { holdNeeds } from './import/hold-needs.ts';
import { mergeNeeds, partNeeds } from './merge-needs.ts';
import { noteVisit } from './note-visit.ts';
import { offerAsset, withdrawOffer } from './offers/offer-asset.ts';
import { answerPrivateNeed } from './private/answer-private-need.ts';
import { forgetAnswered } from './private/forget-answered.ts';
import { tellPrivately } from './private/tell-privately.ts';
import { raiseNeed } from './raise-need.ts';
import { sayYes } from './say-yes.ts';
import { supportNeed, withdrawSupport } from './support-need.ts';
import { talkAboutNeed } from './talk-about-need.ts';
import { editNeed } from './wording/edit-need.ts';
import { withdrawNeed } from './wording/withdraw-need.ts';

export { moveNeed } from './change-need-state.ts';
export { countWaiting, showHallSheet, showNeedsDesk } from './desk.ts';
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
  answerPrivateNeed,
  changeNeedState,
  editNeed,
  enterHallSheet,
  groupNeeds,
  holdNeeds,
  mergeNeeds,
  noteVisit,
  offerAsset,
  partNeeds,
  raiseNeed,
  sayYes,
  supportNeed,
  talkAboutNeed,
  tellPrivately,
  withdrawNeed,
  withdrawOffer,
  withdrawSupport,
};

foldable(foldableNeed, foldableSupport, foldableOffer);

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
  ticks: [askAgain, forgetAnswered],
  tables: needsTables,
};
