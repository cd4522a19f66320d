import { FileError } from './file-error.ts';

interface NameLine {
  readonly text: string;
  readonly line: number;
}

/**
 * The names and the title at the end of a BLT file: one a line, quoted or not, or several quoted ones on a line.
 * Names may be missing altogether; a file with some but not all of them is refused.
 */
export function bltNames(lines: readonly NameLine[], candidates: number, file: string) {
  const whole =
    lines.length >= candidates ? lines.map(({ text }) => unquoted(text)) : lines.flatMap(({ text }) => quotedIn(text));
  if (whole.length > 0 && whole.length < candidates) {
    const last = lines[lines.length - 1];
    throw new FileError(file, last.line, `there are ${candidates} candidates and ${whole.length} names`);
  }
  return {
    titles: Array.from({ length: candidates }, (_, i) => whole[i] ?? ''),
    title: whole[candidates] ?? '',
  };
}

/** A line of one name. Quotes around it are taken off, also when only one of the two is there; quotes inside stay. A name and a party, each in quotes, are one name. */
function unquoted(text: string): string {
  const two = /^"([^"]*)"\s+"([^"]*)"$/.exec(text);
  if (two) return `${two[1]} ${two[2]}`.trim();
  return text
    .replace(/\s+#[^"]*$/, '')
    .replace(/^"/, '')
    .replace(/",?$/, '')
    .trim();
}

function quotedIn(text: string): string[] {
  const names = [...text.matchAll(/"([^"]*)"/g)].map((match) => match[1].trim());
  return names.length > 0 ? names : [text];
}
