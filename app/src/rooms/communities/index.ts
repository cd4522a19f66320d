export { CHOICES, type Charter, plainCharter, type WrittenCharter } from './charter.ts';
export { attributesNeeded, carriesVote, hasSeat, hasVote, inCircle, mayAskFor } from './rules.ts';
export * from './words.ts';
