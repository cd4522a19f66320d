import type { DemoPersonKey } from '#rooms/people/server/index.ts';
import type { Belonging, Role, VoteTie, WrittenLocale } from './words.ts';

interface SeededMember {
  readonly key: DemoPersonKey;
  readonly belonging?: Belonging;
  /** What they said of themselves; an empty text is "rather not say". */
  readonly gender?: string;
  readonly age?: string;
}

/** One place of the demo. Every name, number and line here is invented. */
export interface SeededPlace {
  readonly slug: string;
  readonly steward: DemoPersonKey;
  readonly stewardIs: { readonly gender?: string; readonly age?: string };
  readonly second: DemoPersonKey;
  readonly community: {
    readonly kind: string;
    readonly name: string;
    readonly englishName: string;
    readonly locale: WrittenLocale;
    readonly about: string;
    readonly place: string;
    readonly country: string;
    readonly timeZone: string;
    readonly latitude: number;
    readonly longitude: number;
  };
  readonly answersForData: string;
  readonly law: string;
  readonly host: string;
  readonly why: string;
  readonly languages: readonly WrittenLocale[];
  readonly voteBy: readonly VoteTie[];
  readonly protectedGroups: readonly { readonly attribute: string; readonly group: string }[];
  readonly benchmark: {
    readonly lines: readonly { readonly attribute: string; readonly group: string; readonly percent: number }[];
    readonly source: string;
    readonly year: number;
  };
  readonly helpLines: readonly { readonly name: string; readonly contact: string; readonly hours: string }[];
  readonly members: readonly SeededMember[];
  readonly roles: readonly (readonly [DemoPersonKey, Role])[];
  readonly open: {
    readonly asks: DemoPersonKey;
    readonly words: string;
    readonly belonging: Belonging;
    readonly role?: {
      readonly by: DemoPersonKey;
      readonly key: DemoPersonKey;
      readonly role: Role;
      readonly why: string;
    };
  };
}

const gornjaLipa: SeededPlace = {
  slug: 'gornja-lipa',
  steward: 'dragan',
  stewardIs: { gender: 'man', age: '45-to-59' },
  second: 'radmila',
  community: {
    kind: 'village',
    name: 'Горња Липа',
    englishName: 'Upper Linden',
    locale: 'sr-Cyrl',
    about:
      'Село под планином, сто дванаест кућа и једна липа стара преко двеста година. Састајемо се у дому културе, кад грејање ради, а кад не ради, код Радмиле.',
    place: 'Горња Липа, општина Липница',
    country: 'RS',
    timeZone: 'Europe/Belgrade',
    latitude: 43.42,
    longitude: 22.31,
  },
  answersForData: 'Драган Живковић, Горња Липа 14',
  law: 'Закон о заштити података о личности',
  host: 'Удружење Корак',
  why: 'Договорено на скупу у дому културе.',
  languages: ['sr-Cyrl', 'sr-Latn'],
  voteBy: ['lives-here', 'land'],
  protectedGroups: [{ attribute: 'age', group: 'under-30' }],
  benchmark: {
    lines: [
      { attribute: 'gender', group: 'woman', percent: 51 },
      { attribute: 'gender', group: 'man', percent: 49 },
      { attribute: 'age', group: '60-and-over', percent: 38 },
      { attribute: 'age', group: '45-to-59', percent: 27 },
      { attribute: 'age', group: '30-to-44', percent: 19 },
      { attribute: 'age', group: 'under-30', percent: 16 },
      { attribute: 'settlement', group: 'Горњи крај', percent: 45 },
      { attribute: 'settlement', group: 'Доњи крај', percent: 55 },
    ],
    source: 'Попис по кућама, месна заједница',
    year: 2022,
  },
  helpLines: [{ name: 'СОС телефон Липница', contact: '0800 000 111', hours: 'сваког дана, 8–20' }],
  members: [
    { key: 'milena', gender: 'woman', age: '30-to-44' },
    { key: 'radmila', gender: 'woman', age: '60-and-over' },
    { key: 'slobodan', gender: 'man', age: '60-and-over' },
    { key: 'vera', belonging: 'other', gender: 'woman', age: '45-to-59' },
    { key: 'jelena', gender: 'woman', age: 'under-30' },
    { key: 'nikola', gender: 'man', age: 'under-30' },
    { key: 'ljubica', gender: '', age: '60-and-over' },
    { key: 'zoran', belonging: 'land', gender: 'man' },
    { key: 'sanja', gender: 'woman', age: '30-to-44' },
    { key: 'bogdan', gender: 'man' },
    { key: 'miodrag', belonging: 'other' },
  ],
  roles: [
    ['vera', 'facilitator'],
    ['slobodan', 'teller'],
    ['jelena', 'teller'],
    ['ljubica', 'keeper'],
    ['sanja', 'keeper'],
    ['miodrag', 'official'],
    ['hannah', 'observer'],
  ],
  open: {
    asks: 'emina',
    words: 'Мој деда је одавде, Хаџићи из Доњег краја. Живим у граду, а лети сам у селу.',
    belonging: 'from-here',
    role: { by: 'dragan', key: 'milena', role: 'facilitator', why: 'Већ пола године води записнике.' },
  },
};

