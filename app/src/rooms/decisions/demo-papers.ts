import type { DemoPersonKey } from '#rooms/people/server/index.ts';
import type { Mark } from './words.ts';

/** A decision of the demo: its paper, who wrote it, who marked what, and what came of it. Everything here is invented. */
export interface SeededPaper {
  readonly slug: string;
  readonly by: DemoPersonKey;
  /** Days before now. A closing that lies ahead is negative. */
  readonly opens: number;
  readonly closes: number;
  readonly paper: Readonly<Record<string, unknown>>;
  /** Titles of the needs it comes from. */
  readonly needs?: readonly string[];
  readonly tellers?: readonly DemoPersonKey[];
  readonly ballots: readonly (readonly [DemoPersonKey, readonly Mark[], string?])[];
  readonly objection?: {
    readonly by: DemoPersonKey;
    readonly words: string;
    readonly answeredBy: DemoPersonKey;
    readonly answer: string;
  };
  readonly answer?: {
    readonly by: DemoPersonKey;
    readonly daysAgo: number;
    readonly verdict: string;
    readonly words: string;
  };
}

const chosen = (...options: readonly number[]): Mark[] => options.map((option) => ({ option, value: 1 }));
const wished = (...options: readonly number[]): Mark[] => options.map((option, at) => ({ option, value: at + 1 }));

const budget: SeededPaper = {
  slug: 'gornja-lipa',
  by: 'vera',
  opens: 75,
  closes: 61,
  tellers: ['slobodan', 'jelena'],
  needs: [
    'Svetlo kod autobuske stanice',
    'Љуљашке на игралишту су сломљене',
    'Вода у горњој мали пресуши сваког августа',
  ],
  paper: {
    question: 'Како делимо сеоски фонд од 360.000 динара?',
    paper:
      'In English: *How do we share the village fund?*\n\nНовац је од закупа старе задруге и општина га не тражи назад. Сваки предлог је неко од нас измерио и распитао се за цену.\n\n- Што не добије новац ове године, може поново догодине.\n- Рачуни се качe на врата дома културе.',
    locale: 'sr-Cyrl',
    secrecy: 'secret',
    method: 'equal-shares',
    budget: '360000',
    currency: 'RSD',
    publishSingleBallots: 'yes',
    restsOn: 'community-word',
    answerer: 'Савет месне заједнице Горња Липа',
    tableAttribute: 'gender',
    options: [
      { name: 'Клупе око липе', cost: '90000' },
      { name: 'Светло код аутобуске станице', cost: '150000' },
      { name: 'Поправка игралишта', cost: '180000' },
      { name: 'Књиге и полице за читаоницу', cost: '60000' },
      { name: 'Чишћење каптаже', cost: '120000' },
      { name: 'Видео-надзор код задруге', cost: '240000' },
    ],
  },
  ballots: [
    ['dragan', chosen(2, 5)],
    ['milena', chosen(1, 3, 4)],
    ['radmila', chosen(1, 2, 4)],
    ['slobodan', chosen(2, 5)],
    ['jelena', chosen(3, 4)],
    ['sanja', chosen(3, 4)],
    ['ljubica', chosen(1, 2, 4)],
    ['zoran', chosen(2, 5, 6)],
  ],
  answer: {
    by: 'dragan',
    daysAgo: 52,
    verdict: 'accepted',
    words:
      'Савет је прихватио исход. Светло се поставља у марту, књиге купује Јелена, а прва радна акција је у суботу.',
  },
};

const tie: SeededPaper = {
  slug: 'suvi-dol',
  by: 'marija',
  opens: 40,
  closes: 33,
  tellers: ['petre', 'biljana'],
  needs: ['Немаме ден кога сите можеме да се собереме'],
  paper: {
    question: 'Кој ден се собираме во училиштето?',
    paper:
      'In English: *On which day do we meet at the school?*\n\nЧетвртокот многумина работат до доцна, а во сабота автобусот вози само наутро.',
    locale: 'mk',
    secrecy: 'secret',
    method: 'approval',
    restsOn: 'community-word',
    options: [{ name: 'Четврток навечер' }, { name: 'Сабота претпладне' }, { name: 'Недела попладне' }],
  },
  ballots: [
    ['goce', chosen(1)],
    ['elena', chosen(2)],
    ['vesna', chosen(1, 3)],
    ['petre', chosen(1, 2)],
    ['biljana', chosen(2)],
    ['arta', chosen(2, 3)],
    ['besnik', chosen(1)],
  ],
};

