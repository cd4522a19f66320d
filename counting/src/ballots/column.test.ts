import { describe, expect, it } from 'vitest';
import { growingColumn } from './column.ts';

describe('a growing column', () => {
  it('holds what was put in, also beyond its first block', () => {
    const column = growingColumn(Int32Array);
    const many = (1 << 24) + 5;
    for (let i = 0; i < many; i++) column.push(i);
    column.set(many - 1, -7);
    expect([column.length(), column.at(1023), column.at(1024), column.at(many - 2)]).toEqual([
      many,
      1023,
      1024,
      many - 2,
    ]);
    const whole = column.close();
    expect([whole.length, whole[0], whole[1 << 24], whole[many - 1]]).toEqual([many, 0, 1 << 24, -7]);
  });
  it('is empty when nothing was put in', () => {
    expect(growingColumn(Uint32Array).close()).toEqual(new Uint32Array(0));
  });
});
