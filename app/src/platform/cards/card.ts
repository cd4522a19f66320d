import { createHash } from 'node:crypto';
import { z } from 'zod';
import { LOCALES } from '../language/language.ts';

/** What the line over the title is coloured by: what one can do, what is agreed and done, what waits. */
const TONES = ['brick', 'pine', 'ochre'] as const;
export type Tone = (typeof TONES)[number];

/** What a page gives away as a picture: nothing that the page itself does not show to anybody. */
export const Card = z.object({
  locale: z.enum(LOCALES),
  /** The community, or the house. */
  where: z.string().max(200),
  title: z.string().max(400),
  /** What it is, and how it stands: `Decision · Open now`. */
  kind: z.string().max(120),
  tone: z.enum(TONES),
  /** A day, a place, a sentence: at most two. */
  lines: z.array(z.string().max(400)).max(2),
  /** The address of a kept picture of the page. */
  photo: z
    .string()
    .regex(/^\/files\/[0-9a-f-]{36}\/[0-9a-f]{64}$/)
    .optional(),
});
export type Card = z.infer<typeof Card>;

/** A name that changes with everything the picture shows, and with how pictures are drawn. */
export const nameOfCard = (card: Card, drawing = 1): string =>
  createHash('sha256')
    .update(JSON.stringify([drawing, card]))
    .digest('hex')
    .slice(0, 20);
