/** Words about as varied as people's: pages made of one sentence would compress to nothing. */

const places = [
  'код старог млина',
  'испред школе',
  'на доњем потоку',
  'поред задруге',
  'у Јовановој улици',
  'иза цркве',
  'на аутобуској станици',
];
const things = [
  'вода тече преко пута',
  'не ради расвета',
  'пуна је контејнерска ниша',
  'нема клупе за старије',
  'мост се љуља',
  'лед остаје до подне',
  'деца немају где да се играју',
  'пси лутају ноћу',
];
const wishes = [
  'Ако мрзне, биће опасно за децу која иду у школу.',
  'До продавнице се не може са колицима, а лекар долази само уторком.',
  'Прошле године смо исто питали и нико није одговорио.',
  'Комшије са горње стране имају багер и вољни су да помогну.',
  'Ваљало би прво видети шта каже општина, па онда куповати.',
  'Довољно је десет људи и једно суботње јутро.',
  'Мени лично не смета, али разумем оне који овуда пролазе сваки дан.',
  'Новац од прошлог вашара још стоји, могли бисмо њега да употребимо.',
  'Не бих журио: земља је мека и све ће потонути до пролећа.',
  'Записала сам ко је шта обећао, списак је код Милене.',
  'Треба нам неко ко зна са електриком, остало можемо сами.',
];

const pick = (from: readonly string[], at: number): string => from[at % from.length];
const upper = (text: string): string => text[0].toUpperCase() + text.slice(1);

/** A title, different for each number up to fifty-six. */
export const titleOf = (at: number): string => upper(`${pick(things, at)} ${pick(places, at)}`);

/** Two paragraphs, an emphasis, a list here and there. */
export function wordsOf(at: number): string {
  const first = `${upper(pick(places, at))} **${pick(things, at * 3)}** већ ${at + 2} дана. ${pick(wishes, at * 5)}`;
  const list = [at, at + 4, at + 7].map((each) => `- ${pick(wishes, each)}`).join('\n');
  const second =
    at % 4 === 0
      ? list
      : `${pick(wishes, at * 7 + 1)} ${pick(wishes, at * 2 + 3)} ${at % 3 === 0 ? pick(wishes, at + 6) : ''}`;
  return `${first}\n\n${second}`;
}
