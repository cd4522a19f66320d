import { z } from 'zod';
import { SafePicture } from '#platform/files/safe-picture.ts';

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

/** `@Ime`: the names called in a text, as they were typed. */
export const mentionsIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/(?:^|[\s(])@(\p{L}[\p{L}\p{M}'’-]*(?: \p{Lu}[\p{L}\p{M}'’-]*)?)/gu)].map((found) => found[1]),
  ),
];
