import type { DemoPersonKey } from '#rooms/people/server/index.ts';

/** Days before now; what lies ahead is negative. Everything here is invented. */
type Days = number;

export const SLUG = 'gornja-lipa';
const locale = 'sr-Cyrl';

export const cycle = {
  theme: 'Вода и путеви наших села',
  about:
    'In English: *Water and roads of our villages, a community forum in six evenings.*\n\nШест вечери у дому културе. Свако седне за сто који га занима, слободан сто прима сваку тему. На крају столови заједно бирају шта иде прво: **сваки сто тежи исто**, па већи сто не надгласа мањи.\n\nНовац је обезбеђен пре првог састанка, да се не договара о ономе чега нема.',
  locale,
  sessionsPlanned: 6,
} as const;

/** The tables by interest beside the free one, the municipality's and the organisers'. */
export const tables = [
  { name: 'Вода', about: 'Извор, каптажа, цеви и ко их одржава.' },
  { name: 'Путеви', about: 'Школски пут, прилаз њивама, ко чисти снег.' },
] as const;

/** Who sits where, by the place of the table: 0 organisers, 1 free, 2 the municipality, 3 water, 4 roads. */
export const seats: readonly (readonly [DemoPersonKey, 0 | 1 | 2 | 3 | 4])[] = [
  ['vera', 0],
  ['miodrag', 2],
  ['radmila', 3],
  ['milena', 3],
  ['dragan', 4],
  ['zoran', 4],
  ['nikola', 4],
  ['slobodan', 4],
  ['jelena', 1],
  ['sanja', 1],
];

/** Entered by the desk for somebody without a telephone. */
export const entered = { who: 'ljubica', table: 3 } as const;

export const moderators: readonly (readonly [DemoPersonKey, number])[] = [
  ['milena', 3],
  ['slobodan', 4],
  ['jelena', 1],
];

export const sessions: readonly { readonly days: Days; readonly theme: string; readonly about: string }[] = [
  { days: 80, theme: 'Прва вече: шта нас мучи', about: 'Столови се окупљају и свако каже своје.' },
  { days: 66, theme: 'Друга вече: шта имамо', about: 'Људи који знају извор и пут доносе бројке.' },
  { days: 52, theme: 'Трећа вече: замисли', about: 'Сваки сто слаже замисли и оснива радне групе.' },
  { days: 38, theme: 'Четврта вече: препоруке', about: 'Столови читају препоруке једни другима.' },
  { days: 17, theme: 'Пета вече: одговори', about: 'Општина и остали одговарају на препоруке.' },
  { days: -11, theme: 'Шеста вече: шта је урађено', about: 'Гледамо шта је преузето и шта још чека одговор.' },
];

export const money = [
  { organisation: 'opstina-lipnica', amount: '600000', currency: 'RSD', named: 'yes' },
  { organisation: 'northlight', amount: '4000', currency: 'EUR' },
] as const;

export const inputs: readonly Readonly<
  Record<string, unknown> & { readonly by: DemoPersonKey; readonly days: Days }
>[] = [
  {
    by: 'vera',
    days: 66,
    table: 3,
    who: 'Инж. Стана Видић, водовод',
    subject: 'Колико воде даје извор',
    text: 'У августу 1,8 литара у секунди, у марту 4,2. Цеви из 1974. губе отприлике трећину. Резервоар од 60 кубика премостио би суве недеље.',
  },
  {
    by: 'vera',
    days: 66,
    who: 'Мр Петар Ласић, грађевински факултет',
    subject: 'Шта кошта километар',
    text: 'Насипање школског пута, 900 метара: око 480.000 динара са ваљањем. Без канала поред пута вода га однесе за две зиме.',
  },
];

export const ideas: readonly {
  readonly by: DemoPersonKey;
  readonly table: number;
  readonly named?: 'yes';
  readonly text: string;
}[] = [
  { by: 'radmila', table: 3, named: 'yes', text: 'Да се каптажа огради, овце пију одакле и ми.' },
  { by: 'milena', table: 3, text: 'Резервоар изнад гробља, тамо је општинска парцела.' },
  { by: 'nikola', table: 4, named: 'yes', text: 'Деца иду коловозом. Стаза уз пут, макар земљана.' },
  { by: 'zoran', table: 4, named: 'yes', text: 'Шљунка има у позајмишту, треба само ваљак на три дана.' },
  { by: 'sanja', table: 1, text: 'Да се види ко је шта обећао, на табли код задруге.' },
];

