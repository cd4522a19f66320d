import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, luminance } from '../contrast.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [calm = '', strong = ''] = css.split('@media (prefers-contrast: more)');

type Palette = Record<string, string>;

function palette(source: string, side: 'light' | 'dark'): Palette {
  const pairs = source.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return Object.fromEntries([...pairs].map(([, name, light, dark]) => [name, side === 'light' ? light : dark]));
}

const palettes: Record<string, Palette> = {
  light: palette(calm, 'light'),
  dark: palette(calm, 'dark'),
  'light, high contrast': { ...palette(calm, 'light'), ...palette(strong, 'light') },
  'dark, high contrast': { ...palette(calm, 'dark'), ...palette(strong, 'dark') },
};

const words = ['ink', 'ink-soft', 'brick', 'brick-deep', 'pine', 'ochre', 'plum'].flatMap((text) =>
  ['paper', 'paper-deep'].map((ground) => [text, ground]),
);
const washes = ['brick', 'pine', 'ochre', 'plum'].flatMap((colour) => [
  ['ink', `${colour}-wash`],
  ['ink-soft', `${colour}-wash`],
  [colour, `${colour}-wash`],
]);
const buttons = ['brick', 'brick-deep'].map((ground) => ['on-brick', ground]);
const shapes = ['line-strong', 'focus', 'brick', 'group-1', 'group-2', 'group-3'].flatMap((shape) =>
  ['paper', 'paper-deep'].map((ground) => [shape, ground]),
);

describe.each(Object.entries(palettes))('%s', (name, colours) => {
  const atLeast = name.includes('high') ? 7 : 4.5;

  test.each([...words, ...washes, ...buttons])('%s can be read on %s', (text, ground) => {
    expect(contrast(colours[text]!, colours[ground]!)).toBeGreaterThanOrEqual(atLeast);
  });

  test.each(shapes)('%s can be seen on %s', (shape, ground) => {
    expect(contrast(colours[shape]!, colours[ground]!)).toBeGreaterThanOrEqual(3);
  });

  test('the four groups stay apart in grey', () => {
    const greys = [1, 2, 3, 4].map((group) => luminance(colours[`group-${group}`]!) + 0.05).sort((a, b) => a - b);
    const steps = greys.slice(1).map((grey, at) => grey / greys[at]!);
    expect(Math.min(...steps)).toBeGreaterThan(1.4);
  });
});
