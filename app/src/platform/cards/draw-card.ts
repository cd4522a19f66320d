import { loadSharp } from '../files/sharp.ts';
import type { Card, Tone } from './card.ts';
import { type DrawnWord, drawWords, type Word } from './letters.ts';
import { breakLines, cutLines, evenLines, fitTitle, LEADING, type Line } from './lines.ts';

export const WIDTH = 1200;
export const HEIGHT = 630;
const EDGE = 72;
const PHOTO_WIDTH = 420;
/** A face has few spaces as wide as its letters ask; this one is a fifth of their size. */
const SPACE = 215;

/** The light colours of the page: a messenger shows a picture to everybody alike. */
const PAPER = '#fbf7ee';
const DEEP = '#f2eadb';
const INK = '#2a1f17';
const SOFT = '#62533f';
const TONE: Readonly<Record<Tone, string>> = { brick: '#9c3a1f', pine: '#2b5c43', ochre: '#7a5000' };

/** Draws a card: 1200 × 630, JPEG. `photo` are the bytes of its picture, where there is one. Slow; see `keepCard`. */
export async function drawCard(card: Card, photo?: Uint8Array): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const svg = await composeCard(card, photo !== undefined);
  const plain = sharp(Buffer.from(svg));
  const beside = photo && [
    {
      input: await sharp(photo).resize(PHOTO_WIDTH, HEIGHT, { fit: 'cover' }).toBuffer(),
      left: WIDTH - PHOTO_WIDTH,
      top: 0,
    },
  ];
  return (beside ? plain.composite(beside) : plain)
    .jpeg({ quality: 86, chromaSubsampling: '4:4:4', mozjpeg: true })
    .toBuffer();
}

/** The card as SVG made of outlines alone: no text that would need a face of the machine it is drawn on. */
export async function composeCard(card: Card, besidePhoto: boolean): Promise<string> {
  const words = await drawParts(card);
  const width = WIDTH - 2 * EDGE - (besidePhoto ? PHOTO_WIDTH - EDGE / 3 : 0);
  const foot = footOf(words, width);
  const top = card.kind ? 238 : 176;
  const footTop = HEIGHT - 64 - foot.length * 34 * 1.3;
  const room = { width, height: footTop - top - 16, space: SPACE, more: words.more };
  const { size, lines } = fitTitle(words.title, room);
  const head = cutLines(
    breakLines(words.where, ((width - 92) / 36) * 1000, SPACE),
    roomFor({ most: 1, width: width - 92, size: 36 }, words.more),
  );
  const kind = cutLines(
    breakLines(words.kind, (width / 32) * 1000, SPACE),
    roomFor({ most: 1, width, size: 32 }, words.more),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>
${besidePhoto ? '' : table({ x: 1080, y: 560, radius: 330, seat: DEEP, top: DEEP })}
${table({ x: EDGE + 34, y: 96, radius: 34, seat: INK, top: TONE.brick })}
${draw(head, { x: EDGE + 92, y: 108, size: 36, colour: SOFT })}
${draw(kind, { x: EDGE, y: 208, size: 32, colour: TONE[card.tone] })}
${draw(lines, { x: EDGE, y: top + size * 0.86, size, colour: INK })}
${draw(foot, { x: EDGE, y: footTop + 34, size: 34, colour: SOFT, leading: 1.3 })}
<rect y="${HEIGHT - 14}" width="${WIDTH}" height="14" fill="${TONE[card.tone]}"/>
</svg>`;
}

/** How many lines of letters so big fit into so wide a place; `more` is drawn where they do not. */
const roomFor = ({ most, width, size }: { most: number; width: number; size: number }, more: DrawnWord) => ({
  most,
  width: (width / size) * 1000,
  space: SPACE,
  more,
});

interface Parts {
  readonly where: readonly DrawnWord[];
  readonly kind: readonly DrawnWord[];
  readonly title: readonly DrawnWord[];
  readonly lines: readonly (readonly DrawnWord[])[];
  readonly more: DrawnWord;
}

/** One question to the drawer for all words of a card. */
async function drawParts({ where, kind, title, lines, locale }: Card): Promise<Parts> {
  const wanted: Word[] = [];
  const ask = (text: string, weight: Word['weight']): [number, number] => {
    const words = text.split(/\s+/).filter((word) => word !== '');
    wanted.push(...words.map((word) => ({ text: word, weight })));
    return [wanted.length - words.length, wanted.length];
  };
  const places = [ask(where, 600), ask(kind, 600), ask(title, 600), ...lines.map((line) => ask(line, 400))];
  const more = ask('…', 600)[0];
  const drawn = await drawWords(wanted, locale);
  const [ofWhere, ofKind, ofTitle, ...ofLines] = places.map(([from, to]) =>
    drawn.slice(from, to).filter(({ width }) => width > 0),
  );
  return { where: ofWhere, kind: ofKind, title: ofTitle, lines: ofLines, more: drawn[more] };
}

/** The lines at the foot: three in all, whatever they say. */
function footOf({ lines, more }: Parts, width: number): Line[] {
  const broken = lines.flatMap((line) => evenLines(line, (width / 34) * 1000, SPACE));
  return cutLines(broken, roomFor({ most: 3, width, size: 34 }, more));
}

interface Look {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly leading?: number;
}

/** Lines under one another, the first one standing on `y`. */
function draw(lines: readonly Line[], { x, y, size, colour, leading = LEADING }: Look): string {
  const words = lines.flatMap((line, row) => {
    let left = 0;
    return line.map(({ path, width }) => {
      const at = `translate(${round(left)} ${round(row * leading * 1000)})`;
      left += width + SPACE;
      return `<path transform="${at}" d="${path}"/>`;
    });
  });
  return `<g fill="${colour}" transform="translate(${round(x)} ${round(y)}) scale(${size / 1000})">${words.join('')}</g>`;
}

/** The mark: a round table with eight seats, nobody at the head. */
function table({
  x,
  y,
  radius,
  seat,
  top,
}: {
  x: number;
  y: number;
  radius: number;
  seat: string;
  top: string;
}): string {
  const seats = Array.from({ length: 8 }, (_, place) => {
    const angle = ((place + 0.5) * Math.PI) / 4;
    const [cx, cy] = [x + radius * 0.82 * Math.sin(angle), y - radius * 0.82 * Math.cos(angle)];
    return `<circle cx="${round(cx)}" cy="${round(cy)}" r="${round(radius * 0.175)}"/>`;
  });
  return `<circle cx="${x}" cy="${y}" r="${round(radius * 0.495)}" fill="${top}"/><g fill="${seat}">${seats.join('')}</g>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
