import type { Content } from 'pdfmake/interfaces.js';
import { type Block, type Rich, runsOf, shareOfBar, type TextDocument } from './document.ts';
import { pressPdf } from './press.ts';

const INK = '#2b211a';
const SOFT = '#5f5248';
const PINE = '#1f5c4a';
const RULE = '#c9bdae';
const BAR = 220;
const MARGIN = 56;

/**
 * The document as a PDF (A4, with its language) in a face that has every letter of the region in both scripts. `at` is the
 * moment of its last change: the same document of the same moment is the same file.
 */
export function renderPdf(document: TextDocument, at: Date): Promise<Uint8Array> {
  const { title, above, facts, sections, foot, author, address, lang } = document;
  return pressPdf({
    info: { title, author, subject: above, creationDate: at, modDate: at },
    language: lang,
    foot,
    margin: MARGIN,
    colours: { ink: INK, soft: SOFT, rule: RULE },
    content: [
      { text: above, color: SOFT, margin: [0, 0, 0, 4] },
      { text: title, fontSize: 21, bold: true, lineHeight: 1.15, margin: [0, 0, 0, 12], headlineLevel: 1 },
      ...(facts.length > 0 ? [factsOf(document)] : []),
      ...sections.flatMap(({ title: heading, blocks }): Content[] => [
        { text: heading, fontSize: 14.5, bold: true, margin: [0, 16, 0, 5], headlineLevel: 2 },
        ...blocks.map(contentOf),
      ]),
      { text: address, link: address, color: PINE, margin: [0, 22, 0, 0], fontSize: 9.5 },
    ],
  });
}

const factsOf = ({ facts }: TextDocument): Content => ({
  table: {
    widths: [120, '*'],
    body: facts.map(({ label, value }) => [{ text: label, color: SOFT }, { text: value }]),
  },
  layout: 'noBorders',
  margin: [0, 0, 0, 6],
});

function contentOf(block: Block): Content {
  switch (block.kind) {
    case 'heading':
      return { text: block.text, bold: true, fontSize: 11.5, margin: [0, 9, 0, 3], headlineLevel: 3 };
    case 'paragraph':
      return { text: textOf(block.text), margin: [0, 0, 0, 6], ...(block.soft && { color: SOFT }) };
    case 'quote':
      return quoteOf(block);
    case 'list':
      return {
        ...(block.ordered ? { ol: block.items.map(lineOf) } : { ul: block.items.map(lineOf) }),
        margin: [0, 0, 0, 6],
      };
    case 'table':
      return tableOf(block);
    case 'figure':
      return figureOf(block);
    case 'mark':
      return {
        text: [
          {
            text: `${SIGNS[block.state]} ${block.text}`,
            color: block.state === 'done' || block.state === 'added' ? PINE : SOFT,
            bold: true,
          },
          ...(block.more ? [{ text: `  ${block.more}` }] : []),
        ],
        margin: [0, 0, 0, 6],
        fontSize: 9.5,
      };
  }
}

/** Signs beside the words, so that the state is read in black and white too. */
const SIGNS = { done: '●', waits: '○', trouble: '×', added: '+' } as const;

const textOf = (text: Rich) =>
  runsOf(text).map(({ text: words, strong, leaning, href }) => ({
    text: words,
    ...(strong && { bold: true }),
    ...(leaning && { italics: true }),
    ...(href && { link: href, color: PINE }),
  }));

const lineOf = (item: Rich): Content => ({ text: textOf(item), margin: [0, 0, 0, 2] });

function quoteOf({ lines, by }: Extract<Block, { kind: 'quote' }>): Content {
  const said: Content[] = lines.map((line) => ({ text: textOf(line), margin: [0, 0, 0, 3] }));
  if (by) said.push({ text: `— ${by}`, color: SOFT });
  return {
    table: { widths: ['*'], body: [[{ stack: said, margin: [8, 0, 0, 0] }]] },
    layout: 'quote',
    margin: [0, 2, 0, 8],
  };
}

function tableOf({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): Content {
  const aligned = (at: number): 'right' | 'left' => (columns[at]?.numeric ? 'right' : 'left');
  return {
    stack: [
      { text: caption, bold: true, margin: [0, 4, 0, 3] },
      {
        table: {
          headerRows: 1,
          widths: columns.map(({ numeric }) => (numeric ? 'auto' : '*')),
          body: [
            columns.map(({ label }, at) => ({ text: label, color: SOFT, alignment: aligned(at) })),
            ...rows.map((row) => columns.map((_, at) => ({ text: row[at] ?? '', alignment: aligned(at) }))),
          ],
        },
        layout: 'ruled',
      },
    ],
    margin: [0, 0, 0, 8],
  };
}

function figureOf({ caption, bars, n, direction }: Extract<Block, { kind: 'figure' }>): Content {
  return {
    stack: [
      { text: caption, bold: true, margin: [0, 4, 0, 4] },
      ...bars.map((bar): Content => {
        const length = Math.round(BAR * shareOfBar(bar, bars));
        return {
          columns: [
            { text: bar.label, width: 130 },
            { text: bar.shown, width: 70, alignment: 'right' },
            {
              canvas: [
                { type: 'rect', x: 8, y: 3, w: BAR, h: 8, color: '#efe8dd' },
                ...(length > 0 ? [{ type: 'rect' as const, x: 8, y: 3, w: length, h: 8, color: PINE }] : []),
              ],
              width: BAR + 8,
            },
          ],
          margin: [0, 0, 0, 3],
        };
      }),
      { text: `${n} ${direction}`, color: SOFT, fontSize: 9 },
    ],
    margin: [0, 0, 0, 8],
    unbreakable: bars.length < 15,
  };
}
