import { z } from 'zod';
import { SafePicture } from '#platform/files/safe-picture.ts';

/** Why a post is reported or folded. */
export const REASONS = ['insult', 'threat', 'private', 'false', 'advert', 'other'] as const;
export type Reason = (typeof REASONS)[number];

const WRITTEN_LOCALES = ['sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en'] as const;
const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const blank = (value: unknown) => (value === '' ? undefined : value);

/** Where it is: the community's address and the number people call the thread by. */
const InThread = z.object({ slug: z.string().max(60), number: z.coerce.number().int().min(1) });

export const StartThread = z.object({
  slug: z.string().max(60),
  title: words(3, 160),
  text: words(1, 8000),
  locale: z.enum(WRITTEN_LOCALES),
  pictures: z.array(SafePicture).max(4).default([]),
  pictureWords: words(0, 200).default(''),
});
export type StartThread = z.infer<typeof StartThread>;

export const ReplyInThread = InThread.extend({
  text: words(1, 8000),
  locale: z.enum(WRITTEN_LOCALES),
  repliesTo: z.preprocess(blank, z.uuid().optional()),
  pictures: z.array(SafePicture).max(4).default([]),
  pictureWords: words(0, 200).default(''),
});
export type ReplyInThread = z.infer<typeof ReplyInThread>;

export const EditPost = InThread.extend({ postId: z.uuid(), text: words(1, 8000) });
export type EditPost = z.infer<typeof EditPost>;

export const FollowThread = InThread.extend({ follow: z.enum(['yes', 'no']) });
export type FollowThread = z.infer<typeof FollowThread>;

export const CloseThread = InThread.extend({ reason: words(3, 300) });
export type CloseThread = z.infer<typeof CloseThread>;

export const ReportPost = InThread.extend({
  postId: z.uuid(),
  reason: z.enum(REASONS),
  words: words(0, 500).default(''),
});
export type ReportPost = z.infer<typeof ReportPost>;

export const SetReportAside = InThread.extend({ postId: z.uuid() });

export const FoldPost = InThread.extend({
  postId: z.uuid(),
  reason: z.enum(REASONS),
  answer: words(0, 1000).default(''),
  source: words(0, 300).default(''),
}).refine((fold) => fold.reason !== 'false' || fold.source.length > 0, {
  path: ['source'],
  message: 'forum.invalid.source',
});
export type FoldPost = z.infer<typeof FoldPost>;

export const AboutFold = z.object({ slug: z.string().max(60), foldId: z.uuid() });
export type AboutFold = z.infer<typeof AboutFold>;

export const AppealFold = AboutFold.extend({ words: words(3, 1000) });
export type AppealFold = z.infer<typeof AppealFold>;

export const AnswerAppeal = AboutFold.extend({ upheld: z.enum(['yes', 'no']), answer: words(3, 1000) });
export type AnswerAppeal = z.infer<typeof AnswerAppeal>;

/** `@Ime`: the names called in a text, as they were typed. */
export const mentionsIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/(?:^|[\s(])@(\p{L}[\p{L}\p{M}'’-]*(?: \p{Lu}[\p{L}\p{M}'’-]*)?)/gu)].map((found) => found[1]),
  ),
];
