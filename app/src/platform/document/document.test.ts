import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { fileNameOf, shareOfBar } from './document.ts';
import { blocksOfMarkdown } from './of-markdown.ts';
import { everything, saidIn } from './test-document.ts';
import { textOfPdf } from './test-pdf.ts';
import { renderAtom } from './to-atom.ts';
import { renderDocx } from './to-docx.ts';
import { renderJsonLd } from './to-json-ld.ts';
import { renderPdf } from './to-pdf.ts';
import { countWords } from './words.ts';

const at = new Date('2026-11-20T10:00:00Z');

describe('a document on paper', () => {
  it('says every word of every block in a PDF, in all letters of the region', async () => {
    const bytes = await renderPdf(everything, at);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    const text = textOfPdf(bytes);
    expect(saidIn(everything).filter((word) => !text.includes(word))).toEqual([]);
    expect(text).toContain('1 / 1');
    expect(text).not.toContain('�');
  });

  it('carries its language and its title, and the same document makes the same bytes', async () => {
    const [first, second] = await Promise.all([renderPdf(everything, at), renderPdf(everything, at)]);
    const raw = Buffer.from(first).toString('latin1');
    expect(raw).toContain('/Lang (sr-Cyrl)');
    expect(second.length).toBe(first.length);
  });

  it('reads no file and no address that a text names', async () => {
    const sections = [
      { id: 'a', title: 'A', blocks: blocksOfMarkdown('![x](file:///etc/passwd) <img src="/etc/passwd">') },
    ];
    const text = textOfPdf(await renderPdf({ ...everything, sections }, at));
    expect(text.replaceAll(' ', '')).toContain('/etc/passwd');
  });

  it('breaks a long document into pages while the house goes on answering', async () => {
    const blocks = Array.from({ length: 400 }, (_, n) => ({
      kind: 'paragraph' as const,
      text: `Ред број ${n}: ${'реч '.repeat(20)}`,
    }));
    let answered = 0;
    const ticking = setInterval(() => (answered += 1), 10);
    const bytes = await renderPdf({ ...everything, sections: [{ id: 'a', title: 'Дуго', blocks }] }, at);
    expect(textOfPdf(bytes)).toContain('Ред број 399:');
    clearInterval(ticking);
    expect(answered).toBeGreaterThan(20);
  });
});

describe('a document as a Word file', () => {
  it('says every word of every block, with real headings, lists and tables', async () => {
    const zip = await JSZip.loadAsync(await renderDocx(everything));
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    const foot = (await zip.file('word/footer1.xml')?.async('string')) ?? '';
    const text = `${xml} ${foot}`.replace(/<[^>]+>/g, '');
    expect(saidIn(everything).filter((word) => !text.includes(word))).toEqual([]);
    expect(xml).toContain('w:val="Heading1"');
    expect(xml).toContain('<w:tbl>');
    expect(xml).toContain('<w:numPr>');
    const links = (await zip.file('word/_rels/document.xml.rels')?.async('string')) ?? '';
    expect(links).toContain(everything.address);
  });
});

describe('a feed', () => {
  const entry = { id: 'urn:x', title: 'А & Б <c>', href: 'https://x.example/?a=1&b=2', at, text: 'Реч\u0007 "и"' };
  const feed = {
    id: 'https://x.example/report.atom',
    title: 'Извештај',
    lang: 'sr-Cyrl',
    href: 'https://x.example/',
    self: 'https://x.example/report.atom',
    author: 'Горње Село',
    since: new Date('2026-11-01T00:00:00Z'),
    entries: [{ ...entry, id: 'urn:y', at: new Date('2026-11-02T00:00:00Z') }, entry],
  };

  it('is well-formed Atom with everything the standard asks for, the newest first', () => {
    const xml = renderAtom(feed);
    expect(xml).toMatch(/<feed xmlns="http:\/\/www.w3.org\/2005\/Atom" xml:lang="sr-Cyrl">/);
    expect(xml).toContain('<updated>2026-11-20T10:00:00.000Z</updated>');
    expect(xml.indexOf('urn:x')).toBeLessThan(xml.indexOf('urn:y'));
    expect(xml).toContain('А &amp; Б &lt;c&gt;');
    expect(xml).toContain('a=1&amp;b=2');
    expect(xml).not.toContain('\u0007');
    const open: string[] = [];
    for (const [, close, name, empty] of xml.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
      if (close) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('without entries is as old as what it is the feed of', () => {
    expect(renderAtom({ ...feed, entries: [] })).toContain('<updated>2026-11-01T00:00:00.000Z</updated>');
  });
});

it('data for machines can neither end their block nor begin another', () => {
  const text = renderJsonLd({ name: '</script><script>alert(1)</script>&' });
  expect(text.match(/<\/script>/g)).toHaveLength(1);
  const data = JSON.parse(text.replace(/^<script[^>]*>|<\/script>$/g, '')) as { name: string };
  expect(data.name).toBe('</script><script>alert(1)</script>&');
});

describe('what a person wrote in Markdown', () => {
  it('becomes paragraphs, lists, quotes, emphasis and links', () => {
    expect(
      blocksOfMarkdown('Прво **важно** и [веза](https://a.example).\n\n- једно\n- друго\n\n> речено', 'sr-Cyrl'),
    ).toEqual([
      {
        kind: 'paragraph',
        lang: 'sr-Cyrl',
        text: [
          { text: 'Прво ' },
          { text: 'важно', strong: true },
          { text: ' и ' },
          { text: 'веза', href: 'https://a.example' },
          { text: '.' },
        ],
      },
      { kind: 'list', lang: 'sr-Cyrl', ordered: false, items: ['једно', 'друго'] },
      { kind: 'quote', lang: 'sr-Cyrl', lines: ['речено'] },
    ]);
  });

  it('leads nowhere that is not an address of the web, of mail or of a phone', () => {
    expect(
      blocksOfMarkdown('[x](javascript:alert(1))')
        .flatMap((block) => JSON.stringify(block))
        .join(),
    ).not.toContain('href');
  });
});

it('words are counted alike in both scripts', () => {
  expect(countWords('Шта ћемо радити другачије?')).toBe(4);
  expect(countWords('Šta ćemo raditi drugačije?')).toBe(4);
  expect(countWords('ç’bëhet — 24 kuti, e-mail')).toBe(4);
  expect(countWords(' \n ')).toBe(0);
});

it('a hidden number draws no bar, and the longest is whole', () => {
  const bars = [
    { label: 'a', value: 8, shown: '8' },
    { label: 'b', value: null, shown: '…' },
    { label: 'c', value: 4, shown: '4' },
  ];
  expect(bars.map((bar) => shareOfBar(bar, bars))).toEqual([1, 0, 0.5]);
});

it('a file’s name is one that every system takes', () => {
  expect(fileNameOf('gornje-selo/12 report', 'pdf')).toBe('gornje-selo-12-report.pdf');
  expect(fileNameOf('Ж', 'pdf')).toBe('document.pdf');
});
