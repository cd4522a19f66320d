import type { TextLine } from '#platform/import/text-lines.ts';
import type { FieldProblem } from '#platform/refusal.ts';
import { type FilePart, type Heading, headingOf, PARTS, partOf } from './file-words.ts';
import type { Problems } from './planned.ts';
import { dayOf, spanOf } from './times.ts';

/** A file cut into its parts, nothing understood yet but where each line belongs. */
export interface CutFile {
  /** What stands at the top, by its name. */
  readonly top: ReadonlyMap<Heading, TextLine>;
  readonly parts: Readonly<Record<FilePart, readonly TextLine[]>>;
}

const NAMED = /^(?:[-*]\s+)?\**\s*([\p{L} -]{2,30}?)\s*\**\s*:\s*\**\s*(.+)$/u;
const ROW = /^\|\s*([^|]+?)\s*\|\s*([^|]+?)\s*\|$/;
const HEADING = /^(#{1,6})\s+(.+?)\s*#*$/;

/** Cuts a file into its top and its parts; what belongs nowhere is named by its line. */
export function cutFile(lines: readonly TextLine[], problems: Problems): CutFile {
  const top = new Map<Heading, TextLine>();
  const parts: Record<FilePart, TextLine[]> = { about: [], programme: [], people: [], questions: [] };
  let part: FilePart | 'top' = 'top';
  for (const { line, text } of lines) {
    const [, marks, title] = HEADING.exec(text) ?? [];
    if (marks === '#' && title) keep(top, problems, { heading: 'theme', line, text: title });
    else if (marks && title && !(part === 'programme' && dayOf(title))) {
      const next = partOf(title.replace(/:$/, ''));
      if (next) part = next;
      else problems.add(line, title, { key: 'event-file.invalid.part', facts: { parts: knownParts() } });
    } else if (part !== 'top') parts[part].push({ line, text: title ?? text });
    else if (isItem(text)) {
      part = 'programme';
      parts.programme.push({ line, text });
    } else readTop({ top, about: parts.about }, problems, { line, text });
  }
  return { top, parts };
}

const knownParts = () =>
  Object.values(PARTS)
    .map(([name]) => name)
    .join(', ');

/** An agenda may begin without a heading of its own. */
const isItem = (text: string) => /^([-*•]|\d+[.)])\s/u.test(text) && spanOf(withoutPoint(text)) !== undefined;

/** A line without the sign of its list. */
export const withoutPoint = (text: string): string => text.replace(/^\s*(?:[-*•]\s+|\d{1,3}[.)]\s+)/u, '').trim();

/** A line above all parts: a name with what it is, or a word about the event. */
function readTop(
  { top, about }: { top: Map<Heading, TextLine>; about: TextLine[] },
  problems: Problems,
  { line, text }: TextLine,
): void {
  const [, name, value] = NAMED.exec(text) ?? ROW.exec(text) ?? [];
  const heading = name ? headingOf(name) : undefined;
  if (heading && value) keep(top, problems, { heading, line, text: value.replace(/\*+$/, '').trim() });
  else if (!/^\|[\s:|-]+\|$/.test(text)) about.push({ line, text });
}

function keep(
  top: Map<Heading, TextLine>,
  problems: Problems,
  { heading, ...said }: TextLine & { readonly heading: Heading },
): void {
  const before = top.get(heading);
  const twice: FieldProblem = { key: 'platform.import.twice', facts: { line: before?.line ?? 0 } };
  if (before) problems.add(said.line, heading, twice);
  else top.set(heading, said);
}

/** Rows of a table among the lines of a part: its titles, and each row with its line; undefined when there is no table. */
export function tableIn(lines: readonly TextLine[]) {
  const rows = lines
    .filter(({ text }) => text.startsWith('|') && !/^\|[\s:|-]+\|$/.test(text))
    .map(({ line, text }) => ({
      line,
      cells: text
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim()),
    }));
  const [titles, ...rest] = rows;
  return titles ? { titles: titles.cells, rows: rest } : undefined;
}
