import type { RegisteredTable, TableClass } from '#platform/register.ts';
import './tables/around.ts';
import './tables/library.ts';

const line = (table: string, of: TableClass): RegisteredTable => ({
  table: `practice.${table}`,
  distribution: 'community',
  class: of,
  retention: 'forever',
  archive: of !== 'personal',
});

/** This room's lines of the register; the types stand in `tables/`. */
export const practiceTables: readonly RegisteredTable[] = [
  line('circle_seat', 'public'),
  line('plan_item', 'public'),
  line('plan_change', 'public'),
  line('topic', 'members'),
  line('introduction', 'personal'),
  line('introduction_answer', 'personal'),
  line('library_case', 'public'),
  line('wording', 'public'),
  { ...line('picture', 'public'), through: ['case_id'] },
  line('contributor', 'members'),
  line('credit', 'members'),
  line('publication', 'public'),
  line('taking_back', 'public'),
  line('lesson', 'public'),
];
