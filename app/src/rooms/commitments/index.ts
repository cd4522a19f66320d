export {
  type CommitmentSubject,
  type CommitmentsSubject,
  onCommitment,
  onCommitments,
} from './permissions.ts';
export { askingDays, daysFit, monthsAfter, sumOf } from './rules.ts';
export * from './words.ts';
