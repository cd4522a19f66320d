export { type GatheringSubject, onGathering } from './permissions.ts';
export { type Standing, stateOf } from './rules.ts';
export * from './words.ts';
