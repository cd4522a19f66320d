import type { Examples } from './test-example.ts';
import { SLUG } from './test-town.ts';

const slug = SLUG;
const locale = 'sr-Latn';
const WORD = { slug, what: 'Kosim travu na groblju', locale, dueOn: '2026-12-20' };

/** How to ask for each action of commitments. */
export const commitmentsExamples: Examples = {
  'commitments.make-commitment': () => ({ input: WORD }),
};
