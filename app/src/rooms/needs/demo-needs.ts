import type { DemoPersonKey } from '#rooms/people/server/index.ts';
import type { NeedState, OfferKind } from './words.ts';

/** A language a member of the demo writes in. */
export type Written = 'sr-Cyrl' | 'sr-Latn' | 'mk' | 'sq' | 'en';

/** A need of the demo, who stands behind it and what became of it. Everything here is invented. */
export interface SeededNeed {
  readonly key: string;
  readonly slug: string;
  readonly by: DemoPersonKey;
  readonly daysAgo: number;
  readonly locale: Written;
  readonly title: string;
  readonly words: string;
  readonly place: string;
  readonly point?: string;
  readonly affected?: string;
  readonly theme?: string;
  readonly channel?: 'paper';
  readonly supporters?: readonly (readonly [DemoPersonKey, number, string?])[];
  readonly said?: readonly (readonly [DemoPersonKey, number, string])[];
  readonly states?: readonly (readonly [NeedState, number, string])[];
  readonly offers?: readonly (readonly [DemoPersonKey, number, OfferKind, string])[];
  /** The need it was merged into, and when. */
  readonly into?: readonly [string, number];
  /** What its raiser answered when it was asked about again. */
  readonly again?: { readonly daysAgo: number; readonly answer: string; readonly words: string };
}

const lipa = { slug: 'gornja-lipa', locale: 'sr-Cyrl' } as const;
const dol = { slug: 'suvi-dol', locale: 'mk' } as const;

