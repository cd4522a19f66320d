export { abilitiesOnThings, onModeration, onThing, type ThingSubject } from './permissions.ts';
export type { Reported } from './reported.ts';
export { mayAnswerAppeal, mayDecideOn, maySecond, mayUnfold, SECOND_WITHIN_HOURS } from './rules.ts';
export type { ShownFold } from './shown-fold.ts';
export { namesSource, REASONS, type Reason, SOURCE_MISSING, type WhyFolded, whyFolded } from './words.ts';
