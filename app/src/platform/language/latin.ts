const DIGRAPHS: Readonly<Record<string, string>> = { љ: 'lj', њ: 'nj', џ: 'dž' };
const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'абвгдђежзијклмнопрстћуфхцчш'].map((letter, at) => [letter, [...'abvgdđežzijklmnoprstćufhcčš'][at]]),
);
/** Letters of Macedonian that Serbian does not have, as the Macedonian standard romanises them. */
const MACEDONIAN: Readonly<Record<string, string>> = { ѓ: 'ǵ', ќ: 'ḱ', ѕ: 'dz', ѐ: 'è', ѝ: 'ì' };

const isUpper = (letter: string): boolean => letter !== letter.toLowerCase();

/**
 * Serbian (and Macedonian) Cyrillic as Latin, letter by letter; everything else stays as it is.
 * A capital digraph becomes `Lj` before a small letter and `LJ` among capitals, as the norm asks.
 */
export function toLatin(text: string): string {
  const letters = [...text];
  let latin = '';
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at];
    const small = letter.toLowerCase();
    const single = LETTERS[small] ?? MACEDONIAN[small] ?? DIGRAPHS[small];
    if (single === undefined) latin += letter;
    else if (!isUpper(letter)) latin += single;
    else if (single.length === 1) latin += single.toUpperCase();
    else latin += amongCapitals(letters, at) ? single.toUpperCase() : single[0].toUpperCase() + single.slice(1);
  }
  return latin;
}

function amongCapitals(letters: readonly string[], at: number): boolean {
  const next = letters[at + 1];
  if (next && /\p{L}/u.test(next)) return isUpper(next);
  const before = letters[at - 1];
  return before !== undefined && /\p{L}/u.test(before) && isUpper(before);
}

/** True when the text has a Cyrillic letter: the script it is stored with. */
export const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);

/** Latin, lower case, without diacritics: what search compares. `đ` becomes `dj`, as people type it. */
export function toPlain(text: string): string {
  return toLatin(text)
    .toLowerCase()
    .replaceAll('đ', 'dj')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
