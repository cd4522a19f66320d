export { CHOICES, Charter, plainCharter, type WrittenCharter } from './charter.ts';
export { benchmarkFromForm, charterFromForm } from './charter-form.ts';
export type { Home, HomeItem } from './home-words.ts';
export { atDesk, onCommunity, onHouse, onOrganisation, type Scope } from './permissions.ts';
export { attributesNeeded, hasSeat, hasVote, inCircle, mayAskFor } from './rules.ts';
export { groupFor, nameFor } from './say.ts';
export * from './words.ts';
