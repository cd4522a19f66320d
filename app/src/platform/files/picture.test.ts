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

test('an empty file field is no picture, and too many are refused', async () => {
  const data = new FormData();
  data.append('photo', new File([], ''));
  expect(await picturesOf(data, 'photo', 1)).toEqual([]);
  data.append('photo', new File([await photo()], 'a.jpg'));
  data.append('photo', new File([await photo()], 'b.jpg'));
  await expect(picturesOf(data, 'photo', 1)).rejects.toThrow('platform.many-pictures');
});
