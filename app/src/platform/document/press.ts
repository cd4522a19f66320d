import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Content } from 'pdfmake/interfaces.js';

/** What the press is given: plain data, because it crosses into a thread of its own. */
export interface Plate {
  readonly info: Readonly<Record<string, string | Date>>;
  readonly language: string;
  readonly foot: string;
  readonly margin: number;
  readonly colours: { readonly ink: string; readonly soft: string; readonly rule: string };
  readonly content: readonly Content[];
}

/** The longest a document may take, with the time it waits for the one before it left out. */
const LONGEST_MS = 60_000;
const MOST_MEGABYTES = 256;
const MOST_KEPT = 8 * 1024 * 1024;

/**
 * A worker of one page that knows pdfmake and nothing of this house. Thirty pages take it two seconds, in which a server
 * must go on answering. It may reach neither the network nor the disk; the face lies in its memory.
 */
const SCRIPT = `
const { parentPort, workerData: { pdfmake: at, fonts, plate } } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const pdfmake = require(at);
for (const [look, path] of Object.entries(fonts)) pdfmake.virtualfs.writeFileSync(look + '.ttf', readFileSync(path));
pdfmake.setFonts({ Roboto: Object.fromEntries(Object.keys(fonts).map((look) => [look, look + '.ttf'])) });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);
pdfmake.setTableLayouts({
  quote: { hLineWidth: () => 0, vLineWidth: (at) => (at === 0 ? 2 : 0), vLineColor: () => plate.colours.rule, paddingTop: () => 0, paddingBottom: () => 0 },
  ruled: { hLineWidth: (at) => (at === 0 ? 0 : 0.6), vLineWidth: () => 0, hLineColor: () => plate.colours.rule },
});
const { info, language, foot, margin, colours, content } = plate;
pdfmake.createPdf({
  info, language, content,
  pageSize: 'A4',
  pageMargins: [margin, margin, margin, 64],
  defaultStyle: { font: 'Roboto', fontSize: 10.5, lineHeight: 1.3, color: colours.ink },
  footer: (page, pages) => ({
    columns: [{ text: foot, color: colours.soft }, { text: page + ' / ' + pages, alignment: 'right', color: colours.soft, width: 60 }],
    margin: [margin, 22, margin, 0],
    fontSize: 8.5,
  }),
  pageBreakBefore: (node, nodes) => node.headlineLevel > 1 && nodes.getFollowingNodesOnPage().length === 0,
}).getBuffer().then((bytes) => parentPort.postMessage(new Uint8Array(bytes)));
`;

const kept = new Map<string, Uint8Array>();
let last: Promise<unknown> = Promise.resolve();

/** Prints in a thread of its own, one document after another; the same plate is printed once and kept while there is room. */
export async function pressPdf(plate: Plate): Promise<Uint8Array> {
  const name = createHash('sha256').update(JSON.stringify(plate)).digest('hex');
  const print = async () => kept.get(name) ?? keep(name, await pressApart(plate));
  const printed = last.then(print, print);
  last = printed.catch(() => undefined);
  return printed;
}

function keep(name: string, bytes: Uint8Array): Uint8Array {
  kept.set(name, bytes);
  let size = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [oldest, { length }] of kept) {
    if (size <= MOST_KEPT) break;
    kept.delete(oldest);
    size -= length;
  }
  return bytes;
}

function pressApart(plate: Plate): Promise<Uint8Array> {
  const require = createRequire(import.meta.url);
  const face = (name: string) => require.resolve(`pdfmake/fonts/Roboto/Roboto-${name}.ttf`);
  const fonts = {
    normal: face('Regular'),
    bold: face('Medium'),
    italics: face('Italic'),
    bolditalics: face('MediumItalic'),
  };
  return new Promise((resolve, reject) => {
    const worker = new Worker(SCRIPT, {
      eval: true,
      workerData: { pdfmake: require.resolve('pdfmake'), fonts, plate },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    const late = setTimeout(() => void worker.terminate(), LONGEST_MS);
    worker.once('message', (bytes: Uint8Array) => resolve(bytes));
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(late);
      reject(new Error('the press stopped before the document was printed'));
    });
  });
}
