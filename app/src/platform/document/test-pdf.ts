import { inflateSync } from 'node:zlib';

/** What stands in a PDF made by our press, word for word: glyphs turned back to letters by the tables that the file carries. */
export function textOfPdf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, { head: string; stream: string }>();
  for (const [, id, body] of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const at = body.indexOf('stream\n');
    const head = at < 0 ? body : body.slice(0, at);
    const packed = at < 0 ? '' : body.slice(at + 7, body.lastIndexOf('\nendstream'));
    const stream = /FlateDecode/.test(head) ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : packed;
    objects.set(Number(id), { head, stream });
  }
  const fonts = new Map<string, Map<number, string>>();
  for (const { head } of objects.values())
    for (const [, name, id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id))?.head ?? '')?.[1];
      if (table) fonts.set(name, lettersOf(objects.get(Number(table))?.stream ?? ''));
    }
  const pages = [...objects.values()].filter(({ stream }) => /\bBT\b/.test(stream));
  return pages.map(({ stream }) => wordsOf(stream, fonts)).join('\n');
}

function wordsOf(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let letters: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (const [, font, glyphs] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) letters = fonts.get(font) ?? letters;
    else {
      for (const [, hex] of (glyphs ?? '').matchAll(/<([0-9a-f]+)>/g))
        for (const [code] of hex.matchAll(/.{4}/g)) text += letters.get(Number.parseInt(code, 16)) ?? '�';
      text += ' ';
    }
  }
  return text.replace(/ +/g, ' ');
}

function lettersOf(table: string): Map<number, string> {
  const letters = new Map<number, string>();
  const said = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16)));
  for (const [, from, , list] of table.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g)) {
    let code = Number.parseInt(from, 16);
    for (const [, hex] of list.matchAll(/<([0-9a-f ]+)>/g)) letters.set(code++, said(hex.replaceAll(' ', '')));
  }
  return letters;
}