/** Needs in the order in which they were raised. */
export const demoNeeds: readonly SeededNeed[] = [
  {
    ...lipa,
    key: 'bus',
    by: 'ljubica',
    daysAgo: 168,
    title: 'Аутобус суботом до Липнице',
    words:
      'In English: *A bus on Saturdays.*\n\nПијаца је суботом, а аутобус вози само до петка. Старији плаћају такси хиљаду и по динара у једном правцу.',
    place: 'Аутобуска станица',
    affected: 'Двадесетак старијих домаћинстава',
    theme: 'Пут и превоз',
    again: { daysAgo: 18, answer: 'still-needed', words: 'И даље нема. Комшија нас вози кад може.' },
  },
  {
    ...lipa,
    key: 'light',
    by: 'nikola',
    daysAgo: 160,
    locale: 'sr-Latn',
    title: 'Svetlo kod autobuske stanice',
    words:
      'In English: *A light at the bus stop.*\n\nUjutru u pet i po se ne vidi ni ko je došao. Prošle zime je Sanja pala na ledu, a vozač nije ni video da nekoga ima.',
    place: 'Аутобуска станица',
    point: '43.4212, 22.3161',
    affected: 'Radnici prve smene i đaci putnici',
    theme: 'Пут и превоз',
    supporters: [
      ['sanja', 158, 'То сам била ја. Рука ме и данас боли.'],
      ['jelena', 157, 'Imam bateriju na telefonu, ali baka nema.'],
      ['dragan', 150],
      ['milena', 149],
    ],
    said: [
      ['miodrag', 140, 'Стуб је општински и исправан, недостаје светиљка. Уврстићу је у план за пролеће.'],
      ['nikola', 139, 'Hvala. Kog datuma u proleće?'],
      ['miodrag', 138, 'До 30. априла. Ако не буде, питајте ме овде.'],
    ],
    states: [
      ['taken-up', 138, 'Општина каже: светиљка до 30. априла.'],
      ['in-decision', 78, 'Један је од предлога за сеоски фонд.'],
      ['decided', 61, 'Добила је новац из сеоског фонда.'],
      ['done', 31, 'Зоран и Никола су је поставили, електричар је прикључио.'],
    ],
    offers: [['zoran', 70, 'economy', 'Мердевине и два сата рада']],
  },
  {
    ...lipa,
    key: 'water',
    by: 'radmila',
    daysAgo: 132,
    title: 'Вода у горњој мали пресуши сваког августа',
    words:
      'In English: *The water runs dry every August.*\n\nОд Огњене Марије до кише носимо канте са доње чесме. Каптажа није чишћена двадесет година, а цев је на два места пукла.\n\n- Шест кућа је без капи.\n- Још десет има воду само ноћу.',
    place: 'Горња мала',
    point: '43.4302, 22.3089',
    affected: 'Шеснаест домаћинстава, највише старијих',
    theme: 'Вода',
    supporters: [
      ['milena', 131, 'Мајка има осамдесет и једну годину и носи воду.'],
      ['slobodan', 120, 'Имам бунар, али видим како је људима.'],
      ['jelena', 119],
      ['sanja', 118, 'Kod nas teče od ponoći do četiri.'],
      ['bogdan', 90],
    ],
    said: [
      ['bogdan', 92, 'Горња мала увек нешто тражи. Али добро, видео сам цев, стварно цури.'],
      ['radmila', 91.5, 'Дођи да ти покажем где улази блато.'],
      ['vera', 60, 'Питала сам Удружење Корак: могу да позајме пумпу за испирање на два дана.'],
    ],
    states: [['taken-up', 57, 'Очистићемо каптажу у мају, свако по један дан.']],
    offers: [
      ['slobodan', 56, 'skills', 'Знам где иде стара цев, водим вас'],
      ['ana', 55, 'associations', 'Пумпа за испирање, на два дана'],
    ],
  },
  {
    ...lipa,
    key: 'spring',
    by: 'bogdan',
    daysAgo: 88,
    title: 'Чесма у горњој мали једва тече',
    words: 'In English: *The spring barely runs.*\n\nНа чесми код записа се чека пола сата за једну канту.',
    place: 'Горња мала, код записа',
    point: '43.4288, 22.3102',
    supporters: [
      ['radmila', 87],
      ['zoran', 86, 'Стоку гоним на реку.'],
    ],
    into: ['water', 58],
  },
  {
    ...lipa,
    key: 'playground',
    by: 'milena',
    daysAgo: 66,
    title: 'Љуљашке на игралишту су сломљене',
    words:
      'In English: *The swings are broken.*\n\nЛанац је пукао прошлог лета. Деца се љуљају на једној дасци, питање је дана кад ће неко пасти.',
    place: 'Школско игралиште',
    point: '43.4231, 22.3133',
    affected: 'Четрнаесторо деце',
    theme: 'Деца и млади',
    supporters: [
      ['jelena', 65],
      ['vera', 64],
      ['sanja', 40, 'Moj sin ima šav na obrvi od te daske.'],
    ],
    states: [['decided', 61, 'Није добила новац из сеоског фонда; иде поново догодине.']],
  },
  {
    ...lipa,
    key: 'doctor',
    by: 'sanja',
    daysAgo: 34,
    locale: 'sr-Latn',
    title: 'Lekar jednom nedeljno u selu',
    words:
      'In English: *A doctor once a week.*\n\nAmbulanta ima prostor i struju, nema lekara od prošle jeseni. Za recept se ide u Lipnicu i čeka ceo dan.',
    place: 'Ambulanta',
    affected: 'Celo selo, najviše hronični bolesnici',
    supporters: [
      ['ljubica', 33, 'Притисак мерим код комшинице.'],
      ['radmila', 33],
      ['milena', 30],
      ['dragan', 22],
      ['slobodan', 21],
    ],
    said: [['miodrag', 20, 'Дом здравља одлучује. Послао сам допис, одговор очекујем за 30 дана.']],
  },
  {
    ...lipa,
    key: 'wood',
    by: 'vera',
    daysAgo: 5,
    title: 'Бака Стана нема ко да јој исцепа дрва',
    words:
      'In English: *Somebody to split firewood.*\n\nДрва има у дворишту, али сама не може. Рекла је да смемо да напишемо.',
    place: 'Доња мала',
    channel: 'paper',
  },
  {
    ...lipa,
    key: 'room',
    by: 'jelena',
    daysAgo: 12,
    locale: 'sr-Latn',
    title: 'Mesto gde mladi mogu da se skupe zimi',
    words:
      'In English: *A room for the young in winter.*\n\nDom kulture je zaključan sem za sahrane i izbore. Treba nam ključ dva puta nedeljno i peć.',
    place: 'Dom kulture',
    point: '43.4225, 22.3148',
    affected: 'Nas desetak od 15 do 25 godina',
    theme: 'Деца и млади',
    supporters: [
      ['nikola', 3.8, 'Ja donosim zvučnike.'],
      ['milena', 3],
    ],
    states: [['in-decision', 4, 'Хоће ли стари млин постати читаоница?']],
    offers: [['slobodan', 2, 'land', 'Стара пећ на дрва, исправна']],
  },
  {
    ...lipa,
    key: 'dogs',
    by: 'zoran',
    daysAgo: 1.5,
    title: 'Чопор паса луталица код старе задруге',
    words: 'In English: *Stray dogs by the old cooperative.*\n\nПет-шест паса, ујутру трче за децом на бициклима.',
    place: 'Стара задруга',
    point: '43.4195, 22.3190',
    supporters: [['sanja', 1]],
  },
  {
    ...dol,
    key: 'road',
    by: 'petre',
    daysAgo: 152,
    title: 'Мостот кај воденицата е пукнат',
    words:
      'In English: *The bridge by the mill is cracked.*\n\nКомбето со децата поминува секое утро. Кога врне, водата оди преку плочата.',
    place: 'Кај воденицата',
    point: '41.7421, 22.0835',
    affected: 'Девет деца и нивните родители',
    theme: 'Пат',
    supporters: [
      ['elena', 139, 'Мојот син се вози секој ден преку него.'],
      ['vesna', 130],
    ],
    states: [['taken-up', 28, 'Општината прати инженер до крајот на месецот.']],
  },
  {
    ...dol,
    key: 'archive',
    by: 'goce',
    daysAgo: 145,
    title: 'Старите фотографии на селото да се скенираат',
    words:
      'In English: *Scan the old photographs.*\n\nСтојат во кутии кај тројца луѓе. Уште некоја година и ќе ги нема.',
    place: '',
    theme: 'Култура',
  },
  {
    ...dol,
    key: 'language',
    by: 'arta',
    daysAgo: 60,
    locale: 'sq',
    title: 'Njoftimet e fshatit edhe në shqip',
    words:
      'In English: *Village notices in Albanian too.*\n\nPrindërit e mi marrin vesh për takimet kur kanë kaluar. Një fletë në dy gjuhë mjafton.',
    place: 'Te dyqani',
    affected: 'Pesë familje',
    supporters: [
      ['besnik', 59, 'Unë përkthej, nuk është problem.'],
      ['marija', 58],
      ['elena', 50],
    ],
    states: [['done', 41, 'Бесник преведува, огласот излегува на двата јазика секој петок.']],
    offers: [['besnik', 57, 'skills', 'Përkthim nga maqedonishtja, dy orë në javë']],
  },
  {
    ...dol,
    key: 'milk',
    by: 'biljana',
    daysAgo: 6,
    title: 'Откуп на млеко двапати неделно',
    words:
      'In English: *Milk to be collected twice a week.*\n\nКамионот доаѓа само во вторник. Во јули половината го истураме.',
    place: 'Мандра',
    point: '41.7385, 22.0802',
    affected: 'Единаесет семејства со крави',
    supporters: [
      ['petre', 5],
      ['zagorka', 4, 'Правам сирење, ама немам кому да го продадам.'],
    ],
  },
];
