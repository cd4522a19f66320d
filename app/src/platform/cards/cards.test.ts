import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Card } from './card.ts';
import { composeCard, drawCard, HEIGHT, WIDTH } from './draw-card.ts';
import { openCards } from './keep-card.ts';
import { drawWords } from './letters.ts';
import { fitTitle, widthOf } from './lines.ts';

const card: Card = {
  locale: 'sr-Cyrl',
  where: 'Горња Липа',
  title: 'Здравствена амбуланта не ради викендом',
  kind: 'Потреба · Изнета',
  tone: 'brick',
  lines: ['Амбуланта', 'Изнето 3. новембра 2026.'],
};
const photo = () =>
  sharp({ create: { width: 900, height: 500, channels: 3, background: '#3060a0' } })
    .webp()
    .toBuffer();

test('the picture of a page is 1200 by 630 and differs by what the page says', async () => {
  const drawn = await drawCard(card);
  const { format, width, height } = await sharp(drawn).metadata();
  expect({ format, width, height }).toEqual({ format: 'jpeg', width: WIDTH, height: HEIGHT });
  const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer();
  const other = await drawCard({ ...card, title: 'Огласна табла у центру' });
  expect((await pixels(other)).equals(await pixels(drawn))).toBe(false);
  expect(drawn.length).toBeLessThan(150_000);
});

test('the photo of a page stands beside its words', async () => {
  const { data, info } = await sharp(await drawCard(card, await photo()))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
  const [red, , blue] = at(1100, 300);
  expect(blue - red).toBeGreaterThan(80);
  expect(Math.min(...at(700, 40))).toBeGreaterThan(220);
});

test('letters are outlines of the house, in the forms of their language; what the face lacks is left out', async () => {
  expect(await composeCard(card, false)).not.toMatch(/<text|font|href/);
  const letter = async (text: string, locale: string) => (await drawWords([{ text, weight: 600 }], locale))[0];
  expect((await letter('б', 'mk')).path).toBe((await letter('б', 'sr-Cyrl')).path);
  expect((await letter('б', 'en')).path).not.toBe((await letter('б', 'sr-Cyrl')).path);
  for (const text of 'ђћљњџјѓќѕčćđšžëçöЩé'.split('')) expect((await letter(text, 'sq')).width).toBeGreaterThan(0);
  expect(await letter('🙂', 'en')).toEqual({ width: 0, path: '' });
  expect((await sharp(await drawCard({ ...card, title: '🙂', lines: [] })).metadata()).width).toBe(WIDTH);
});

test('a long Albanian title becomes smaller until it fits, and what fits at no size is cut and says so', async () => {
  const words = 'Rehabilitimi i infrastrukturës së ujësjellësit ndërkomunal të fshatrave'.split(' ');
  const drawn = await drawWords(
    [...words, '…'].map((text) => ({ text, weight: 600 as const })),
    'sq',
  );
  const more = drawn[words.length];
  const title = drawn.slice(0, words.length);
  const room = { width: 1056, height: 300, space: 215, more };
  const fit = (times: number) => fitTitle(Array.from({ length: times }, () => title).flat(), room);
  const [one, three, many] = [fit(1), fit(3), fit(40)];
  expect(one.size).toBeGreaterThan(three.size);
  for (const { size, lines } of [one, three, many])
    for (const line of lines) expect((widthOf(line, 215) * size) / 1000).toBeLessThanOrEqual(1056);
  expect(many.lines.at(-1)?.at(-1)).toBe(more);
  expect(three.lines.flat()).toHaveLength(words.length * 3);
});

test('a picture is drawn once and kept; nobody can make the house draw without end', async () => {
  let clock = 0;
  const drawn: string[] = [];
  const draw = async ({ title }: Card) => {
    drawn.push(title);
    return new Uint8Array(10);
  };
  const cards = openCards(draw, () => clock);
  const keep = (title: string) => cards.keep({ ...card, title }, async () => undefined);
  await Promise.all([keep('a'), keep('a')]);
  await keep('a');
  expect(drawn).toEqual(['a']);
  for (let n = 0; n < 100; n += 1) await keep(`${n}`);
  expect(drawn).toHaveLength(60);
  expect(await keep('later')).toBeUndefined();
  expect(await keep('a')).toBeDefined();
  clock = 61_000;
  expect(await keep('later')).toBeDefined();
  expect((await Promise.all(Array.from({ length: 30 }, (_, n) => keep(`at once ${n}`)))).filter(Boolean)).toHaveLength(
    12,
  );
});

test('what was drawn leaves when there is no room, and a photo that was folded leaves at once', async () => {
  let drawn = 0;
  const withPhoto: boolean[] = [];
  const cards = openCards(async (_card, bytes) => {
    drawn += 1;
    withPhoto.push(bytes !== undefined);
    return new Uint8Array(5 * 1024 * 1024);
  });
  const bare = async () => undefined;
  await cards.keep(card, bare);
  await cards.keep({ ...card, title: 'b' }, bare);
  await cards.keep(card, bare);
  expect(drawn).toBe(3);
  const pictured = { ...card, photo: `/files/${'0'.repeat(36)}/${'a'.repeat(64)}` };
  await cards.keep(pictured, photo);
  await cards.keep(pictured, bare);
  expect(withPhoto).toEqual([false, false, false, true, false]);
});
