import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handPage } from '#platform/handed-page.ts';
import { standInFront } from './front.ts';

let rendered = 0;
let cookie: string | undefined;
let extra = '';
const front = standInFront((request, response) => {
  rendered += 1;
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('x-sofra-tags', 'one');
  response.setHeader('etag', `"r${rendered}"`);
  if (cookie) response.setHeader('set-cookie', cookie);
  if (request.url?.startsWith('/handed')) {
    handPage(request, `<p>handed ${request.url} ${'round table '.repeat(200)}</p>`);
    response.setHeader('content-length', '0');
    response.end();
    return;
  }
  const page = `<p>${request.url} ${rendered} ${extra} ${'round table '.repeat(200)}</p>`;
  if (request.url === '/many') setTimeout(() => response.end(page), 20);
  else response.end(page);
});
const server: Server = createServer((request, response) => void front.handle(request, response));
let base = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(base + path, { headers: { accept: 'text/html', ...headers } });
  return { text: await response.text(), response };
};

test('a public page is rendered once for all who read it in one language, and again after a touch', async () => {
  const first = await get('/a');
  expect((await get('/a')).text).toBe(first.text);
  expect((await get('/a', { 'accept-language': 'sq' })).text).not.toBe(first.text);
  front.cache.touch(['two']);
  expect((await get('/a')).text).toBe(first.text);
  front.cache.touch(['one']);
  expect((await get('/a')).text).not.toBe(first.text);
});

test('a reader whose own copy is still true gets no page again, until it is touched', async () => {
  const { response } = await get('/held');
  const own = { 'if-none-match': `"old", W/${response.headers.get('etag')}` };
  const again = await get('/held', own);
  expect([again.response.status, again.text]).toEqual([304, '']);
  expect(again.response.headers.get('etag')).toBe(response.headers.get('etag'));
  expect((await get('/held', { 'if-none-match': '"old"' })).response.status).toBe(200);
  front.cache.touch(['one']);
  expect((await get('/held', own)).response.status).toBe(200);
});

test('who has any cookie that may say who they are never gets or leaves a kept page', async () => {
  const kept = await get('/b');
  expect((await get('/b', { cookie: 'seat=x' })).text).not.toBe(kept.text);
  expect((await get('/b', { cookie: 'locale=en; knock=x' })).text).not.toBe(kept.text);
  const dark = await get('/b', { cookie: 'theme=dark' });
  expect((await get('/b', { cookie: 'theme=dark' })).text).toBe(dark.text);
});

test('a page with a form key, or one that sets a cookie, is not kept', async () => {
  extra = '<input name="_key">';
  expect((await get('/c')).text).not.toBe((await get('/c')).text);
  extra = '';
  cookie = 'knock=1';
  expect((await get('/d')).text).not.toBe((await get('/d')).text);
  cookie = undefined;
});

test('the tags never leave the house, and text is compressed for who can read it', async () => {
  const { response } = await get('/e', { 'accept-encoding': 'gzip' });
  expect(response.headers.get('x-sofra-tags')).toBeNull();
  expect(response.headers.get('content-encoding')).toBe('gzip');
  const again = await get('/e', { 'accept-encoding': 'gzip' });
  expect(again.text).toContain('/e');
});

test('a page handed past Kit’s response is sent, named by what it says, kept, and told apart from what the reader has', async () => {
  const mine = await get('/handed', { cookie: 'seat=x' });
  expect(mine.text).toContain('handed /handed');
  const etag = String(mine.response.headers.get('etag'));
  const again = await get('/handed', { cookie: 'seat=x', 'if-none-match': etag });
  expect([again.response.status, again.text, again.response.headers.get('content-length')]).toEqual([304, '', null]);
  const before = rendered;
  expect((await get('/handed', { 'if-none-match': etag })).response.status).toBe(304);
  expect((await get('/handed')).text).toBe(mine.text);
  expect(rendered).toBe(before + 1);
  const head = await fetch(`${base}/handed`, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(2000);
});

test('readers who come while a page is made wait for it', async () => {
  const before = rendered;
  const all = await Promise.all(Array.from({ length: 20 }, () => get('/many')));
  expect(rendered - before).toBeLessThanOrEqual(3);
  expect(all.every(({ text }) => text.includes('/many'))).toBe(true);
});
