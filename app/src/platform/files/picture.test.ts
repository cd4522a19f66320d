import sharp from 'sharp';
import { expect, test } from 'vitest';
import { makeSafePicture, picturesOf } from './picture.ts';

const photo = () =>
  sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#a63' } })
    .withExif({ IFD0: { Copyright: 'a name' }, IFD3: { GPSLatitude: '43/1 12/1 0/1' } })
    .jpeg()
    .toBuffer();

test('a photo loses its place and camera, and becomes small', async () => {
  const upload = await photo();
  expect((await sharp(upload).metadata()).exif).toBeDefined();
  const safe = await makeSafePicture(upload);
  const { exif, format } = await sharp(safe.bytes).metadata();
  expect({ exif, format, width: safe.width, height: safe.height }).toEqual({
    exif: undefined,
    format: 'webp',
    width: 1600,
    height: 800,
  });
});

test('what is no picture, or one of too many pixels, is refused', async () => {
  await expect(makeSafePicture(Buffer.from('<svg onload="alert(1)">'))).rejects.toThrow('platform.no-picture');
  const huge = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  await expect(makeSafePicture(huge)).rejects.toThrow('platform.picture-too-large');
});

test('a drawing that could call for other files is no picture, nor is anything else that phones do not make', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
  const tiff = await sharp(await photo())
    .tiff()
    .toBuffer();
  for (const upload of [Buffer.from(svg), tiff])
    await expect(makeSafePicture(upload)).rejects.toThrow('platform.no-picture');
});

test('what hides behind a picture or moves in it does not come along', async () => {
  const page = '<script>alert(1)</script>';
  const polyglot = await makeSafePicture(Buffer.concat([await photo(), Buffer.from(page)]));
  expect(Buffer.from(polyglot.bytes).includes(page)).toBe(false);
  const frame = (background: string) =>
    sharp({ create: { width: 40, height: 40, channels: 3, background } })
      .png()
      .toBuffer();
  const moving = await sharp([await frame('#f00'), await frame('#00f')], { join: { animated: true } })
    .webp()
    .toBuffer();
  expect((await sharp(moving).metadata()).pages).toBe(2);
  const still = await makeSafePicture(moving);
  expect((await sharp(still.bytes).metadata()).pages ?? 1).toBe(1);
});

test('an empty file field is no picture, and too many are refused', async () => {
  const data = new FormData();
  data.append('photo', new File([], ''));
  expect(await picturesOf(data, 'photo', 1)).toEqual([]);
  data.append('photo', new File([await photo()], 'a.jpg'));
  data.append('photo', new File([await photo()], 'b.jpg'));
  await expect(picturesOf(data, 'photo', 1)).rejects.toThrow('platform.many-pictures');
});

/** A picture as an iPhone keeps it: 64 by 48 points, blue on the left and ochre on the right, to be shown turned by a quarter to the right. */
const HEIC = Buffer.from(
  [
    'AAAAGGZ0eXBoZWljAAAAAG1pZjFoZWljAAABNG1ldGEAAAAAAAAAIWhkbHIAAAAAAAAAAHBpY3QAAAAAAAAAAAAAAAAAAAAADnBpdG0AAAAAAA',
    'EAAAAeaWxvYwAAAABEAAABAAEAAAABAAABVAAAACMAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAALhpcHJwAAAAmmlwY28A',
    'AAB1aHZjQwEBYAAAAJAAAAAAAB7wAPz9+PgAAA8DoAABABhAAQwB//8BYAAAAwCQAAADAAADAB6VmAmhAAEAKUIBAQFgAAADAJAAAAMAAAMAHq',
    'AggxZZWa5MrwFoCAAAAwAIAAADAMhAogABAAZEAcFz0IkAAAAUaXNwZQAAAAAAAABAAAAAMAAAAAlpcm90AwAAABZpcG1hAAAAAAAAAAEAAQOB',
    'AoMAAAArbWRhdAAAAB8oAa949wQD/86I0Gvbn9V/vyHPi//f6ZfU9ZI+DPNw',
  ].join(''),
  'base64',
);
/** Where the file says how large it is. */
const SIZE_AT = HEIC.indexOf('ispe') + 8;

test('a picture as an iPhone keeps it comes upright and as small as any other', async () => {
  const { bytes, width, height } = await makeSafePicture(HEIC);
  expect([width, height]).toEqual([48, 64]);
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, info.channels]).toEqual([48, 64, 3]);
  const at = (row: number) => [...data.subarray((row * 48 + 24) * 3, (row * 48 + 24) * 3 + 3)];
  expect(at(8)[2]).toBeGreaterThan(at(8)[0]);
  expect(at(56)[0]).toBeGreaterThan(at(56)[2]);
});

test('an iPhone’s picture that cannot be read says what to do, and one of too many points that it is too large', async () => {
  await expect(makeSafePicture(HEIC.subarray(0, -20))).rejects.toThrow('platform.unread-heic');
  await expect(makeSafePicture(Buffer.concat([HEIC.subarray(0, 60), Buffer.alloc(300)]))).rejects.toThrow(
    'platform.unread-heic',
  );
  const huge = Buffer.from(HEIC);
  huge.writeUInt32BE(9000, SIZE_AT);
  huge.writeUInt32BE(9000, SIZE_AT + 4);
  await expect(makeSafePicture(huge)).rejects.toThrow('platform.picture-too-large');
  expect((await makeSafePicture(HEIC)).width).toBe(48);
});

test('very many of them at once: those that find a place are taken, the others are told to come again, and later there is room', async () => {
  const sent = await Promise.allSettled(Array.from({ length: 11 }, () => makeSafePicture(HEIC)));
  const refused = sent.filter((one) => one.status === 'rejected').map(({ reason }) => [reason.reason, reason.kind]);
  expect(refused).toEqual(Array(3).fill(['platform.many-heics', 'too-many']));
  expect((await makeSafePicture(HEIC)).width).toBe(48);
  // One that could not be read leaves its place too.
  await Promise.allSettled(Array.from({ length: 8 }, () => makeSafePicture(HEIC.subarray(0, -20))));
  expect((await makeSafePicture(HEIC)).width).toBe(48);
}, 60_000);
