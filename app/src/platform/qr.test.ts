import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrSvg } from './qr.ts';

const LINK = 'http://localhost:3000/card/BCHKMPTX2345';

test('every dark square of the code is drawn, and nothing else', () => {
  const { size, data } = encode(LINK, { ecc: 'M', border: 2 });
  const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, width] of qrSvg(LINK).matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let step = 0; step < Number(width); step += 1) drawn[Number(y)][Number(x) + step] = true;
  expect(drawn).toEqual(data);
});

test('it carries no text of its own and no style attribute', () => {
  expect(qrSvg('<script>')).not.toMatch(/<script|style=/);
});
