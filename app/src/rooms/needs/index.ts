export { onNeed, onNeeds, onOffer, onPrivateNeed } from './permissions.ts';
export { OPEN_STATES } from './rules.ts';
export {
  AGAIN_ANSWERS,
  BEHALF_CHANNELS,
  NEED_STATES,
  NEED_VIEWS,
  type NeedState,
  type NeedView,
  OFFER_KINDS,
  type OfferKind,
  SHEET_ROWS,
} from './words.ts';
