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