const suviDol: SeededPlace = {
  slug: 'suvi-dol',
  steward: 'goce',
  stewardIs: { gender: 'man' },
  second: 'vesna',
  community: {
    kind: 'village',
    name: 'Суви Дол',
    englishName: 'Dry Valley',
    locale: 'mk',
    about:
      'Село со шеесет и осум куќи, едно училиште и премногу малку вода во август. Се собираме во училиштето, секој прв четврток во месецот.',
    place: 'Суви Дол',
    country: 'MK',
    timeZone: 'Europe/Skopje',
    latitude: 41.74,
    longitude: 22.08,
  },
  answersForData: 'Гоце Андонов, Суви Дол',
  law: 'Закон за заштита на личните податоци',
  host: 'Удружење Корак',
  why: 'Договорено на собирот во училиштето.',
  languages: ['mk', 'sq'],
  voteBy: ['lives-here'],
  protectedGroups: [],
  benchmark: {
    lines: [
      { attribute: 'gender', group: 'woman', percent: 49 },
      { attribute: 'gender', group: 'man', percent: 51 },
    ],
    source: 'Список по куќи, месна заедница',
    year: 2023,
  },
  helpLines: [{ name: 'СОС линија Суви Дол', contact: '0800 000 222', hours: 'секој ден, 8–20' }],
  members: [
    { key: 'elena', gender: 'woman' },
    { key: 'vesna', gender: 'woman' },
    { key: 'petre', gender: 'man' },
    { key: 'biljana', gender: 'woman' },
    { key: 'marija', belonging: 'other', gender: 'woman' },
    { key: 'arta', gender: 'woman' },
    { key: 'besnik', gender: 'man' },
    { key: 'zagorka', gender: 'woman' },
    { key: 'vera', belonging: 'other', gender: 'woman' },
  ],
  roles: [
    ['marija', 'facilitator'],
    ['petre', 'teller'],
    ['biljana', 'teller'],
    ['zagorka', 'keeper'],
    ['arta', 'keeper'],
  ],
  open: { asks: 'kiro', words: 'Ја купив куќата на чичко Миле, покрај чешмата.', belonging: 'lives-here' },
};

const lipnica: SeededPlace = {
  slug: 'lipnica',
  steward: 'radmila',
  stewardIs: { gender: 'woman' },
  second: 'vera',
  community: {
    kind: 'municipality',
    name: 'Липница',
    englishName: 'Lipnica',
    locale: 'sr-Cyrl',
    about: 'Мала општина од једанаест села. Овде се договарамо о ономе што је заједничко: пут, вода, школски аутобус.',
    place: 'Липница',
    country: 'RS',
    timeZone: 'Europe/Belgrade',
    latitude: 43.39,
    longitude: 22.27,
  },
  answersForData: 'Радмила Петровић, Горња Липа',
  law: 'Закон о заштити података о личности',
  host: 'Удружење Корак',
  why: '',
  languages: ['sr-Cyrl', 'sr-Latn'],
  voteBy: ['lives-here'],
  protectedGroups: [],
  benchmark: {
    lines: [
      { attribute: 'gender', group: 'woman', percent: 50.4 },
      { attribute: 'gender', group: 'man', percent: 49.6 },
    ],
    source: 'Попис становништва',
    year: 2022,
  },
  helpLines: [],
  members: [
    { key: 'milena', gender: 'woman' },
    { key: 'vera', gender: 'woman' },
    { key: 'dragan', gender: 'man' },
    { key: 'zoran', gender: 'man' },
    { key: 'miodrag' },
  ],
  roles: [
    ['milena', 'facilitator'],
    ['miodrag', 'official'],
  ],
  open: { asks: 'nikola', words: 'Хтео бих да пратим шта се дешава са путем.', belonging: 'lives-here' },
};

/** The places of the demo: two villages and a small municipality. */
export const demoPlaces: readonly SeededPlace[] = [gornjaLipa, suviDol, lipnica];

interface SeededOrganisation {
  readonly slug: string;
  readonly name: string;
  readonly englishName: string;
  readonly locale: WrittenLocale;
  readonly tier: string;
  readonly kind: string;
  readonly country: string;
  readonly identifier: string;
  readonly about: string;
  readonly lead: DemoPersonKey;
  readonly people: readonly DemoPersonKey[];
  readonly belongsTo: readonly { readonly place: string; readonly by: DemoPersonKey }[];
}

/** An association, the municipality's office and a donor. */
export const demoOrganisations: readonly SeededOrganisation[] = [
  {
    slug: 'korak',
    name: 'Удружење Корак',
    englishName: 'Korak (Step) association',
    locale: 'sr-Cyrl',
    tier: 'local',
    kind: 'association',
    country: 'RS',
    identifier: 'XX-DEMO-0001',
    about: 'Четири жене и један комби. Помажемо селима да кажу шта им треба и да то доврше.',
    lead: 'ana',
    people: ['vera', 'marija'],
    belongsTo: [
      { place: 'gornja-lipa', by: 'dragan' },
      { place: 'suvi-dol', by: 'goce' },
    ],
  },
  {
    slug: 'opstina-lipnica',
    name: 'Општина Липница',
    englishName: 'Municipality of Lipnica',
    locale: 'sr-Cyrl',
    tier: 'local',
    kind: 'municipality',
    country: 'RS',
    identifier: 'XX-DEMO-0002',
    about: 'Општинска управа: комуналије, путеви, школство.',
    lead: 'miodrag',
    people: [],
    belongsTo: [
      { place: 'gornja-lipa', by: 'dragan' },
      { place: 'lipnica', by: 'radmila' },
    ],
  },
  {
    slug: 'northlight',
    name: 'Northlight Fund',
    englishName: '',
    locale: 'en',
    tier: 'international',
    kind: 'donor',
    country: 'NO',
    identifier: 'XX-DEMO-0003',
    about: 'A small foundation that pays for what villages decided themselves, and for the time it takes to decide.',
    lead: 'hannah',
    people: [],
    belongsTo: [{ place: 'gornja-lipa', by: 'dragan' }],
  },
];
