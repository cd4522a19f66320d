import type { DemoPersonKey } from '#rooms/people/server/index.ts';

/** One line each; without a name when nobody stands there. */
export const eventReflections: readonly {
  readonly text: string;
  readonly locale: string;
  readonly by?: DemoPersonKey;
}[] = [
  { text: 'Пре следећег уговора читамо га на глас у задрузи.', locale: 'sr-Cyrl', by: 'milena' },
  { text: 'Ќе ги прашам жените први, не последни.', locale: 'mk', by: 'elena' },
  { text: 'We will send the small partner to the press conference, and stay home.', locale: 'en', by: 'otieno' },
  { text: 'Мање ћу причати, више записивати.', locale: 'sr-Cyrl' },
  { text: 'Prije nego pozovemo nekoga, pitaćemo ko ga već zove.', locale: 'sr-Latn', by: 'dunja' },
];

/** What the hall concluded, and who confirmed it. */
export const eventConclusions: readonly { readonly text: string; readonly confirmedBy: readonly DemoPersonKey[] }[] = [
  {
    text: 'Пре сваког партнерства запише се ко одлучује, ко добија новац и ко се помиње.',
    confirmedBy: ['wanjiru', 'drita', 'elena', 'milena', 'otieno', 'amra'],
  },
  {
    text: 'Кад јавна установа преузме нешто што су почели грађани, име оних који су почели остаје.',
    confirmedBy: ['wanjiru', 'milena', 'drita', 'dunja', 'ilir'],
  },
  {
    text: 'О сенци великих прво се разговара за столом; јавно се пише кад мали партнер каже да може.',
    confirmedBy: ['drita', 'elena', 'arta'],
  },
];

/** What changed wording after somebody said how it should read. */
export const eventAmendment = {
  conclusion: 3,
  by: 'arta',
  text: 'О сенци великих прво се разговара за столом, уз некога коме обе стране верују; јавно се пише кад мали партнер каже да може.',
  why: 'Мали често не могу сами да почну тај разговор.',
} as const satisfies {
  readonly conclusion: number;
  readonly by: DemoPersonKey;
  readonly text: string;
  readonly why: string;
};

export interface SeededStep {
  readonly what: string;
  readonly locale: 'sr-Cyrl' | 'mk' | 'en';
  /** An organisation of the practice, or somebody who spoke. */
  readonly organisation?: string;
  readonly person?: DemoPersonKey;
  /** Days after the event. */
  readonly due: number;
  readonly answers: readonly {
    readonly by: DemoPersonKey;
    /** Days after the event. */
    readonly after: number;
    readonly reply: 'kept' | 'late' | 'changed' | 'not-kept';
    readonly words: string;
    readonly locale: 'sr-Cyrl' | 'sr-Latn' | 'mk';
    /** A new day, days from today. */
    readonly newDueIn?: number;
  }[];
}

/** Who does what by when; they were asked after one month and after three. */
export const eventSteps: readonly SeededStep[] = [
  {
    what: 'Образац „ко одлучује, ко добија, ко се помиње“ на једној страни, на четири језика',
    locale: 'sr-Cyrl',
    organisation: 'korak',
    due: 60,
    answers: [
      {
        by: 'elena',
        after: 34,
        reply: 'late',
        words: 'Македонски е готов, албанскиот чека.',
        locale: 'mk',
        newDueIn: -25,
      },
      { by: 'elena', after: 92, reply: 'kept', words: 'Го користевме двапати.', locale: 'mk' },
    ],
  },
  {
    what: 'Нова табла поред чесме, прво имена села',
    locale: 'sr-Cyrl',
    person: 'miodrag',
    due: 80,
    answers: [
      {
        by: 'milena',
        after: 93,
        reply: 'not-kept',
        words: 'Табла је поручена, али је нема. Чекамо мајстора од септембра.',
        locale: 'sr-Cyrl',
      },
    ],
  },
  {
    what: 'Lend two people for the fire training in Lipnica',
    locale: 'en',
    organisation: 'pamoja',
    due: 85,
    answers: [{ by: 'amra', after: 91, reply: 'kept', words: 'Došli su i ostali dan duže.', locale: 'sr-Latn' }],
  },
  {
    what: 'Књигата за вода да се преведе и да се прати на сите',
    locale: 'mk',
    organisation: 'izvor',
    due: 130,
    answers: [],
  },
];

/** What the rapporteur wrote around the records. */
export const eventTexts: readonly { readonly place: string; readonly text: string }[] = [
  {
    place: 'summary',
    text: 'Десет организација из шест земаља село је за исти сто да каже шта се деси кад велики дође да помогне. Из Кеније смо чули како су три мале групе за једанаест дана обишле девет села и како је округ то преузео, а имена су остала, јер је договор написан пре почетка. Из Албаније како се без лоше намере остане без људи. Из Липнице како је цистерна прорадила тек кад су села сама написала ко кога зове. Постављено је седам питања; на једно још дугујемо одговор. Договорена су три закључка и четири корака, и за сваки се зна ко и до када.',
  },
  {
    place: 'opening',
    text: 'Седели смо у кругу, без бине. Ко није стигао до Липнице, био је за столом преко телефона.',
  },
  { place: 'questions-before', text: 'Ред питања се видео на зиду: колико људи пита исто, и ко се још није чуо.' },
  { place: 'closing', text: 'Следећи пут прво читамо шта је од ових корака остало.' },
];
