import type { ParagraphChild, Paragraph as ParagraphOf, Table as TableOf } from 'docx';
import { type Block, type Rich, runsOf, shareOfBar, type TextDocument } from './document.ts';

/** The media type of a Word file. */
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Docx = typeof import('docx');
type Part = ParagraphOf | TableOf;
let docx: Promise<Docx> | undefined;

/** Characters of the longest bar of a figure. */
const BAR = 24;
const SOFT = '5F5248';
const FACE = 'Calibri';

/** The document as a Word file with real headings, lists and tables. The library is loaded when the first one is asked for. */
export async function renderDocx(document: TextDocument): Promise<Uint8Array> {
  docx ??= import('docx');
  const library = await docx;
  const file = new library.Document({
    title: document.title,
    creator: document.author,
    subject: document.above,
    description: document.address,
    styles: {
      default: {
        document: { run: { font: FACE, size: 22, language: { value: document.lang } } },
        title: { run: { font: FACE, size: 44, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: { run: { font: FACE, size: 30, bold: true }, paragraph: { spacing: { before: 320, after: 100 } } },
        heading2: { run: { font: FACE, size: 24, bold: true }, paragraph: { spacing: { before: 180, after: 60 } } },
      },
    },
    numbering: { config: [numbered(library)] },
    sections: [{ footers: { default: footOf(library, document) }, children: partsOf(library, document) }],
  });
  return new Uint8Array(await library.Packer.toBuffer(file));
}

const numbered = ({ LevelFormat, AlignmentType }: Docx) => ({
  reference: 'numbered',
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 500, hanging: 360 } } },
    },
  ],
});

function footOf({ Footer, Paragraph, TextRun, PageNumber }: Docx, { foot }: TextDocument) {
  const children = [new TextRun({ text: `${foot}   `, size: 17, color: SOFT })];
  children.push(new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 17, color: SOFT }));
  return new Footer({ children: [new Paragraph({ children })] });
}

function partsOf(library: Docx, document: TextDocument): Part[] {
  const { Paragraph, HeadingLevel, TextRun } = library;
  const { above, title, facts, sections, address } = document;
  let lists = 0;
  return [
    new Paragraph({ children: [new TextRun({ text: above, color: SOFT })] }),
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    ...facts.map(
      ({ label, value }) =>
        new Paragraph({ children: [new TextRun({ text: `${label}: `, color: SOFT }), new TextRun(value)] }),
    ),
    ...sections.flatMap((section) => [
      new Paragraph({ text: section.title, heading: HeadingLevel.HEADING_1 }),
      ...section.blocks.flatMap((block) => partOf(library, block, () => ++lists)),
    ]),
    new Paragraph({ children: lineOf(library, [{ text: address, href: address }]), spacing: { before: 360 } }),
  ];
}

function partOf(library: Docx, block: Block, nextList: () => number): Part[] {
  const { Paragraph, HeadingLevel, TextRun } = library;
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2 })];
    case 'paragraph':
      return [new Paragraph({ children: lineOf(library, block.text, block.soft), spacing: { after: 120 } })];
    case 'quote':
      return [...block.lines, ...(block.by ? [`— ${block.by}`] : [])].map(
        (line) => new Paragraph({ children: lineOf(library, line), indent: { left: 400 }, spacing: { after: 80 } }),
      );
    case 'list': {
      const instance = nextList();
      const look = block.ordered
        ? { numbering: { reference: 'numbered', level: 0, instance } }
        : { bullet: { level: 0 } };
      return block.items.map((item) => new Paragraph({ children: lineOf(library, item), ...look }));
    }
    case 'table':
      return tableOf(library, block);
    case 'figure':
      return tableOf(library, {
        kind: 'table',
        caption: block.caption,
        columns: [{ label: '' }, { label: '', numeric: true }, { label: '' }],
        rows: block.bars.map((bar) => [
          bar.label,
          bar.shown,
          '█'.repeat(Math.round(BAR * shareOfBar(bar, block.bars))),
        ]),
      }).concat(
        new Paragraph({ children: [new TextRun({ text: `${block.n} ${block.direction}`, size: 18, color: SOFT })] }),
      );
    case 'mark': {
      const children = [new TextRun({ text: block.text, bold: true, size: 19, color: SOFT })];
      if (block.more) children.push(new TextRun({ text: `  ${block.more}`, size: 19 }));
      return [new Paragraph({ children })];
    }
  }
}

function lineOf({ TextRun, ExternalHyperlink }: Docx, text: Rich, soft = false): ParagraphChild[] {
  return runsOf(text).flatMap(({ text: words, strong, leaning, href }): ParagraphChild[] => {
    const lines = words.split('\n').map((line, at) => ({ line, at }));
    const look = { bold: strong, italics: leaning, ...(soft && { color: SOFT }) };
    const runs = lines.map(
      ({ line, at }) =>
        new TextRun({ text: line, ...look, ...(at > 0 && { break: 1 }), ...(href && { style: 'Hyperlink' }) }),
    );
    if (href) return [new ExternalHyperlink({ link: href, children: runs })];
    return runs;
  });
}

function tableOf(library: Docx, { caption, columns, rows }: Extract<Block, { kind: 'table' }>): Part[] {
  const { Paragraph, Table, TableRow, TableCell, TextRun, WidthType, AlignmentType } = library;
  const cell = (text: string, at: number, look: { bold?: boolean } = {}) =>
    new TableCell({
      children: [
        new Paragraph({
          alignment: columns[at]?.numeric ? AlignmentType.END : AlignmentType.START,
          children: [new TextRun({ text, ...look })],
        }),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    children: columns.map(({ label }, at) => cell(label, at, { bold: true })),
  });
  const titled = columns.some(({ label }) => label !== '');
  const body = rows.map((row) => new TableRow({ children: columns.map((_, at) => cell(row[at] ?? '', at)) }));
  return [
    new Paragraph({ children: [new TextRun({ text: caption, bold: true })], spacing: { before: 120, after: 60 } }),
    new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [...(titled ? [head] : []), ...body] }),
    new Paragraph({ text: '' }),
  ];
}
