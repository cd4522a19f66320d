import { expect, test } from 'vitest';
import { formObject, keyOf } from './form.ts';

const formOf = (...fields: readonly [string, string][]): FormData => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};
const KEY = '0b0f1cbe-5a0c-4b1e-9d44-3d3a3f3d9c11';

test('a form becomes plain data: text trimmed, lists and rows of fields', () => {
  const form = formOf(
    ['title', ' A well \r\n'],
    ['options[]', '1'],
    ['options[]', '2'],
    ['rows.1.hands', '17'],
    ['_key', KEY],
  );
  expect(formObject(form)).toEqual({ title: 'A well', options: ['1', '2'], rows: [undefined, { hands: '17' }] });
});

test('a field can reach nothing but the form', () => {
  formObject(formOf(['__proto__.admin', 'yes'], ['a.constructor.prototype.admin', 'yes']));
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
});

test('a form is known again by its key, and a row of a list by the button that was pressed', () => {
  const pressed = (question: string) => keyOf(formOf(['_key', KEY], ['question', question]), 'question');
  expect(keyOf(formOf(['_key', KEY]))).toBe(KEY);
  expect(pressed('3')).toBe(pressed('3'));
  expect(pressed('3')).not.toBe(pressed('4'));
});

test('a key that no page of ours makes is none, so that it breaks nothing', () => {
  for (const key of ['', 'abc', 'x'.repeat(500), `${KEY} '; --`]) expect(keyOf(formOf(['_key', key]))).toBeUndefined();
});
