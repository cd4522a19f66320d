import type { DemoPersonKey } from '#rooms/people/server/index.ts';

/** The address of the demo's practice. */
export const DEMO_PRACTICE = 'praksa-partnerstva';

/** What the practice says of itself. Every name, place and sum of this demo is invented. */
export const practiceForm = {
  slug: DEMO_PRACTICE,
  kind: 'practice',
  name: 'Пракса партнерстава',
  englishName: 'Partnership practice',
  locale: 'sr-Cyrl',
  about:
    'Десет организација из шест земаља које раде са селима. Два пута годишње седнемо и испричамо једни другима шта смо покушали, шта је успело и шта није.',
  place: 'Липница и преко мреже',
  country: 'RS',
  timeZone: 'Europe/Belgrade',
  latitude: '',
  longitude: '',
  joining: 'open',
  answersForData: 'Ana Vuković, Удружење Корак',
  law: 'Закон о заштити података о личности',
};

interface SeededOrganisation {
  readonly slug: string;
  readonly name: string;
  readonly englishName: string;
  readonly locale: string;
  readonly tier: string;
  readonly kind: string;
  readonly country: string;
  readonly about: string;
  readonly lead: DemoPersonKey;
}

/** Nine organisations that come with the practice; the tenth, Korak, is of the town. */
export const practiceOrganisations: readonly SeededOrganisation[] = [
  {
    ...{
      slug: 'zadruga-lipa',
      name: 'Женска задруга Липа',
      englishName: 'Lipa women’s cooperative',
      locale: 'sr-Cyrl',
    },
    ...{ tier: 'community', kind: 'grassroots', country: 'RS', lead: 'milena' },
    about: 'Једанаест жена, једна сушара и пекмез који се распрода пре Божића.',
  },
  {
    ...{ slug: 'izvor', name: 'Здружение Извор', englishName: 'Izvor (Spring)', locale: 'mk' },
    ...{ tier: 'community', kind: 'grassroots', country: 'MK', lead: 'elena' },
    about: 'Соседи од Суви Дол што ја чуваат водата и ја запишуваат.',
  },
  {
    ...{ slug: 'ura-most', name: 'Ura · Мост', englishName: 'The Bridge', locale: 'sq' },
    ...{ tier: 'local', kind: 'association', country: 'MK', lead: 'arta' },
    about: 'Punojmë me fshatra ku flitet maqedonisht dhe shqip, në të dyja gjuhët në të njëjtën tavolinë.',
  },
  {
    ...{
      slug: 'bashke-per-fshatin',
      name: 'Bashkë për Fshatin',
      englishName: 'Together for the Village',
      locale: 'sq',
    },
    ...{ tier: 'national', kind: 'association', country: 'AL', lead: 'drita' },
    about: 'Rrjet i njëzet fshatrave malore që kanë humbur gjysmën e të rinjve.',
  },
  {
    ...{ slug: 'rrenja', name: 'Kooperativa Rrënja', englishName: 'Root cooperative', locale: 'sq' },
    ...{ tier: 'community', kind: 'grassroots', country: 'AL', lead: 'ilir' },
    about: 'Tetëmbëdhjetë familje, kastravecë, mjaltë dhe një frigorifer i përbashkët.',
  },
  {
    ...{ slug: 'plavi-put', name: 'Udruženje Plavi put', englishName: 'Blue Road', locale: 'sr-Latn' },
    ...{ tier: 'national', kind: 'association', country: 'BA', lead: 'amra' },
    about: 'Povratnici i domaći u dolini jedne rijeke. Pravimo ono što ni jedni ni drugi ne mogu sami.',
  },
  {
    ...{ slug: 'katun', name: 'Katun', englishName: 'Katun (Summer Pasture)', locale: 'sr-Latn' },
    ...{ tier: 'community', kind: 'grassroots', country: 'ME', lead: 'dunja' },
    about: 'Devet porodica koje ljeti izdižu na istu planinu.',
  },
  {
    ...{ slug: 'maji-yetu', name: 'Maji Yetu', englishName: 'Our Water', locale: 'en' },
    ...{ tier: 'community', kind: 'grassroots', country: 'KE', lead: 'wanjiru' },
    about: 'Forty households and three boreholes on a dry slope. We meet under the fig tree on the first Saturday.',
  },
  {
    ...{ slug: 'pamoja', name: 'Pamoja Network', englishName: 'Together Network', locale: 'en' },
    ...{ tier: 'national', kind: 'association', country: 'KE', lead: 'otieno' },
    about: 'Community groups of four counties who lend each other people before they ask for money.',
  },
];

/** Who sits down at the table of the practice. */
export const practiceMembers: readonly DemoPersonKey[] = [
  'vera',
  'amra',
  'milena',
  'elena',
  'arta',
  'marija',
  'drita',
  'ilir',
  'dunja',
  'wanjiru',
  'otieno',
];

/** The circle: who, for which organisation, chosen how, seated and ended so many days ago. */
export const practiceCircle: readonly {
  readonly who: DemoPersonKey;
  readonly of: string;
  readonly chosenBy: string;
  readonly daysAgo: number;
  readonly ended?: number;
}[] = [
  { who: 'elena', of: 'izvor', chosenBy: 'founders', daysAgo: 168, ended: 70 },
  { who: 'vera', of: 'korak', chosenBy: 'consent', daysAgo: 168 },
  { who: 'drita', of: 'bashke-per-fshatin', chosenBy: 'lot', daysAgo: 70 },
  { who: 'wanjiru', of: 'maji-yetu', chosenBy: 'turn', daysAgo: 70 },
];

