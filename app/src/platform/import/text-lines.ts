import { extname } from 'node:path';
import { Refusal } from '../refusal.ts';
import { decode } from './sheet.ts';

/** A line of a text as a person finds it again: in a Word file its paragraph. */
export interface TextLine {
  readonly line: number;
  readonly text: string;
}

const MOST_BYTES = 5 * 1024 * 1024;
const MOST_LINES = 20_000;

/**
 * Reads a Markdown or plain text file, or a Word file (.docx), as lines of Markdown: `#` for headings, `-` for points of a
 * list, `| a | b |` for rows of a table. Empty lines are left out. Throws a Refusal `invalid` when it can't be read or is empty.
 */
export async function textLinesOf(bytes: Uint8Array, fileName: string): Promise<TextLine[]> {
  if (bytes.length > MOST_BYTES) throw new Refusal('platform.import-unreadable', { kind: 'invalid' });
  const word = extname(fileName).toLowerCase() === '.docx';
  const texts = word ? await linesOfWord(bytes) : decode(bytes).split(/\r\n|\n|\r/);
  const lines = texts.map((text, at) => ({
    line: at + 1,
    text: text
      .normalize('NFC')
      .replace(/^\uFEFF/, '')
      .trimEnd(),
  }));
  const said = lines.filter(({ text }) => text.trim() !== '');
  if (said.length === 0) throw new Refusal('platform.import-empty', { kind: 'invalid' });
  if (said.length > MOST_LINES)
    throw new Refusal('platform.import-long', { kind: 'invalid', facts: { most: MOST_LINES, rows: said.length } });
  return said;
}

async function linesOfWord(bytes: Uint8Array): Promise<string[]> {
  // Loaded with the first Word file: it takes memory that most houses can spare.
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    return linesOfHtml(value);
  } catch {
    throw new Refusal('platform.import-unreadable', { kind: 'invalid' });
  }
}

const BLOCK = /<(h[1-6]|p|li|tr)\b[^>]*>([\s\S]*?)<\/\1>/g;

/** The reader's own HTML, one line for each paragraph, point or row; it knows a handful of tags and no others. */
function linesOfHtml(html: string): string[] {
  // Paragraphs inside a cell are one text: the row is the line.
  const flat = html.replace(/<t[dh]\b[^>]*>([\s\S]*?)<\/t[dh]>/g, (_, cell: string) => `<td>${plain(cell)}</td>`);
  return [...flat.matchAll(BLOCK)].map(([, tag, inside]) => {
    if (tag === 'tr') {
      const cells = [...inside.matchAll(/<td>([\s\S]*?)<\/td>/g)].map(([, cell]) => cell.replaceAll('|', '/'));
      return `| ${cells.map(withSigns).join(' | ')} |`;
    }
    const text = withSigns(plain(inside));
    if (tag === 'li') return `- ${text}`;
    return tag.startsWith('h') ? `${'#'.repeat(Number(tag.slice(1)))} ${text}` : text;
  });
}

const plain = (html: string): string =>
  html
    .replace(/<(br|\/p)\b[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const withSigns = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, sign: string) => SIGNS[sign] ?? '');
