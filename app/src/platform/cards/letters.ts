import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** A word as it is drawn: in thousandths of the size of its letters, the line at 0 and upwards below it. */
export interface DrawnWord {
  readonly width: number;
  /** Outlines of all its letters, as an SVG path. */
  readonly path: string;
}

/** What is to be drawn. */
export interface Word {
  readonly text: string;
  readonly weight: 400 | 600;
}

/** So long the letters stay in memory after they were last needed. */
const REST_MS = 20_000;
const LONGEST_MS = 20_000;
const MOST_MEGABYTES = 128;
const WEIGHTS = [400, 600] as const;
const PARTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'];

/**
 * A worker of one page that knows the face and nothing of this house: reading it takes forty megabytes and a third of a
 * second, in which a server must go on answering. A letter that the face lacks is left out.
 */
const SCRIPT = `
const { parentPort, workerData: { fontkit: at, faces } } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const fontkit = require(at);
const open = {};
const facesOf = (weight) => (open[weight] ??= faces[weight].map((path) => fontkit.create(readFileSync(path))));
function runsOf(all, text) {
  const runs = [];
  for (const letter of text) {
    const face = all.find((one) => one.hasGlyphForCodePoint(letter.codePointAt(0)));
    if (!face) continue;
    if (runs.at(-1)?.face === face) runs.at(-1).text += letter;
    else runs.push({ face, text: letter });
  }
  return runs;
}
function draw({ text, weight }, language) {
  let width = 0;
  const outlines = [];
  for (const run of runsOf(facesOf(weight), text.normalize('NFC'))) {
    const { glyphs, positions } = run.face.layout(run.text, ['kern', 'lnum'], undefined, language);
    glyphs.forEach((glyph, place) => {
      const { xAdvance, xOffset, yOffset } = positions[place];
      outlines.push(glyph.path.scale(1, -1).translate(width + xOffset, -yOffset).toSVG());
      width += xAdvance;
    });
  }
  return { width, path: outlines.join('') };
}
parentPort.on('message', ({ words, language }) => parentPort.postMessage(words.map((word) => draw(word, language))));
`;

let drawer: Worker | undefined;
let resting: NodeJS.Timeout | undefined;

/**
 * Outlines of words in the heading face, Serbian and Macedonian with the letters as they are written there. For one caller
 * at a time (`keepCard` sees to it). Rejects when it takes too long.
 */
export function drawWords(words: readonly Word[], locale: string): Promise<DrawnWord[]> {
  clearTimeout(resting);
  drawer ??= openDrawer();
  const worker = drawer;
  const end = () => {
    if (drawer === worker) drawer = undefined;
    void worker.terminate();
  };
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(late);
      worker.off('message', done).off('error', fail).off('exit', fail);
    };
    const done = (drawn: DrawnWord[]) => {
      stop();
      resting = setTimeout(end, REST_MS).unref();
      resolve(drawn);
    };
    const fail = (problem?: unknown) => {
      stop();
      end();
      reject(problem instanceof Error ? problem : new Error('the letters were not drawn'));
    };
    const late = setTimeout(fail, LONGEST_MS);
    worker.on('message', done).on('error', fail).on('exit', fail);
    worker.postMessage({ words, language: /^(sr|mk)/.test(locale) ? 'SRB ' : undefined });
  });
}

function openDrawer(): Worker {
  const require = createRequire(import.meta.url);
  const fileOf = (part: string, weight: number) =>
    require.resolve(`@fontsource/vollkorn/files/vollkorn-${part}-${weight}-normal.woff`);
  const faces = Object.fromEntries(WEIGHTS.map((weight) => [weight, PARTS.map((part) => fileOf(part, weight))]));
  const worker = new Worker(SCRIPT, {
    eval: true,
    workerData: { fontkit: require.resolve('fontkit'), faces },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: 4 },
  });
  worker.unref();
  return worker;
}
