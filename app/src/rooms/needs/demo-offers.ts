import type { DemoPersonKey } from '#rooms/people/server/index.ts';
import type { Written } from './demo-needs.ts';
import type { OfferKind } from './words.ts';

const lipa = { slug: 'gornja-lipa', locale: 'sr-Cyrl' } as const;
const dol = { slug: 'suvi-dol', locale: 'mk' } as const;

/** What people offer by itself. */
export const demoOffers: readonly {
  readonly slug: string;
  readonly by: DemoPersonKey;
  readonly daysAgo: number;
  readonly locale: Written;
  readonly kind: OfferKind;
  readonly title: string;
  readonly words: string;
}[] = [
  {
    ...lipa,
    by: 'dragan',
    daysAgo: 100,
    kind: 'economy',
    title: 'Трактор са приколицом суботом',
    words: 'In English: *A tractor on Saturdays.*\n\nГориво делимо.',
  },
  {
    ...lipa,
    by: 'ljubica',
    daysAgo: 44,
    kind: 'culture',
    title: 'Учим младе старе песме',
    words: 'In English: *I teach old songs.*\n\nЧетвртком увече, код мене у кући, уз чај.',
  },
  {
    ...lipa,
    by: 'milena',
    daysAgo: 3,
    kind: 'institutions',
    title: 'Школска учионица после три сата',
    words: 'In English: *The classroom after three o’clock.*',
  },
  {
    ...dol,
    by: 'goce',
    daysAgo: 30,
    kind: 'land',
    title: 'Ливада кај реката за собири',
    words: 'In English: *A meadow by the river for gatherings.*',
  },
];

/** A sheet from a hall in Gornja Lipa; its hands were counted by two. */
export const demoSheet = {
  slug: 'gornja-lipa',
  by: 'vera',
  witness: 'milena',
  daysAgo: 3.5,
  where: 'Дом културе, субота увече, 31 људи',
  rows: [
    { title: 'Контејнер за стакло', hands: 9, place: 'Код продавнице' },
    { title: 'Кров на мртвачници прокишњава', hands: 17, place: 'Гробље' },
  ],
  counted: [
    ['water', 24],
    ['doctor', 28],
  ],
} as const;
