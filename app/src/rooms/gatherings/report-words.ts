import { z } from 'zod';
import { countWords } from '#platform/document/words.ts';
import { WRITTEN_LOCALES } from '#rooms/communities/index.ts';

/** What the report has of the records, in its order. */
export const REPORT_SECTIONS = ['speakers', 'questions', 'reflections', 'conclusions', 'steps', 'people'] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** Where the rapporteur may write: around the records, never in them. */
export const TEXT_PLACES = [
  'summary',
  'opening',
  ...REPORT_SECTIONS.flatMap((section) => [`${section}-before`, `${section}-after`] as const),
  'closing',
] as const;
export type TextPlace = (typeof TEXT_PLACES)[number];

/** The most words a summary has, in any script. */
export const MOST_SUMMARY_WORDS = 200;

/** How a speaker's yes came: by their own account, as stated to who leads, by a link of their own, on paper. */
export const YES_WAYS = ['self', 'stated', 'link', 'paper'] as const;
export type YesWay = (typeof YES_WAYS)[number];

/** Days for which a speaker's link opens. */
export const LINK_DAYS = 90;

const words = (least: number, most: number) =>
  z.string('report.invalid.words').trim().min(least, 'report.invalid.words').max(most);

/** Where it happens: the community's address and the gathering's number. */
export const AtReport = z.object({ slug: z.string().max(60), number: z.coerce.number().int().min(1) });
export type AtReport = z.infer<typeof AtReport>;

/** `version` is the wording that was read, 0 when nothing stood there; an empty text takes away what stood. */
export const WriteReportText = AtReport.extend({
  place: z.enum(TEXT_PLACES),
  version: z.coerce.number().int().min(0),
  text: z.string().trim().max(8000),
  locale: z.enum(WRITTEN_LOCALES),
}).refine(({ place, text }) => place !== 'summary' || countWords(text) <= MOST_SUMMARY_WORDS, {
  error: 'report.invalid.summary',
  path: ['text'],
});
export type WriteReportText = z.infer<typeof WriteReportText>;

export const PublishReport = AtReport;
export const WithdrawReport = AtReport.extend({ why: words(3, 1000) });

export const MakeSpeakerLink = AtReport.extend({ speakerId: z.uuid() });

/** The speaker read the wording and says yes from their own account. */
export const ApproveWords = AtReport.extend({ wordsId: z.uuid() });
export const ObjectToWords = ApproveWords.extend({ text: words(3, 4000) });

const ByLink = AtReport.extend({ token: z.string().min(20).max(100), wordsId: z.uuid() });
/** The speaker read the wording behind `wordsId` and says yes. */
export const ApproveByLink = ByLink;
/** The speaker says how it should read instead. */
export const ObjectByLink = ByLink.extend({ text: words(3, 4000) });

/** The speaker signed the printed words; the witness was there. */
export const EnterPaperYes = AtReport.extend({
  wordsId: z.uuid(),
  witness: z.string('report.invalid.witness').trim().min(2, 'report.invalid.witness').max(160),
});
