export { CHOICES, Charter, plainCharter, type WrittenCharter } from './charter.ts';
export { atDesk, onCommunity, onHouse, onOrganisation, type Scope } from './permissions.ts';
export { attributesNeeded, carriesVote, hasSeat, hasVote, inCircle, mayAskFor } from './rules.ts';
export * from './words.ts';
