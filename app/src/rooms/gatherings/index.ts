export { callOfForm } from './call-of-form.ts';
export { type CycleAbility, type CycleSubject, onCycle } from './cycle-permissions.ts';
export * from './cycle-rules.ts';
export * from './cycle-words.ts';
export { type GatheringAbility, type GatheringSubject, onGathering } from './permissions.ts';
export { mayBeRevised, type Standing, stateOf } from './rules.ts';
export * from './words.ts';
