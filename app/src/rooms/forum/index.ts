export { onForum, onPost, onThread } from './permissions.ts';
export { type Reported, togetherReported } from './reported.ts';
export { mayAnswerAppeal, maySecond, mayUnfold, SECOND_WITHIN_HOURS } from './rules.ts';
export type { ShownPost } from './shown-post.ts';
export { REASONS, type Reason } from './words.ts';
export { writingLocale } from './writing-locale.ts';
