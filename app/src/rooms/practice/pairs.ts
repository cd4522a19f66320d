import { toPlain } from '#platform/language/latin.ts';
import type { TopicKind } from './words.ts';

/** A topic as pairing looks at it; `party` tells two who said it apart. */
export interface Pairable {
  readonly id: string;
  readonly kind: TopicKind;
  readonly party: string;
  readonly words: string;
  readonly tags: readonly string[];
  readonly pairing: string;
}

/** One who can and one who wishes, and the plain beginnings of words and the tags on which they meet. */
export interface Pair<Topic extends Pairable> {
  readonly share: Topic;
  readonly wish: Topic;
  readonly on: readonly string[];
}

/** Small words of the region's languages, plain; they bring nobody together. */
const QUIET = new Set(
  (
    'kako kada gdje gde koji koje koja sto zasto ovde sa za od ili ima imam treba zelim zelimo hocu nasa nase nasi ' +
    'rada rad raditi radim praksa praksi iskustvo iskustva ljudi ljude mesto mali mala male veliki vise novi nova ' +
    'with them from that this what when where which have about into your their people small more learn teach know work ' +
    'kur nga per dhe tek sa si me nje tyre njerez kemi dua duam punes'
  ).split(' '),
);

/** Letters of a word that are compared: endings of cases and numbers differ, beginnings stay. */
const BEGINNING = 6;

const beginningOf = (word: string): string => word.replace(/[aeiou]+$/, '').slice(0, BEGINNING);
const quietBeginnings = new Set([...QUIET].map(beginningOf));

/** The plain beginnings of the words of a text: either script, no accents, no endings, each once. */
export function beginningsOf(text: string): string[] {
  const words = toPlain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 4)
    .map(beginningOf)
    .filter((word) => word.length >= 3 && !quietBeginnings.has(word));
  return [...new Set(words)];
}

/** Everything on which a topic may meet another: `#` before a tag. */
const handles = ({ words, tags }: Pairable): string[] => [
  ...tags.map((tag) => `#${toPlain(tag)}`),
  ...beginningsOf(words),
];

/** Words that more than half of the topics hold tell nothing, once there are enough topics to say so. */
function commonIn(all: readonly (readonly string[])[]): Set<string> {
  if (all.length < 10) return new Set();
  const counts = new Map<string, number>();
  for (const list of all) for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > all.length / 2).map(([one]) => one));
}

const weigh = (on: readonly string[]): number => on.reduce((sum, one) => sum + (one.startsWith('#') ? 2 : 1), 0);

/**
 * Proposes who could teach whom: every share beside every wish of somebody else that meets it on a tag or on the beginning
 * of a word. The best first; the same topics always give the same pairs in the same order. Who said "no pairs" is left out.
 */
export function proposePairs<Topic extends Pairable>(topics: readonly Topic[]): Pair<Topic>[] {
  const willing = topics.filter(({ pairing }) => pairing === 'yes');
  const held = new Map(willing.map((topic) => [topic.id, handles(topic)]));
  const common = commonIn([...held.values()]);
  const meets = (topic: Topic) => (held.get(topic.id) ?? []).filter((one) => !common.has(one));
  const shares = willing.filter(({ kind }) => kind === 'share');
  const wishes = willing.filter(({ kind }) => kind === 'wish').map((wish) => ({ wish, on: new Set(meets(wish)) }));
  const pairs = shares.flatMap((share) =>
    wishes
      .filter(({ wish }) => wish.party !== share.party)
      .map(({ wish, on }) => ({ share, wish, on: meets(share).filter((one) => on.has(one)) }))
      .filter(({ on }) => on.length > 0),
  );
  const order = ({ share, wish }: Pair<Topic>) => `${share.id} ${wish.id}`;
  return pairs.sort((a, b) => weigh(b.on) - weigh(a.on) || (order(a) < order(b) ? -1 : 1));
}
