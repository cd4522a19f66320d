import { z } from 'zod';

/** Why something is reported or folded. */
export const REASONS = ['insult', 'threat', 'private', 'false', 'advert', 'other'] as const;
export type Reason = (typeof REASONS)[number];

const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const slug = z.string().max(60);

/** What is meant: the word of the room that owns it (`post`, `need`) and its id there. */
export const AboutThing = z.object({ slug, about: z.string().regex(/^[a-z-]{2,20}$/), aboutId: z.uuid() });
export type AboutThing = z.infer<typeof AboutThing>;

export const ReportThing = AboutThing.extend({ reason: z.enum(REASONS), words: words(0, 500).default('') });

/** Why it is folded, and what stands in its place: fields that other rooms' forms of folding bear too. */
export const whyFolded = {
  reason: z.enum(REASONS),
  answer: words(0, 1000).default(''),
  source: words(0, 300).default(''),
};
/** Why something is folded; a false claim with the `answer` to it and a named `source`, both else empty. */
export interface WhyFolded {
  readonly reason: Reason;
  readonly answer: string;
  readonly source: string;
}
/** A claim that is not true is answered with a named source in its place (harm.md 9). */
export const namesSource = ({ reason, source }: Pick<WhyFolded, 'reason' | 'source'>): boolean =>
  reason !== 'false' || source.length > 0;
export const SOURCE_MISSING = { path: ['source'], message: 'moderation.invalid.source' };

export const FoldThing = AboutThing.extend(whyFolded).refine(namesSource, SOURCE_MISSING);

export const AboutFold = z.object({ slug, foldId: z.uuid() });
export type AboutFold = z.infer<typeof AboutFold>;

export const AppealFold = AboutFold.extend({ words: words(3, 1000) });
export const AnswerAppeal = AboutFold.extend({ upheld: z.enum(['yes', 'no']), answer: words(3, 1000) });
