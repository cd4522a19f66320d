const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

/** How many words a text has, in any script: letters and digits, with what joins them inside a word. */
export const countWords = (text: string): number => text.match(WORD)?.length ?? 0;