/** Shares and wishes: who says it, for which organisation (empty: for themselves), how many days ago. */
export const practiceTopics: readonly {
  readonly by: DemoPersonKey;
  readonly of?: string;
  readonly kind: 'share' | 'wish';
  readonly words: string;
  readonly locale: string;
  readonly tags: string;
  readonly quiet?: true;
}[] = [
  {
    by: 'ana',
    of: 'korak',
    kind: 'share',
    words: 'Писање предлога пројекта заједно са селом',
    locale: 'sr-Cyrl',
    tags: 'пројекти',
  },
  { by: 'ana', of: 'korak', kind: 'wish', words: 'Како се води књига воде', locale: 'sr-Cyrl', tags: 'вода' },
  {
    by: 'elena',
    of: 'izvor',
    kind: 'share',
    words: 'Водна книга: кој кога полева',
    locale: 'mk',
    tags: 'вода, полевање',
  },
  {
    by: 'elena',
    of: 'izvor',
    kind: 'wish',
    words: 'Пишување предлог-проекти без консултант',
    locale: 'mk',
    tags: 'проекти',
  },
  {
    by: 'ilir',
    of: 'rrenja',
    kind: 'share',
    words: 'Si mbahen llogaritë e një kooperative',
    locale: 'sq',
    tags: 'zadruge, llogari',
  },
  {
    by: 'milena',
    of: 'zadruga-lipa',
    kind: 'wish',
    words: 'Рачуни и књиге задруге',
    locale: 'sr-Cyrl',
    tags: 'задруге',
  },
  {
    by: 'milena',
    of: 'zadruga-lipa',
    kind: 'share',
    words: 'Сушење воћа и продаја из куће',
    locale: 'sr-Cyrl',
    tags: 'храна',
  },
  { by: 'dunja', of: 'katun', kind: 'wish', words: 'Prodaja sira iz kuće', locale: 'sr-Latn', tags: 'hrana' },
  {
    by: 'wanjiru',
    of: 'maji-yetu',
    kind: 'share',
    words: 'Meetings under a tree where women speak first',
    locale: 'en',
    tags: 'women, skupovi',
  },
  { by: 'amra', kind: 'wish', words: 'Kako da žene na skupu govore prve', locale: 'sr-Latn', tags: 'skupovi' },
  {
    by: 'otieno',
    of: 'pamoja',
    kind: 'share',
    words: 'Lending people between groups before asking for money',
    locale: 'en',
    tags: 'partnerships',
  },
  {
    by: 'drita',
    of: 'bashke-per-fshatin',
    kind: 'wish',
    words: 'Partneritete pa para të mëdha',
    locale: 'sq',
    tags: 'partnerships',
  },
  { by: 'marija', kind: 'wish', words: 'Здив: како да не прегориме', locale: 'mk', tags: 'луѓе', quiet: true },
];

/** The action plan: what, who, due in so many days, and what became of it. */
export const practicePlan: readonly {
  readonly what: string;
  readonly locale: string;
  readonly by: string;
  readonly daysAgo: number;
  readonly dueIn: number;
  readonly changes?: readonly {
    readonly by: DemoPersonKey;
    readonly state: string;
    readonly daysAgo: number;
    readonly words: string;
    readonly dueIn?: number;
  }[];
  /** Who gives their organisation's word on it, so many days ago. */
  readonly word?: { readonly by: DemoPersonKey; readonly daysAgo: number };
}[] = [
  {
    ...{
      what: 'Прикупити шест примера и превести их на два језика',
      locale: 'sr-Cyrl',
      by: 'korak',
      daysAgo: 160,
      dueIn: -30,
    },
    changes: [
      { by: 'vera', state: 'under-way', daysAgo: 120, words: 'Три су готова.' },
      {
        by: 'vera',
        state: 'done',
        daysAgo: 34,
        words: 'Шест примера, и један за који смо мислили да га нико неће испричати.',
      },
    ],
  },
  {
    ...{
      what: 'Razmjena: četvoro ljudi iz Katuna kod Izvora, tri dana',
      locale: 'sr-Latn',
      by: 'katun',
      daysAgo: 90,
      dueIn: -10,
    },
    changes: [{ by: 'dunja', state: 'put-off', daysAgo: 20, words: 'Snijeg. Idemo kad se put otvori.', dueIn: 120 }],
  },
  {
    ...{ what: 'Priručnik za vođenje skupa na dva jezika', locale: 'sr-Latn', by: 'plavi-put', daysAgo: 60, dueIn: 45 },
    changes: [{ by: 'amra', state: 'under-way', daysAgo: 12, words: 'Prva polovina je napisana.' }],
    word: { by: 'amra', daysAgo: 55 },
  },
  {
    what: 'A call between Maji Yetu and Izvor on the water book',
    locale: 'en',
    by: 'maji-yetu',
    daysAgo: 40,
    dueIn: -4,
  },
  {
    ...{
      what: 'Një faqe e përbashkët e mësimeve për bashkitë',
      locale: 'sq',
      by: 'bashke-per-fshatin',
      daysAgo: 100,
      dueIn: 10,
    },
    changes: [{ by: 'drita', state: 'let-go', daysAgo: 45, words: 'Bashkitë duan të vijnë vetë, jo të lexojnë.' }],
  },
];
