export { onForum, onPost, onThread } from './permissions.ts';
export type { ShownPost } from './shown-post.ts';
export { writingLocale } from './writing-locale.ts';
