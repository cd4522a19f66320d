import { ballotBox } from '../ballots/ballot-box.ts';
import type { Election, Option } from '../election.ts';
import { FileError, quote } from './file-error.ts';
import { feed, type LineReader, type Lines } from './lines.ts';
import { readWhole, refuseManyOptions } from './numbers.ts';

/**
 * Reads a Debian tally sheet: a legend `Option 3--->: Name` and one line `V: 3-12` per ballot, whose n-th sign is the rank of
 * option n (`-` = not ranked, later ranks than 9 go on with letters). Option ids are the numbers of the legend, and `meta.default` is
 * the default option: the one called "none of the above" or "further discussion", else the last.
 * Throws a FileError with the line of what is wrong.
 */
export const parseDebian = (lines: Lines, name: string): Promise<Election> => feed(lines, debianReader(name));

/** The same reader, to be fed line by line. */
export function debianReader(name: string): LineReader<Election> {
  const box = ballotBox();
  const options: Option[] = [];
  let ballots = 0;

  const readBallot = (text: string, line: number): void => {
    if (options.length === 0) throw new FileError(name, line, 'a ballot comes before the list of options');
    if (text.length !== options.length) {
      throw new FileError(name, line, `${quote(text)} has ${text.length} signs for ${options.length} options`);
    }
    const marks = [...text].flatMap((sign, option) => (sign === '-' ? [] : [{ option, rank: rankOf(sign, line) }]));
    marks.sort((a, b) => a.rank - b.rank || a.option - b.option);
    box.cast({ options: marks.map(({ option }) => option), values: marks.map(({ rank }) => rank), line });
    ballots++;
  };
  const rankOf = (sign: string, line: number): number => {
    const rank = /^[1-9a-z]$/i.test(sign) ? Number.parseInt(sign, 36) : 0;
    if (rank === 0) throw new FileError(name, line, `${quote(sign)} is not a rank`);
    return rank;
  };
  return {
    line(text, number) {
      const ballot = /^V:\s*(\S+)/.exec(text);
      if (ballot) return readBallot(ballot[1], number);
      const legend = /\bOption\s+(\w+?)\s*-*>?\s*:\s*(.*)$/i.exec(text);
      if (!legend || ballots > 0) return;
      const position = readWhole(legend[1], { name, line: number, what: 'option' }, 1);
      if (position !== options.length + 1) throw new FileError(name, number, `option ${options.length + 1} is missing`);
      options.push({ id: legend[1], name: legend[2].trim() });
      refuseManyOptions(options.length, { name, line: number });
    },
    close(lastLine) {
      if (ballots === 0)
        throw new FileError(name, Math.max(1, lastLine), 'there is no ballot (a line that begins with V:)');
      const named = options.findLast((option) => /none of the above|further discussion/i.test(option.name ?? ''));
      const fallback = named ?? options[options.length - 1];
      return { kind: 'ranked', options, ballots: box.close(), meta: { default: fallback.id } };
    },
  };
}