const consent: SeededPaper = {
  slug: 'suvi-dol',
  by: 'marija',
  opens: 24,
  closes: 19,
  needs: ['Водата во август не стига за двете маала'],
  paper: {
    question: 'Како ја делиме водата во август?',
    paper:
      'In English: *How do we share the water in August?*\n\nПредлогот е од два собира во училиштето. Ако некој блокира, кажува зошто, и разговараме пак.',
    locale: 'mk',
    secrecy: 'named',
    method: 'consent',
    restsOn: 'signed-agreement',
    answerer: 'Водната заедница Суви Дол',
    options: [{ name: 'Горното маало полева во парни денови, долното во непарни' }],
  },
  ballots: [
    ['goce', [{ option: 1, value: 3 }]],
    ['elena', [{ option: 1, value: 3 }]],
    ['vesna', [{ option: 1, value: 2 }]],
    ['petre', [{ option: 1, value: 1 }], 'Кој затвора ако чешмата остане отворена преку ноќ?'],
    ['arta', [{ option: 1, value: 3 }]],
    ['besnik', [{ option: 1, value: 3 }]],
  ],
};

const wishes: SeededPaper = {
  slug: 'gornja-lipa',
  by: 'vera',
  opens: 100,
  closes: 93,
  needs: ['Дом културе прокишњава и хладан је'],
  paper: {
    question: 'Шта прво поправљамо на дому културе?',
    paper:
      'In English: *What do we mend first in the house of culture?*\n\nМајстор каже да за све нема новца пре јесени.',
    locale: 'sr-Cyrl',
    secrecy: 'secret',
    method: 'irv',
    restsOn: 'local-council',
    answerer: 'Општина Липница',
    options: [{ name: 'Кров' }, { name: 'Грејање' }, { name: 'Прозори' }, { name: 'Улаз без степеника' }],
  },
  ballots: [
    ['dragan', wished(1, 2)],
    ['milena', wished(4, 2, 1)],
    ['radmila', wished(2, 4)],
    ['slobodan', wished(1, 3)],
    ['jelena', wished(4, 1)],
    ['nikola', wished(3, 1)],
    ['ljubica', wished(2, 4, 1)],
    ['sanja', wished(4, 2)],
  ],
  answer: {
    by: 'miodrag',
    daysAgo: 47,
    verdict: 'partly',
    words: 'Општина плаћа материјал од пролећа, ако село обезбеди рад. За пројекат улаза треба још месец дана.',
  },
};

const open: SeededPaper = {
  slug: 'gornja-lipa',
  by: 'vera',
  opens: 4,
  closes: -4,
  needs: ['Mesto gde mladi mogu da se skupe zimi'],
  paper: {
    question: 'Хоће ли стари млин постати читаоница?',
    paper:
      'In English: *Shall the old mill become a reading room?*\n\nВласник даје млин на десет година без кирије. Кров држи, пода нема. Ко је за, не мора да ради; ко је против, не мора да каже зашто.',
    locale: 'sr-Cyrl',
    secrecy: 'secret',
    method: 'majority',
    restsOn: 'nothing-yet',
    options: [],
  },
  ballots: [
    ['milena', chosen(1)],
    ['radmila', chosen(1)],
    ['jelena', chosen(1)],
    ['zoran', chosen(2)],
    ['slobodan', []],
  ],
  objection: {
    by: 'radmila',
    words: 'Богдан живи овде цео живот, а на списку га нема.',
    answeredBy: 'slobodan',
    answer: 'Богдан још нема картицу. Драган му је носи у петак, па је на следећем списку; на овом има реч.',
  },
};

/** The decisions of the demo, the oldest first. */
export const demoPapers: readonly SeededPaper[] = [wishes, budget, tie, consent, open];
