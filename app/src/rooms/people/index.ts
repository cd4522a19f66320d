export { atTheDoor, onActingFor, onOwnAccount } from './permissions.ts';
export { deviceWords, hideMost, readTarget } from './rules.ts';
export * from './words.ts';
