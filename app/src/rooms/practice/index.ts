export { type Pair, type Pairable, proposePairs } from './pairs.ts';
export { onCase, onContributor, onOwn, onPractice, type PracticeSubject } from './permissions.ts';
export { mayCompare, mayIntroduce, mayPublish, mayTakeUp } from './rules.ts';
export { type Branch, growTree, type Leaf, treeAround } from './tree.ts';
export * from './words.ts';
