export { callOfForm } from './call-of-form.ts';
export { type GatheringAbility, type GatheringSubject, onGathering } from './permissions.ts';
export { mayBeRevised, type Standing, stateOf } from './rules.ts';
export * from './words.ts';
