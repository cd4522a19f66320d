import { scrypt } from 'node:crypto';
import type { Context } from '#platform/context.ts';

/** Letters that look the same on a Latin and a Cyrillic keyboard, without vowels, and digits that are no letters. */
const LETTERS = 'BCHKMPTXY23456789';
const LENGTH = 12;
/** The largest multiple of the letters under 256: bytes above would make some letters likelier. */
const FAIR = 255;
const CYRILLIC: Readonly<Record<string, string>> = {
  В: 'B',
  С: 'C',
  Н: 'H',
  К: 'K',
  М: 'M',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  У: 'Y',
};

/** A new code of twelve letters: 49 random bits. */
export function newCardCode(context: Pick<Context, 'newToken'>): string {
  let code = '';
  while (code.length < LENGTH)
    for (const byte of Buffer.from(context.newToken(LENGTH), 'base64url'))
      if (byte < FAIR && code.length < LENGTH) code += LETTERS[byte % LETTERS.length];
  return code;
}

/** What was typed as a card's code, in either script, with whatever stands between; undefined when it can't be one. */
export function readCardCode(typed: string): string | undefined {
  const letters = [...typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')].map((letter) => CYRILLIC[letter] ?? letter);
  return letters.length === LENGTH && letters.every((letter) => LETTERS.includes(letter))
    ? letters.join('')
    : undefined;
}

/**
 * What the database keeps of a card. It must be found by its code, so there is no salt of its own; a few milliseconds of
 * scrypt for each guess make 49 bits too many for whoever holds a copy of the database.
 */
export const hashCard = (code: string): Promise<string> =>
  new Promise((resolve, reject) =>
    scrypt(code, 'sofra.people.card', 32, { N: 2048, r: 8, p: 1 }, (error, key) =>
      error ? reject(error) : resolve(key.toString('hex')),
    ),
  );
