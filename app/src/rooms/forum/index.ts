export { onForum, onPost, onThread } from './permissions.ts';
export { REASONS, type Reason } from './words.ts';
export { writingLocale } from './writing-locale.ts';
