import { toPlain } from '#platform/language/latin.ts';
import type { GatheringKind } from '../../words.ts';

/** What a line at the top of a file may be called: in Latin without diacritics, so that either script finds it. */
export const HEADINGS = {
  theme: ['theme', 'title', 'tema', 'naslov', 'titulli'],
  kind: ['kind', 'vrsta', 'vid', 'lloji'],
  date: ['date', 'day', 'datum', 'dan', 'den', 'data', 'dita'],
  time: ['time', 'vreme', 'koha'],
  starts: ['starts', 'from', 'pocetak', 'pocetok', 'pocnuva', 'od', 'fillimi', 'fillon', 'nga'],
  ends: ['ends', 'until', 'kraj', 'zavrsuva', 'do', 'mbarimi', 'mbaron', 'deri'],
  place: ['place', 'where', 'mesto', 'gde', 'kade', 'vendi', 'ku'],
  link: ['link', 'veza', 'vrska', 'lidhja'],
  language: ['language', 'jezik', 'jazik', 'gjuha'],
  places: ['places', 'broj mesta', 'broj na mesta', 'vende'],
  audience: ['for', 'za', 'per'],
} as const;
export type Heading = keyof typeof HEADINGS;

/** What the parts of a file may be called. */
export const PARTS = {
  about: ['about', 'o cemu', 'o skupu', 'za sto e', 'za sobirot', 'opis', 'rreth'],
  programme: ['programme', 'program', 'programa', 'agenda', 'dnevni red', 'dneven red', 'raspored', 'programi'],
  people: [
    'participants',
    'who comes',
    'ucesnici',
    'prijavljeni',
    'ko dolazi',
    'koj doaga',
    'spisak',
    'spisok',
    'prijaveni',
    'ucesnici i ucesnice',
    'pjesemarresit',
  ],
  questions: ['questions', 'pitanja', 'prasanja', 'pyetje', 'pyetjet'],
} as const;
export type FilePart = keyof typeof PARTS;

const KINDS: Readonly<Record<GatheringKind, readonly string[]>> = {
  assembly: ['assembly', 'skup mestana', 'skup', 'sobir', 'sobir na zitelite', 'takim', 'takim i banoreve'],
  'forum-session': [
    'forum session',
    'forum-session',
    'sesija foruma',
    'sesija na forumot',
    'sesion forumi',
    'sesion i forumit',
  ],
  training: ['training', 'obuka', 'trajnim'],
  'thematic-event': ['thematic event', 'thematic-event', 'event', 'tematski skup', 'tematski sobir', 'takim tematik'],
};

const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  'sr-Cyrl': ['sr-cyrl', 'srpski cirilica', 'cirilica'],
  'sr-Latn': ['sr-latn', 'srpski latinica', 'latinica'],
  mk: ['mk', 'makedonski', 'macedonian', 'maqedonisht'],
  sq: ['sq', 'albanski', 'albanian', 'shqip'],
  en: ['en', 'engleski', 'angliski', 'english', 'anglisht'],
};

function find<Key extends string>(words: Readonly<Record<Key, readonly string[]>>, text: string): Key | undefined {
  const plain = toPlain(text);
  return (Object.keys(words) as Key[]).find((key) => words[key].includes(plain));
}

/** Which line at the top this is, by its name in any of the languages. */
export const headingOf = (text: string): Heading | undefined => find(HEADINGS, text);
export const partOf = (text: string): FilePart | undefined => find(PARTS, text);
export const kindOf = (text: string): GatheringKind | undefined => find(KINDS, text);
export const languageOf = (text: string): string | undefined => find(LANGUAGES, text);
/** "For: members" and its sisters. */
export const isForMembers = (text: string): boolean => /^(members|clanov|clen|anetar)/.test(toPlain(text));
