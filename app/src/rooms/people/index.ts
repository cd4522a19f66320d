export { atTheDoor, onActingFor, onOwnAccount } from './permissions.ts';
export { deviceWords, hideMost, printedCode, readTarget } from './rules.ts';
export * from './words.ts';
