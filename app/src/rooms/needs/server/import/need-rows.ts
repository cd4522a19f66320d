import { z } from 'zod';
import type { RowKind } from '#platform/import/check-rows.ts';

/** A need as a list from elsewhere brings it. */
const ImportedNeed = z.object({
  title: z.string('needs.invalid.title').trim().min(3, 'needs.invalid.title').max(160),
  words: z.string().trim().max(4000).optional(),
  place: z.string().trim().max(120).optional(),
  hands: z.coerce.number('needs.invalid.hands').int('needs.invalid.hands').min(0).max(100_000).optional(),
});
export type ImportedNeed = z.infer<typeof ImportedNeed>;

/** What a list of needs looks like, by the titles its columns may have. */
export const needRows: RowKind<ImportedNeed> = {
  columns: {
    title: [
      'title',
      'need',
      'potreba',
      'šta treba',
      'шта треба',
      'што треба',
      'naslov',
      'потреба',
      'наслов',
      'nevoja',
      'titulli',
    ],
    words: ['words', 'description', 'opis', 'опис', 'fjalët', 'përshkrimi'],
    place: ['place', 'where', 'mesto', 'место', 'gde', 'где', 'каде', 'vendi', 'ku'],
    hands: ['hands', 'ruke', 'руке', 'раце', 'duar'],
  },
  needed: ['title'],
  schema: ImportedNeed,
};
