import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { textLinesOf } from './text-lines.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a text that is brought in', () => {
  it('keeps the number of each line and leaves out empty ones', async () => {
    expect(await textLinesOf(bytes('# Скуп\r\n\r\n- 10:00 Кафа\r\n'), 'a.md')).toEqual([
      { line: 1, text: '# Скуп' },
      { line: 3, text: '- 10:00 Кафа' },
    ]);
  });

  it('from Word has the same lines: headings, points of lists, rows of tables', async () => {
    const row = (...cells: string[]) =>
      new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) });
    const word = new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: 'Скуп о води', heading: HeadingLevel.HEADING_1 }),
            new Paragraph('Датум: 2026-12-05 <&>'),
            new Paragraph({ text: '10:00 Кафа (Ана)', bullet: { level: 0 } }),
            new Table({ rows: [row('Питање', 'Ко'), row('Кад?', 'Љиља | Ђ')] }),
          ],
        },
      ],
    });
    const lines = await textLinesOf(new Uint8Array(await Packer.toBuffer(word)), 'a.DOCX');
    expect(lines.map(({ text }) => text)).toEqual([
      '# Скуп о води',
      'Датум: 2026-12-05 <&>',
      '- 10:00 Кафа (Ана)',
      '| Питање | Ко |',
      '| Кад? | Љиља / Ђ |',
    ]);
  });

  it('that is no text, is empty, or is no Word file is refused', async () => {
    await expect(textLinesOf(new Uint8Array([0xc3, 0x28]), 'a.md')).rejects.toThrow('import-unreadable');
    await expect(textLinesOf(bytes(' \n\n'), 'a.md')).rejects.toThrow('import-empty');
    await expect(textLinesOf(bytes('not a zip'), 'a.docx')).rejects.toThrow('import-unreadable');
  });
});
