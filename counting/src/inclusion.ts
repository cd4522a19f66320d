/** Whose voice is missing: measures I1 to I8, the inclusion quorum and small numbers (see methods/inclusion.md). */
export { adviseRule, type RuleAdvice } from './inclusion/advice.ts';
export {
  type InclusionCheck,
  type InclusionFacts,
  type InclusionRules,
  inclusionChecks,
  PLAIN_RULES,
} from './inclusion/checks.ts';
export { type Funnel, type FunnelStage, funnel } from './inclusion/funnel.ts';
export { type GroupSide, influence, leadership, type Measure, representation, voice } from './inclusion/measures.ts';
export { mayRedraw, SMALLEST, smallestShown, suppressRow, suppressTable } from './inclusion/small-numbers.ts';
export { type InclusionState, inclusionState, rulesInForce } from './inclusion/state.ts';
