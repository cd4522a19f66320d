import type { TextDocument } from './document.ts';

/** One of everything, in all the letters of the region. */
export const everything: TextDocument = {
  lang: 'sr-Cyrl',
  title: 'Извештај са скупа: ко чисти бунаре',
  above: 'Тематски скуп · 12. новембар 2026.',
  facts: [{ label: 'Где', value: 'Школа у Горњем Селу' }],
  sections: [
    {
      id: 'questions',
      title: 'Питања и одговори',
      blocks: [
        { kind: 'heading', text: 'Шта са ђубретом?' },
        {
          kind: 'paragraph',
          text: [{ text: 'Пише ' }, { text: 'јасно', strong: true }, { text: ' овде.', href: 'https://example.org/x' }],
        },
        {
          kind: 'quote',
          lines: ['Ќе дојдеме сите, и од Ѓевѓелија.', 'Të gjithë janë të ftuar në sofër, ç’bëhet?'],
          by: 'Љиљана Њежић',
        },
        { kind: 'mark', state: 'waits', text: 'Чека „да“ онога ко је говорио', more: 'Речено јутрос' },
        { kind: 'mark', state: 'added', text: 'Додато 3. децембра 2026.' },
        { kind: 'list', items: ['Џемпер', 'Čvorović Đorđe', 'ѕвезда'] },
        { kind: 'list', ordered: true, items: ['прво', 'друго'] },
        {
          kind: 'table',
          caption: 'Ко',
          columns: [{ label: 'Земља' }, { label: 'Број', numeric: true }],
          rows: [
            ['Србија', '24'],
            ['Кенија', 'мање од 11'],
          ],
        },
        {
          kind: 'figure',
          caption: 'По земљи',
          bars: [
            { label: 'Србија', value: 24, shown: '24' },
            { label: 'Кенија', value: null, shown: 'скривено' },
          ],
          n: 'Од 31 особе.',
          direction: 'Дуже је више људи.',
        },
      ],
    },
    { id: 'steps', title: 'Кораци', blocks: [{ kind: 'paragraph', text: 'Нема.', soft: true }] },
  ],
  address: 'https://sofra.example/c/gornje-selo/gatherings/12/report',
  author: 'Горње Село',
  foot: 'Горње Село · извештај са скупа',
};

/** Every word that the document says: whichever form it takes, none of them may be lost. */
export const saidIn = (document: TextDocument): string[] =>
  JSON.stringify({
    ...document,
    lang: '',
    address: '',
    author: '',
    sections: document.sections.map(({ title, blocks }) => ({
      title,
      blocks: blocks.map(({ kind, ...rest }) => ({ ...rest, state: '' })),
    })),
  })
    .replace(/"href":"[^"]*"|"[a-z]+":/gi, ' ')
    .match(/[\p{L}\p{N}]{3,}/gu)
    ?.filter((word) => !/^(true|false|null)$/.test(word)) ?? [];
