import type { DemoPersonKey } from '#rooms/people/server/index.ts';
import type { Uptake } from './words.ts';

/** A case of the demo: who tells it, and from which other one it learned. Every place, sum and name is invented. */
export interface SeededCase {
  readonly key: string;
  readonly by: DemoPersonKey;
  /** `o:slug` of an organisation, `c:slug` of a community. */
  readonly of: string;
  readonly daysAgo: number;
  readonly from?: { readonly key: string; readonly how: Uptake };
  readonly words: Readonly<Record<string, unknown>>;
  /** People of the practice who stand in it, and how they said they wish to be credited; no answer: it waits. */
  readonly people?: readonly { readonly who: DemoPersonKey; readonly part: string; readonly answer?: string }[];
  readonly outside?: readonly {
    readonly name: string;
    readonly tier?: string;
    readonly told: string;
    readonly part: string;
  }[];
  readonly lessons?: readonly {
    readonly by: DemoPersonKey;
    readonly daysAgo: number;
    readonly words: string;
    readonly locale: string;
  }[];
  /** Stays a draft. */
  readonly draft?: true;
}

/** The demo's library, the first told first. */
export const demoCases: readonly SeededCase[] = [
  {
    ...{ key: 'van', by: 'ana', of: 'o:korak', daysAgo: 150 },
    words: {
      ...{ title: 'Комби за лекара, четвртком', locale: 'sr-Cyrl', place: 'Горња Липа и четири села', country: 'RS' },
      happened: 'од пролећа 2024.',
      context: 'До дома здравља је 23 километра, а аутобус је укинут. Стари су ишли кад их неко повезе, или нису ишли.',
      done: 'Пет села је нашло један половни комби. **Возе се редом**: списак виси у продавници, возачи су четири пензионера и једна наставница. Општина плаћа гориво, села осигурање, а ко може, оставља сто динара.',
      changed: 'За годину дана 611 вожњи. Лекар сада прима четвртком по селима, јер зна да ће људи доћи.',
      failed:
        'Прва два месеца возио је само Слободан и умало да одустане. Ред возача смо направили тек кад је рекао да не може више. Требало је првог дана.',
      notWhere: 'Где нема бар троје возача које село познаје, и где зими нико не чисти пут.',
      ...{ costAmount: 840000, costCurrency: 'RSD', costWords: 'комби; после тога око 300 сати вожње годишње, даром' },
      ...{ languages: ['sr', 'en'], tags: 'превоз, здравље', goals: [3, 11, 17] },
    },
    people: [
      { who: 'milena', part: 'Списак и телефон', answer: 'name' },
      { who: 'vera', part: 'Договор са општином', answer: 'member' },
    ],
    outside: [{ name: 'Слободан и возачи', tier: 'community', told: 'name', part: 'Возе' }],
    lessons: [
      { by: 'drita', daysAgo: 96, words: 'Së pari radha e shoferëve, pastaj furgoni.', locale: 'sq' },
      { by: 'dunja', daysAgo: 88, words: 'Ko vozi mora smjeti da kaže da ne može.', locale: 'sr-Latn' },
    ],
  },
  {
    ...{ key: 'water', by: 'elena', of: 'o:izvor', daysAgo: 140 },
    words: {
      ...{
        title: 'Водна книга: кој кога полева',
        locale: 'mk',
        place: 'Суви Дол',
        country: 'MK',
        happened: '2023–2025',
      },
      context: 'Секој август се каравме за вода. Кој живее горе, полева; кој живее долу, чека.',
      done: 'Тетратка во продавницата. Секој запишува кога отворил и кога затворил. Двајца на смена ја читаат наглас секоја недела пред црква.',
      changed: 'Две лета без караница. Долниот крај полева трипати неделно, порано еднаш.',
      failed: 'Првиот месец сите пишуваа „малку“. Почнавме да мериме во минути.',
      notWhere: 'Каде што водата е на еден сопственик, тетратката само го налутува.',
      ...{
        costWords: 'една тетратка, 60 денари, и нервите на Петре',
        languages: ['mk', 'sr', 'sq'],
        tags: 'вода, полевање',
        goals: [6, 16],
      },
    },
    people: [{ who: 'marija', part: 'Првиот собир', answer: 'inside' }],
    outside: [{ name: 'Петре и Загорка', tier: 'community', told: 'name', part: 'Ја читаат книгата' }],
    lessons: [{ by: 'wanjiru', daysAgo: 80, words: 'Minutes, not buckets. Nobody argues with a clock.', locale: 'en' }],
  },
  {
    ...{ key: 'clinic', by: 'wanjiru', of: 'o:maji-yetu', daysAgo: 110, from: { key: 'van', how: 'adapted' } },
    words: {
      ...{
        title: 'A motorbike to the clinic, by turns',
        locale: 'en',
        place: 'A dry slope above the river',
        country: 'KE',
        happened: '2025',
      },
      context: 'The clinic is 14 km away and the road is a footpath for half of it. A van would not get through.',
      done: 'We kept the list in the shop and the turns of drivers, and left out the van: two motorbikes with a side seat that a welder made. Mothers with small children go first. Women keep the list.',
      changed: 'All nine births of this season were at the clinic. The riders are asked to weddings now.',
      failed:
        'Fuel was “borrowed” for other trips. We put a small book on each tank, like the water book of our friends in Suvi Dol.',
      notWhere: 'Where riders are paid by the trip already: they will rightly fight it.',
      ...{
        costAmount: 310000,
        costCurrency: 'KES',
        costWords: 'two motorbikes and the welder’s time',
        languages: ['en', 'sw'],
        tags: 'health, transport',
        goals: [3, 5],
      },
    },
    people: [{ who: 'otieno', part: 'Found the welder', answer: 'name' }],
  },
  {
    ...{ key: 'pass', by: 'drita', of: 'o:bashke-per-fshatin', daysAgo: 75, from: { key: 'van', how: 'did-not-work' } },
    words: {
      ...{
        title: 'Furgoni që qëndroi në garazh',
        locale: 'sq',
        place: 'Një luginë malore',
        country: 'AL',
        happened: 'dimër 2025',
      },
      context: 'Tre fshatra, një mjek në qytet, asnjë autobus. Dukej njësoj si te Lipa.',
      done: 'Blemë furgonin së pari, me paratë e një donatori, me emrin e tij në derë. Listën e bëmë më vonë.',
      changed: 'Dyzet udhëtime, pastaj asgjë.',
      failed:
        'Shoferi ishte një, i paguar nga projekti. Kur mbaroi projekti, mbaroi edhe shoferi. Askush nuk e ndjente si të vetin: në derë shkruante emri i donatorit.',
      notWhere: 'Aty ku paratë vijnë para marrëveshjes. Do ta provonim sërish, por me radhën e shoferëve në fillim.',
      ...{
        costAmount: 11500,
        costCurrency: 'EUR',
        costWords: 'dhe besimi i tri fshatrave',
        languages: ['sq', 'en'],
        tags: 'transport, health',
        goals: [3, 17],
      },
    },
    people: [{ who: 'ilir', part: 'Udhëtoi dhe shënoi çdo javë', answer: 'member' }],
    outside: [{ name: 'Një fond nga jashtë', tier: 'international', told: 'member', part: 'Pagoi furgonin' }],
    lessons: [{ by: 'ana', daysAgo: 60, words: 'Име на вратима одлучује чији је комби.', locale: 'sr-Cyrl' }],
  },
  {
    ...{ key: 'lipa-water', by: 'dragan', of: 'c:gornja-lipa', daysAgo: 52, from: { key: 'water', how: 'adopted' } },
    words: {
      ...{
        title: 'Књига воде у Горњој Липи',
        locale: 'sr-Cyrl',
        place: 'Горња Липа, доњи крај',
        country: 'RS',
        happened: 'лето 2026.',
      },
      context: 'Једна чесма, два краја, и увек иста свађа у августу.',
      done: 'Исто као у Сувом Долу: свеска у продавници, минути, читање недељом. Ништа нисмо мењали, само смо отишли да видимо.',
      changed: 'Доњи крај је први пут имао воду и суботом.',
      failed: 'Двоје није хтело да пише. Нисмо их терали; други су писали за њих, наглас.',
      notWhere: 'Где људи не свраћају у исту продавницу.',
      ...{ costWords: 'свеска и два одласка у Суви Дол', languages: ['sr'], tags: 'вода', goals: [6] },
    },
    outside: [{ name: 'Радмила и Слободан', tier: 'community', told: 'name', part: 'Читају књигу недељом' }],
  },
  {
    ...{ key: 'borehole', by: 'otieno', of: 'o:pamoja', daysAgo: 25, from: { key: 'lipa-water', how: 'adapted' } },
    words: {
      ...{
        title: 'A borehole book, read aloud on Saturdays',
        locale: 'en',
        place: 'Four counties',
        country: 'KE',
        happened: '2026',
      },
      context: 'Eleven groups share boreholes and quarrel over diesel, not over water.',
      done: 'The same book, for diesel: who ran the pump, for how many minutes, who paid. Read aloud by two who change every month, one of them always a woman.',
      changed: 'Seven groups have a common fund again. In four of them women hold the key.',
      failed: 'Four groups stopped when the reader was also the treasurer. Never the same person.',
      notWhere: 'Where the pump has an owner.',
      ...{
        costAmount: 0,
        costCurrency: 'KES',
        costWords: 'eleven exercise books',
        languages: ['en', 'sw'],
        tags: 'water, women',
        goals: [5, 6, 7],
      },
    },
    people: [{ who: 'wanjiru', part: 'Read the first book', answer: 'name' }],
  },
  {
    ...{ key: 'katun-van', by: 'dunja', of: 'o:katun', daysAgo: 3, from: { key: 'van', how: 'adopted' }, draft: true },
    words: {
      ...{ title: 'Kombi na planinu', locale: 'sr-Latn', place: 'Katun', country: 'ME', happened: 'ljeto 2026.' },
      context: 'Devet porodica, jedan put, i svako svojim autom po sir.',
      done: 'Isto kao u Lipi, samo ljeti: spisak, red vozača, jedan kombi.',
      ...{ changed: 'Sir silazi dvaput sedmično.', tags: 'prevoz, hrana', languages: ['cnr', 'sr'] },
    },
    people: [{ who: 'ana', part: 'Došla da ispriča kako se pravi red vozača' }],
  },
];
