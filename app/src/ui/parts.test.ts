import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Button from './Button.svelte';
import Field from './Field.svelte';
import Form from './Form.svelte';
import { fieldId } from './form-state.ts';
import Icon from './Icon.svelte';
import RefusedForm from './RefusedForm.fixture.svelte';

const words = (html: string) => createRawSnippet(() => ({ render: () => html }));

test('every posted form carries a key of its own, so that a double click does it once', () => {
  const draw = () => render(Form, { props: { children: words('<p>…</p>') } }).body;
  const [first, second] = [draw(), draw()].map((html) => /name="_key" value="([\w-]{36})"/.exec(html)?.[1]);
  expect(first).toBeDefined();
  expect(first).not.toBe(second);
});

test('a search form is an address and carries no key', () => {
  expect(render(Form, { props: { method: 'get', children: words('<p>…</p>') } }).body).not.toContain('_key');
});

test('a refused form says what to do on top and leads to each field', () => {
  const refused = { sentence: 'Not yet saved.', fields: { title: 'Give it a title.' }, values: {} };
  const html = render(Form, { props: { refused, children: words('<p>…</p>') } }).body;
  expect(html).toContain('role="alert"');
  expect(html).toContain(`href="#${fieldId('form', 'title')}"`);
});

test('an error is read together with its field', () => {
  const html = render(Field, { props: { name: 'title', label: 'Title', error: 'Give it a title.' } }).body;
  expect(html).toMatch(/aria-describedby="form-title-error"/);
  expect(html).toMatch(/id="form-title-error"/);
  expect(html).toContain('aria-invalid="true"');
});

test('an icon is silent', () => {
  expect(render(Icon, { props: { name: 'notices' } }).body).toMatch(/aria-hidden="true".*<path/s);
});

test('a button submits unless told otherwise', () => {
  expect(render(Button, { props: { children: words('<i>Close</i>') } }).body).toContain('type="submit"');
});

test('what was typed before a refusal is still there, and each fault stands at its field', () => {
  const values = { title: 'The <well>', rows: [{}, { hands: '14' }], groups: ['a', 'c'] };
  const refused = { sentence: '…', fields: { title: 'Give it a place.' }, values };
  const html = render(RefusedForm, { props: { refused } }).body;
  expect(html).toMatch(/id="form-title"[^>]*value="The &lt;well(>|&gt;)"/);
  expect(html).toMatch(/id="form-rows-1-hands"[^>]*value="14"/);
  expect([...html.matchAll(/value="([abc])" checked/g)].map((match) => match[1])).toEqual(['a', 'c']);
  expect(html).toContain('id="form-title-error"');
});
