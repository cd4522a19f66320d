export { callOfForm } from './call-of-form.ts';
export { type GatheringAbility, type GatheringSubject, onGathering } from './permissions.ts';
export { onReport, type ReportAbility } from './report-permissions.ts';
export { mayBePublished } from './report-rules.ts';
export * from './report-words.ts';
export { mayBeRevised, type Standing, stateOf } from './rules.ts';
export * from './words.ts';
