import type { Reason } from '#rooms/moderation/index.ts';
import type { DemoPersonKey } from '#rooms/people/server/index.ts';

interface SeededPost {
  readonly by: DemoPersonKey;
  readonly daysAgo: number;
  readonly locale: 'sr-Cyrl' | 'sr-Latn' | 'mk' | 'sq' | 'en';
  readonly text: string;
  readonly folded?: boolean;
}

/** A thread of the demo; its first post begins it. */
export interface SeededThread {
  readonly slug: string;
  readonly title: string;
  readonly posts: readonly SeededPost[];
}

/** Who folds the one post that is folded, and who agrees. */
export const demoFold: { by: DemoPersonKey; second: DemoPersonKey; reason: Reason } = {
  by: 'vera',
  second: 'dragan',
  reason: 'insult',
};

const road: SeededThread = {
  slug: 'gornja-lipa',
  title: 'Прво пут или прво вода?',
  posts: [
    {
      by: 'slobodan',
      daysAgo: 96,
      locale: 'sr-Cyrl',
      text: 'Сваке зиме иста прича. Пут према школи је блато, а ми опет причамо о чесми. Кажите ми поштено: шта је *прво*?',
    },
    {
      by: 'radmila',
      daysAgo: 95.6,
      locale: 'sr-Cyrl',
      text: 'Слободане, ти имаш бунар. Ми у горњој мали носимо канте од августа. Пут је важан, али без пута се живи, без воде не.',
    },
    {
      by: 'nikola',
      daysAgo: 95.1,
      locale: 'sr-Latn',
      text: 'A ko nema kola? Hitna pomoć prošlog januara nije mogla do Stojanovića. To nije *blato*, to je život.',
    },
    {
      by: 'bogdan',
      daysAgo: 94.8,
      locale: 'sr-Cyrl',
      text: 'Горња мала увек кука, а кад треба радити нигде их нема. Ленштине.',
      folded: true,
    },
    {
      by: 'milena',
      daysAgo: 94.2,
      locale: 'sr-Cyrl',
      text: 'Полако. И вода и пут су живот. Хајде да видимо шта кошта и колико људи дира:\n\n- чесма: око 310.000, двадесет две куће\n- насипање до школе: око 480.000, тридесет једна кућа\n\nМожда стане и једно и друго ако тражимо и од општине.',
    },
    {
      by: 'slobodan',
      daysAgo: 93.9,
      locale: 'sr-Cyrl',
      text: 'Ово за хитну нисам знао. Повлачим оно „опет причамо о чесми“. Радмила, свратите сутра код мене по воду, док се не реши.',
    },
    {
      by: 'radmila',
      daysAgo: 93.5,
      locale: 'sr-Cyrl',
      text: '> Повлачим оно „опет причамо о чесми“.\n\nХвала ти. Долазимо ја и Љубица. А за гласање: нека се зна тачно колико има пара, па да делимо.',
    },
    {
      by: 'miodrag',
      daysAgo: 92,
      locale: 'sr-Cyrl',
      text: 'За општину: за путеве трећег реда има 250.000 до краја године, ако стигне захтев до првог. За воду овде не одлучујемо ми, него јавно предузеће; проследићу.',
    },
    {
      by: 'jelena',
      daysAgo: 91.4,
      locale: 'sr-Latn',
      text: 'Napisala sam zahtev, @Vera može li da ga pogleda? Kod mene je do četvrtka za potpise, na kapiji visi sveska.',
    },
  ],
};

const spring: SeededThread = {
  slug: 'gornja-lipa',
  title: 'Ко има кључ од задружног дома?',
  posts: [
    {
      by: 'ljubica',
      daysAgo: 21,
      locale: 'sr-Cyrl',
      text: 'Жене би се окупиле у среду да плету за вашар, а дом је закључан од септембра. Ко има кључ?',
    },
    {
      by: 'zoran',
      daysAgo: 20.7,
      locale: 'sr-Cyrl',
      text: 'Код мене је један, други је у продавници. Само погасите шпорет.',
    },
    {
      by: 'sanja',
      daysAgo: 20.2,
      locale: 'sr-Latn',
      text: 'Ja donosim kafu. Može li neko da dođe po babu Milku, ona ne može sama uz brdo?',
    },
    { by: 'nikola', daysAgo: 20.1, locale: 'sr-Latn', text: 'Ja ću. U pola pet sam kod nje.' },
  ],
};

const weekly: SeededThread = {
  slug: 'gornja-lipa',
  title: 'Аутобус петком: шта смо сазнали',
  posts: [
    {
      by: 'jelena',
      daysAgo: 5,
      locale: 'sr-Latn',
      text: 'Zvala sam prevoznika. Petkom poslepodne *može* da svrati u selo ako bude bar dvanaest putnika mesečno. Pišite ovde ko bi išao.',
    },
    { by: 'radmila', daysAgo: 4.8, locale: 'sr-Cyrl', text: 'Ја бих, сваки други петак код доктора.' },
    { by: 'sanja', daysAgo: 4.1, locale: 'sr-Latn', text: 'I ja kad vodim decu kod zubara. Znači nas je bar dve.' },
    { by: 'slobodan', daysAgo: 2.2, locale: 'sr-Cyrl', text: 'Пишите и мене и Драгана. И не заборавите ђаке.' },
  ],
};

const fire: SeededThread = {
  slug: 'suvi-dol',
  title: 'Шумата над селото: кој чисти, кој гледа',
  posts: [
    {
      by: 'goce',
      daysAgo: 62,
      locale: 'mk',
      text: 'Лани изгоре до куќите на Рехеповци. Годинава патот кон шумата пак е затворен со гранки. Да се договориме *пред* летото.',
    },
    {
      by: 'besnik',
      daysAgo: 61.5,
      locale: 'sq',
      text: 'Ne kemi traktorin dhe dy motorë sharrë. Të shtunën mund të vijmë katër veta.',
    },
    {
      by: 'elena',
      daysAgo: 61.1,
      locale: 'mk',
      text: 'Ќе готвам за сите. Ајде да бидеме од двете маала заедно, како што беше порано.',
    },
    {
      by: 'arta',
      daysAgo: 60.4,
      locale: 'sq',
      text: 'Në shkollë mund të bëjmë një listë kush ruan cilën ditë. Unë e mbaj listën.',
    },
    {
      by: 'vesna',
      daysAgo: 59.8,
      locale: 'mk',
      text: 'Прашав во општина: црева има, пумпа нема. Тоа да го бараме заедно со Горна Липа.',
    },
  ],
};

const municipality: SeededThread = {
  slug: 'lipnica',
  title: 'Како општина да одговара: рок од тридесет дана?',
  posts: [
    {
      by: 'milena',
      daysAgo: 40,
      locale: 'sr-Cyrl',
      text: 'Села шаљу захтеве, а одговор стигне или не стигне. Предлажем да се за сваки захтев зна ко одговара и до када.',
    },
    {
      by: 'miodrag',
      daysAgo: 39,
      locale: 'sr-Cyrl',
      text: 'Рок од тридесет дана је поштен ако знамо шта се тражи. Молим да сваки захтев има износ и ко га потписује.',
    },
    { by: 'zoran', daysAgo: 38.5, locale: 'sr-Cyrl', text: 'Слажем се, и да пише јавно на табли, и овде.' },
  ],
};

/** Everything is invented; each in the language its people write. */
export const demoThreads: readonly SeededThread[] = [road, fire, municipality, spring, weekly];
