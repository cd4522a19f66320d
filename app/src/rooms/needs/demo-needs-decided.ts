import type { SeededNeed } from './demo-needs.ts';

/** Needs of the demo from which a decision came. Everything here is invented. */
export const decidedNeeds: readonly SeededNeed[] = [
  {
    key: 'house',
    slug: 'gornja-lipa',
    by: 'milena',
    daysAgo: 124,
    locale: 'sr-Cyrl',
    title: 'Дом културе прокишњава и хладан је',
    words:
      'In English: *The house of culture leaks and is cold.*\n\nСкуп смо прекинули јер је капало по столу. Зими се седи у капутима, а уз степенике нико са штапом не може.',
    place: 'Дом културе',
    point: '43.4226, 22.3150',
    affected: 'Сви који долазе на скупове',
    supporters: [
      ['radmila', 123, 'Седела сам са кишобраном.'],
      ['slobodan', 120],
      ['ljubica', 112, 'Ја уз степенике више не могу.'],
    ],
    states: [
      ['in-decision', 100, 'Шта прво поправљамо на дому културе?'],
      ['decided', 92, 'Ред радова је изгласан; општина одговара.'],
    ],
  },
  {
    key: 'day',
    slug: 'suvi-dol',
    by: 'vesna',
    daysAgo: 58,
    locale: 'mk',
    title: 'Немаме ден кога сите можеме да се собереме',
    words: 'In English: *There is no day on which everybody can come.*\n\nКој работи во градот, никогаш не стигнува.',
    place: 'Училиштето',
    supporters: [
      ['arta', 57],
      ['petre', 54, 'И автобусот вози како сака.'],
    ],
    states: [
      ['in-decision', 40, 'Кој ден се собираме во училиштето?'],
      ['decided', 32, 'Изедначено е: продолжуваме да разговараме.'],
    ],
  },
  {
    key: 'august',
    slug: 'suvi-dol',
    by: 'elena',
    daysAgo: 49,
    locale: 'mk',
    title: 'Водата во август не стига за двете маала',
    words:
      'In English: *In August the water is not enough for both ends.*\n\nГорното маало полева, долното останува суво.',
    place: 'Горно и долно маало',
    theme: 'Вода',
    supporters: [
      ['goce', 48],
      ['besnik', 47, 'Минатата година домати не набравме.'],
    ],
    states: [
      ['in-decision', 24, 'Како ја делиме водата во август?'],
      ['decided', 18, 'Никој не приговори.'],
    ],
  },
];
