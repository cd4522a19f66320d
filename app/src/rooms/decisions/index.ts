export * from './inclusion-words.ts';
export { paperOfForm } from './paper-of-form.ts';
export { type DecisionSubject, onDecision } from './permissions.ts';
export * from './rules.ts';
export * from './words.ts';