export const group = {
  by: 'milena',
  table: 3,
  task: 'Измерити извор пет јутара заредом и нацртати куда иду старе цеви',
  members: ['radmila', 'milena'],
  reportBy: 'radmila',
  report:
    'Мерили смо од понедељка до петка: између 1,7 и 1,9 литара. Стари нацрт цеви нашао се код поштара, слика је у читаоници.',
} as const;

export const talk: readonly {
  readonly by: DemoPersonKey;
  readonly table: number;
  readonly days: Days;
  readonly text: string;
}[] = [
  {
    by: 'ljubica',
    table: 3,
    days: 60,
    text: 'Мој покојни Раде је копао каптажу. Има још једна чесма испод коприва, нико је не броји.',
  },
  { by: 'milena', table: 3, days: 59, text: 'Идемо у суботу да је погледамо, ко може нека понесе косу.' },
  { by: 'zoran', table: 4, days: 49, text: 'Питао сам за ваљак: дају га ако им вратимо гориво.' },
];

/** What the tables recommend and what became of it. */
export const recommendations = [
  {
    by: 'milena',
    table: 3,
    title: 'Резервоар од 60 кубика изнад села',
    text: 'На општинској парцели изнад гробља, са оградом око каптаже.',
    cost: '560000',
    records: [
      {
        by: 'miodrag',
        days: 17,
        state: 'taken-up',
        byWhom: 'Општина Липница, одељење за комуналне послове',
        words: 'Пројекат је поручен, радови у априлу.',
      },
    ],
  },
  {
    by: 'slobodan',
    table: 4,
    title: 'Насипање школског пута',
    text: '900 метара, са каналом поред пута.',
    cost: '480000',
    records: [
      {
        by: 'miodrag',
        days: 17,
        state: 'refused',
        byWhom: '',
        words: 'Не ове године: новац за путеве је потрошен на клизиште. Враћамо се на то у фебруару.',
      },
    ],
  },
  {
    by: 'jelena',
    table: 1,
    title: 'Земљана стаза за децу уз школски пут',
    text: 'Две недеље рада и трактор; плоче на два мокра места.',
    cost: '90000',
    records: [
      { by: 'vera', days: 20, state: 'taken-up', byWhom: 'Родитељи и задруга', words: 'Радна субота је договорена.' },
      {
        by: 'vera',
        days: 4,
        state: 'done',
        byWhom: 'Родитељи и задруга',
        words: 'Готова је, деца иду њом од понедељка.',
      },
    ],
  },
  {
    by: 'jelena',
    table: 1,
    title: 'Табла код задруге: ко је шта обећао и до када',
    text: 'Да се речи дате на форуму не забораве.',
    records: [],
  },
] as const;

/**
 * One person, one voice would have chosen the road (5 ballots to 4 and 4). By tables: Roads' four ballots weigh 1/4 each. From
 * the free table came two, so in secret they are counted together with Water's three: five ballots that weigh two tables, 2/5
 * each. The tank: 4 × 2/5 = 8/5. The road: 4 × 1/4 + 2/5 = 7/5. The path: 1/4 + 3 × 2/5 = 29/20. The tank goes first.
 */
export const choice = {
  opens: 30,
  closes: 22,
  question: 'Шта иде прво од новца форума?',
  paper:
    "In English: *What comes first from the forum's money?*\n\nТри препоруке које имају цену. Означите све за које сте да иду прве.",
  among: [0, 1, 2],
  ballots: [
    ['radmila', [1]],
    ['ljubica', [1]],
    ['milena', [1, 3]],
    ['dragan', [2]],
    ['zoran', [2]],
    ['nikola', [2, 3]],
    ['slobodan', [2]],
    ['jelena', [1, 3]],
    ['sanja', [2, 3]],
  ],
} as const satisfies {
  readonly opens: Days;
  readonly closes: Days;
  readonly question: string;
  readonly paper: string;
  readonly among: readonly number[];
  readonly ballots: readonly (readonly [DemoPersonKey, readonly number[]])[];
};
