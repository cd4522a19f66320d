import type { DemoPersonKey } from '#rooms/people/server/index.ts';

/** Whose event it is: the demo's practice. */
export const PRACTICE = 'praksa-partnerstva';
/** So many days ago it was held; long enough that its next steps were asked about twice. */
export const HELD = 100;

/** The call to the demo's thematic event. Every name, place and case of it is invented. */
export const eventCall = {
  kind: 'thematic-event',
  theme: 'Партнерства у којима мали не остају у сенци',
  about:
    'Трећи пут седамо заједно. Три приче из три краја, па питања: шта се деси кад велики дође да помогне, и како остати за столом.',
  locale: 'sr-Cyrl',
  place: 'Дом културе, Липница',
  link: 'https://example.org/praksa',
  places: 60,
} as const;

/** Who leads what: minutes from the beginning, how long, title, led by. */
export const eventProgramme: readonly (readonly [at: number, minutes: number, title: string, ledBy: string])[] = [
  [0, 10, 'Добро дошли, ко је све за столом', 'Ana Vuković'],
  [10, 20, 'Water committees that the county took over', 'Wanjiru Kamau'],
  [30, 20, 'Kush flet në emër të fshatit', 'Drita Leka'],
  [50, 20, 'Једанаест села, једна цистерна: шта је општина научила', 'Миодраг Савић'],
  [70, 40, 'Питања из сале и са телефона', 'Вера Павловић'],
  [110, 25, 'Шта ћемо радити другачије; закључци и кораци', 'Марија Цветковска'],
];

export interface SeededSpeaker {
  readonly who: DemoPersonKey;
  readonly organisation: string;
  readonly country: string;
  readonly locale: 'sr-Cyrl' | 'sq' | 'en';
  readonly woman?: true;
  readonly grassroots?: true;
  readonly profile: string;
  readonly caseWords: string;
}

export const eventSpeakers: readonly SeededSpeaker[] = [
  {
    who: 'wanjiru',
    organisation: 'maji-yetu',
    country: 'KE',
    locale: 'en',
    woman: true,
    grassroots: true,
    profile: 'Keeps the water book of forty households and chairs the meeting under the fig tree.',
    caseWords:
      'Three groups vaccinated children in nine villages in eleven days. We used the school’s own list of families, the parish radio, the football coach and the women who sell at the crossroads. The county then adopted the campaign under its own name. We had agreed beforehand who is named on the poster, so our names stayed.',
  },
  {
    who: 'drita',
    organisation: 'bashke-per-fshatin',
    country: 'AL',
    locale: 'sq',
    woman: true,
    profile: 'Punon me njëzet fshatra malore; para kësaj ishte mësuese në njërin prej tyre.',
    caseWords:
      'Një organizatë e madhe hapi zyrë pranë nesh dhe na mori tre veta për gjashtë muaj. Askush nuk e bëri me qëllim të keq. Tani para çdo marrëveshjeje e shkruajmë: kush vendos, kush paguhet, kush përmendet.',
  },
  {
    who: 'miodrag',
    organisation: 'opstina-lipnica',
    country: 'RS',
    locale: 'sr-Cyrl',
    profile: 'У општини задужен за цивилну заштиту. Пре тога двадесет година возио школски аутобус.',
    caseWords:
      'Једанаест села гаси пожаре заједно: једна цистерна, списак људи са кључевима и форум сваког пролећа. Прве године општина је све водила сама и цистерна је стајала. Кад су села сама написала ко кога зове, почела је да ради.',
  },
];

export interface SeededQuestion {
  readonly text: string;
  readonly locale: 'sr-Cyrl' | 'sr-Latn' | 'mk' | 'sq' | 'en';
  /** Asked from a phone under the name of an account, or entered by a helper for somebody in the hall. */
  readonly by?: DemoPersonKey;
  readonly name?: string;
  readonly meToo: number;
  readonly fate: {
    readonly state: 'answered' | 'answered-in-writing' | 'owed' | 'declined';
    readonly speaker?: DemoPersonKey;
    readonly words: string;
    readonly locale: 'sr-Cyrl' | 'sq' | 'en';
    /** Days after the event; in the hall itself when absent. */
    readonly after?: number;
    /** Days from today by which it is owed. */
    readonly dueIn?: number;
  };
}

/** Seven questions: one is owed still, one was answered in writing after the report, one was declined with its reason. */
export const eventQuestions: readonly SeededQuestion[] = [
  {
    text: 'Ко плаћа онога ко води књигу кад пројекат оде?',
    locale: 'sr-Cyrl',
    by: 'milena',
    meToo: 14,
    fate: {
      state: 'answered',
      speaker: 'wanjiru',
      words:
        'Households pay a little each harvest. We began with that before any project came, so nobody had to replace it.',
      locale: 'en',
    },
  },
  {
    text: 'Зашто на табли поред чесме стоји само име донатора?',
    locale: 'sr-Cyrl',
    name: 'Станоје',
    meToo: 11,
    fate: {
      state: 'answered',
      speaker: 'miodrag',
      words: 'Зато што смо потписали не читајући. Нову таблу пишемо са селом: прво имена села, па ко је помогао.',
      locale: 'sr-Cyrl',
    },
  },
  {
    text: 'Како ја делите водата кога е суша, без да се скарате?',
    locale: 'mk',
    by: 'elena',
    meToo: 9,
    fate: {
      state: 'answered',
      speaker: 'wanjiru',
      words:
        'The book is read aloud every first Saturday. Who took more says why before everybody, and the next turn is shorter.',
      locale: 'en',
    },
  },
  {
    text: 'Who decides that a partner has become too loud?',
    locale: 'en',
    by: 'otieno',
    meToo: 7,
    fate: {
      state: 'answered',
      speaker: 'drita',
      words: 'Më i vogli. Mjafton që ai ta thotë një herë, dhe takimi i radhës fillon me këtë.',
      locale: 'sq',
    },
  },
  {
    text: 'Шта кад општина преузме нашу идеју и заборави чија је?',
    locale: 'sr-Cyrl',
    meToo: 16,
    fate: {
      state: 'answered-in-writing',
      speaker: 'miodrag',
      words:
        'Питао сам на већу. Од пролећа уз сваку меру пише које ју је село предложило; за прошле две године допунићемо списак.',
      locale: 'sr-Cyrl',
      after: 21,
    },
  },
  {
    text: 'Sa kushton vërtet një vit i tillë, me punën që nuk paguhet?',
    locale: 'sq',
    by: 'ilir',
    meToo: 12,
    fate: {
      state: 'owed',
      speaker: 'drita',
      words: 'I numërojmë orët e fshatrave dhe e themi shumën.',
      locale: 'sq',
      dueIn: 12,
    },
  },
  {
    text: 'За кога гласате на изборима?',
    locale: 'sr-Cyrl',
    meToo: 1,
    fate: {
      state: 'declined',
      words: 'О странкама на овом скупу не говоримо: за столом седе људи који иначе гласају различито.',
      locale: 'sr-Cyrl',
    },
  },
];
