import type { DemoPersonKey } from '#rooms/people/server/index.ts';
import type { Reply } from './words.ts';

/** One given word of the demo and everything that was said of it. */
export interface SeededWord {
  readonly daysAgo: number;
  /** Who writes it down; by themselves when nothing else is said. */
  readonly by: DemoPersonKey;
  readonly of?: { readonly person: DemoPersonKey } | { readonly organisation: string } | { readonly name: string };
  readonly what: string;
  readonly words?: string;
  /** Days from today; before today when negative. */
  readonly dueInDays: number;
  readonly said?: readonly {
    readonly daysAgo: number;
    readonly by: DemoPersonKey;
    readonly answer: Reply;
    readonly words?: string;
    readonly newInDays?: number;
  }[];
  readonly own?: readonly (readonly [daysAgo: number, words: string])[];
}

/** Words given in Gornja Lipa over half a year: kept, late with its reason, not kept, changed, asked about and not answered. */
export const demoWords: readonly SeededWord[] = [
  {
    daysAgo: 170,
    by: 'dragan',
    what: 'Чистим изворе изнад села пре жетве',
    words: 'Два дана са мотикама и вилама. Ко може, нека дође у суботу.',
    dueInDays: -130,
    said: [
      { daysAgo: 138, by: 'radmila', answer: 'kept', words: 'Очишћена су сва три, вода је бистра.' },
      { daysAgo: 135, by: 'milena', answer: 'kept' },
    ],
    own: [[137, 'Трећи извор смо прочистили тек из другог пута, цев је била пуна земље.']],
  },
  {
    daysAgo: 105,
    by: 'miodrag',
    of: { organisation: 'opstina-lipnica' },
    what: 'Насипамо пут до гробља',
    words: 'Шест камиона туцаника, ваљак после прве кише.',
    dueInDays: -60,
    said: [
      { daysAgo: 70, by: 'radmila', answer: 'late', newInDays: -14, words: 'Довезена су два камиона, даље се не зна.' },
      { daysAgo: 12, by: 'slobodan', answer: 'late', newInDays: 24, words: 'Ваљак је у квару, чека се део.' },
    ],
    own: [[11, 'Део за ваљак стиже следеће недеље. Четири камиона су плаћена и чекају суво време.']],
  },
  {
    daysAgo: 80,
    by: 'vera',
    of: { person: 'zoran' },
    what: 'Довози агрегат за дом културе',
    dueInDays: -55,
    said: [
      {
        daysAgo: 47,
        by: 'ljubica',
        answer: 'not-kept',
        words: 'Агрегат је продат у међувремену, дом је и даље без струје.',
      },
    ],
    own: [[46, 'Није било до мене, брат га је продао. Могу да донесем продужне каблове.']],
  },
  {
    daysAgo: 62,
    by: 'vera',
    of: { organisation: 'korak' },
    what: 'Водимо радионицу о писању пријава',
    dueInDays: -35,
    said: [
      {
        daysAgo: 28,
        by: 'jelena',
        answer: 'changed',
        words: 'Уместо радионице, три домаћинства су добила помоћ код куће, свако око своје пријаве.',
      },
    ],
  },
  {
    daysAgo: 45,
    by: 'sanja',
    what: 'Читаоница је отворена сваке среде после подне',
    words: 'Кључ је код мене, за децу и за старије.',
    dueInDays: -20,
  },
  {
    daysAgo: 25,
    by: 'nikola',
    what: 'Снимам где пут пропада и доносим мапу на скуп',
    dueInDays: 17,
  },
  {
    daysAgo: 9,
    by: 'vera',
    of: { name: 'Пера Крстић, мајстор' },
    what: 'Крпи кров на школи док не дође нови цреп',
    dueInDays: 30,
  },
];
