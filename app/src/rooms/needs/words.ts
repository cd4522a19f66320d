import { z } from 'zod';
import { SafePicture } from '#platform/files/safe-picture.ts';
import { WRITTEN_LOCALES } from '#rooms/communities/index.ts';

/** What becomes of a need, in the order in which it usually goes. */
export const NEED_STATES = ['raised', 'taken-up', 'in-decision', 'decided', 'done', 'still-needed', 'let-go'] as const;
export type NeedState = (typeof NEED_STATES)[number];

/** What one can bring: the assets of a community. */
export const OFFER_KINDS = ['skills', 'associations', 'institutions', 'land', 'economy', 'culture'] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

/** Ways a need may come in for somebody else. */
export const BEHALF_CHANNELS = ['paper', 'hall', 'sms', 'email'] as const;

/** What a need that nobody touched may be answered with. */
export const AGAIN_ANSWERS = ['still-needed', 'done', 'let-go'] as const;

/** Views of the list. */
export const NEED_VIEWS = ['all', 'new', 'mine'] as const;
export type NeedView = (typeof NEED_VIEWS)[number];

/** Rows of one hall sheet. */
export const SHEET_ROWS = 20;

const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const title = z.string('needs.invalid.title').trim().min(3, 'needs.invalid.title').max(160);
const blank = (value: unknown) => (value === '' || value === null ? undefined : value);
const locale = z.enum(WRITTEN_LOCALES);
const InCommunity = z.object({ slug: z.string().max(60) });
/** Where it is: the community's address and the number people call the need by. */
const AboutNeed = InCommunity.extend({ number: z.coerce.number().int().min(1) });

/** `43.5821, 21.9034`, as maps show it when one holds a finger on a place. */
export const Point = z.preprocess(
  blank,
  z
    .string()
    .trim()
    .regex(/^-?\d{1,2}(\.\d+)?\s*[,; ]\s*-?\d{1,3}(\.\d+)?$/, 'needs.invalid.point')
    .transform((text, check) => {
      const [latitude, longitude] = text.split(/[,;\s]+/).map(Number);
      if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
      check.addIssue({ code: 'custom', message: 'needs.invalid.point' });
      return z.NEVER;
    })
    .optional(),
);

export const RaiseNeed = InCommunity.extend({
  title,
  words: words(0, 4000).default(''),
  locale,
  place: words(0, 120).default(''),
  point: Point,
  /** No point of its own: the centre of the community. */
  centre: z.preprocess(blank, z.literal('yes').optional()),
  affected: words(0, 300).default(''),
  pictures: z.array(SafePicture).max(4).default([]),
  pictureWords: words(0, 200).default(''),
  /** Written down for somebody else: the way it came. Then it waits for a yes. */
  channel: z.preprocess(blank, z.enum(BEHALF_CHANNELS).optional()),
});
export type RaiseNeed = z.infer<typeof RaiseNeed>;

export const EditNeed = AboutNeed.extend({
  title,
  words: words(0, 4000).default(''),
  locale,
  place: words(0, 120).default(''),
  point: Point,
  affected: words(0, 300).default(''),
});
export type EditNeed = z.infer<typeof EditNeed>;
export const WithdrawNeed = AboutNeed.extend({ reason: z.string().trim().min(3, 'needs.invalid.words').max(500) });

export const SayYes = AboutNeed.extend({ answer: z.enum(['yes', 'no']) });
export const SupportNeed = AboutNeed.extend({ words: words(0, 500).default(''), locale });
export const OneNeed = AboutNeed;
export const ChangeNeedState = AboutNeed.extend({ state: z.enum(NEED_STATES), words: words(0, 1000).default('') });
export const MergeNeeds = AboutNeed.extend({
  into: z.coerce.number('needs.invalid.number').int().min(1, 'needs.invalid.number'),
  words: words(0, 300).default(''),
});
export const GroupNeeds = InCommunity.extend({
  numbers: z.array(z.coerce.number().int().min(1)).min(1, 'needs.invalid.none-chosen').max(200),
  /** Empty takes them out of their theme. */
  theme: z.union([z.literal(''), words(2, 60)]),
});
export const TalkAboutNeed = AboutNeed.extend({
  text: words(1, 8000),
  locale,
  pictures: z.array(SafePicture).max(4).default([]),
  pictureWords: words(0, 200).default(''),
});
export const AnswerAgain = AboutNeed.extend({ answer: z.enum(AGAIN_ANSWERS), words: words(0, 500).default('') });

export const OfferAsset = InCommunity.extend({
  kind: z.enum(OFFER_KINDS, 'needs.invalid.kind'),
  title,
  words: words(0, 2000).default(''),
  locale,
  /** The need it is brought to; absent: it stands by itself. */
  need: z.preprocess(blank, z.coerce.number().int().min(1).optional()),
});
export const WithdrawOffer = AboutNeed;

export const TellPrivately = InCommunity.extend({
  words: z.string().trim().min(3, 'needs.invalid.words').max(4000),
  locale,
});
export const AnswerPrivateNeed = InCommunity.extend({ id: z.uuid(), words: words(1, 4000) });

const hands = z.preprocess(
  blank,
  z.coerce.number('needs.invalid.hands').int('needs.invalid.hands').min(0).max(100_000).optional(),
);
const SheetRow = z
  .object({
    title: z.union([z.literal(''), title]).default(''),
    hands,
    place: words(0, 120).default(''),
    /** The number of a need that is on the list already: only its hands are counted. */
    number: z.preprocess(blank, z.coerce.number('needs.invalid.number').int().min(1).optional()),
  })
  .refine((row) => !row.number || row.hands !== undefined, { path: ['hands'], message: 'needs.invalid.hands' });
export type SheetRow = z.infer<typeof SheetRow>;

/** A flip chart as it was written in the hall. Rows without title and number are left out. */
export const EnterHallSheet = InCommunity.extend({
  where: words(0, 160).default(''),
  witness: z.preprocess(blank, z.uuid().optional()),
  locale,
  rows: z.array(SheetRow).max(SHEET_ROWS),
  /** "I have read them": they are public at once; else they wait for a yes. */
  read: z.preprocess(blank, z.literal('yes').optional()),
});

export const NoteVisit = InCommunity;
