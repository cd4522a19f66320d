import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { createGunzip } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nobody } from '#platform/actor.ts';
import type { House } from '#platform/house.ts';
import { runAction } from '#platform/run-action.ts';
import { askQuestion, supportQuestion } from '#rooms/gatherings/server/index.ts';
import { type FloorVillage, floorVillage, handOf } from '../../rooms/gatherings/server/floor/testing.ts';
import { type Live, openLive } from './live.ts';

let village: FloorVillage;
const ends: (() => unknown)[] = [];
beforeEach(async () => {
  village = await floorVillage();
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A process: its own house on the same database, its own screens, its own port. */
async function process(moved: string[] = []): Promise<{ house: House; live: Live; port: number }> {
  const house: House = { ...village.house };
  const live = await openLive(house, (id) => moved.push(id));
  Object.assign(house, {
    announced: (_: unknown, __: unknown, all: Parameters<Live['announced']>[0]) => live.announced(all),
  });
  const server: Server = createServer((asked, answer) => {
    if (!live.takes(asked, answer)) answer.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  ends.push(async () => {
    await live.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { house, live, port: typeof address === 'object' && address ? address.port : 0 };
}

interface Heard {
  readonly event: string;
  readonly data: {
    version: number;
    asked: number;
    supports: number;
    waiting: ({ number: number; supports: number; text: string } | [number, number, number])[];
  };
}

/** A screen: opens the stream and keeps what it hears. */
async function screen(port: number, { headers = {}, path }: { headers?: Record<string, string>; path?: string } = {}) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asking = request(
      { port, host: '127.0.0.1', path: path ?? `/live/${village.slug}/${village.number}`, headers },
      resolve,
    );
    asking.once('error', reject).end();
    ends.push(() => asking.destroy());
  });
  const heard: Heard[] = [];
  let rest = '';
  const body = response.headers['content-encoding'] === 'gzip' ? response.pipe(createGunzip()) : response;
  body.on('error', () => undefined);
  body.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const event = /^event: (.*)$/m.exec(part)?.[1];
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (event && data) heard.push({ event, data: JSON.parse(data) });
    }
  });
  return { status: response.statusCode, headers: response.headers, heard };
}

const until = async (what: () => boolean) => {
  for (let wait = 0; wait < 300 && !what(); wait += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(what()).toBe(true);
};
const input = (more: Readonly<Record<string, unknown>>) => ({
  slug: village.slug,
  number: village.number,
  locale: 'sr-Cyrl',
  ...more,
});
const asks = ({ house }: { house: House }, hand: number, text = 'Ко плаћа воду?') =>
  runAction(
    house,
    { actor: nobody, language: house.languages.source },
    { action: askQuestion, input: input({ text, hand: handOf(hand) }) },
  );
const supports = ({ house }: { house: House }, hand: number, question: number) =>
  runAction(
    house,
    { actor: nobody, language: house.languages.source },
    { action: supportQuestion, input: input({ question, hand: handOf(hand) }) },
  );

test('a screen gets the whole picture at once, then what moves, then only numbers while the words are the same', async () => {
  const one = await process();
  await asks(one, 1);
  const phone = await screen(one.port);
  expect(phone.headers['content-type']).toMatch('text/event-stream');
  await until(() => phone.heard.length === 1);
  expect(phone.heard[0]).toMatchObject({ event: 'whole', data: { asked: 1, waiting: [{ number: 1, supports: 0 }] } });
  await supports(one, 2, 1);
  await until(() => phone.heard.length === 2);
  expect(phone.heard[1]).toMatchObject({ event: 'counts', data: { supports: 1, waiting: [[1, 1, 1]] } });
  await asks(one, 3, 'А пут?');
  await until(() => phone.heard.length === 3);
  expect(phone.heard[2]).toMatchObject({ event: 'whole', data: { asked: 2 } });
  const versions = phone.heard.map(({ data }) => data.version);
  expect([...versions].sort((a, b) => a - b)).toEqual(versions);
});

test('compressed, and in Latin letters for who reads them', async () => {
  const one = await process();
  await asks(one, 1);
  const path = `/live/${village.slug}/${village.number}?script=latin`;
  const phone = await screen(one.port, { headers: { 'accept-encoding': 'gzip' }, path });
  expect(phone.headers['content-encoding']).toBe('gzip');
  await until(() => phone.heard.length === 1);
  expect(phone.heard[0].data.waiting).toMatchObject([{ text: 'Ko plaća vodu?' }]);
  await supports(one, 2, 1);
  await until(() => phone.heard.length === 2);
});

test('however much happens, a screen hears at most two pictures a second, and the last one is right', async () => {
  const one = await process();
  await asks(one, 1);
  const phone = await screen(one.port);
  await until(() => phone.heard.length === 1);
  const began = performance.now();
  for (let hand = 10; hand < 60; hand += 1) await supports(one, hand, 1);
  await until(() => phone.heard.at(-1)?.data.supports === 50);
  const seconds = (performance.now() - began) / 1000;
  expect(phone.heard.length - 1).toBeLessThanOrEqual(Math.ceil(seconds * 2) + 1);
});

test('what one process writes moves the screens of another, and its kept pages leave', async () => {
  const moved: string[] = [];
  const [one, other] = [await process(), await process(moved)];
  await asks(one, 1);
  const phone = await screen(other.port);
  await until(() => phone.heard.length === 1);
  moved.length = 0;
  await supports(one, 2, 1);
  await until(() => phone.heard.at(-1)?.data.supports === 1);
  await until(() => moved.includes(village.gatheringId));
});

/** Says "me too", or asks, as the script of the page does. */
async function raise(
  port: number,
  token: string,
  more: { question?: string; headers?: Record<string, string>; ask?: Record<string, string> } = {},
) {
  const what = more.ask ? 'ask' : 'me-too';
  const response = await fetch(`http://127.0.0.1:${port}/c/${village.slug}/gatherings/${village.number}/${what}`, {
    method: 'POST',
    headers: { cookie: `hand=${token}`, origin: `http://127.0.0.1:${port}`, ...more.headers },
    body: new URLSearchParams(more.ask ?? { question: more.question ?? '1' }),
  });
  return { status: response.status, said: response.ok ? await response.json() : undefined };
}
const token = (at: number) => String(at).padStart(24, 'a');

test('hands that come in together are counted together, each once, and answered when they are kept', async () => {
  const one = await process();
  await asks(one, 1);
  const answers = await Promise.all(Array.from({ length: 30 }, (_, at) => raise(one.port, token(at % 20))));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(answers.filter(({ said }) => said.counted)).toHaveLength(20);
  expect((await village.floor()).supports).toBe(20);
});

test('questions that come in together get numbers one after the other, and what arrives twice is one', async () => {
  const one = await process();
  const asked = Array.from({ length: 12 }, (_, at) => ({
    id: handOf(900 + (at % 10)),
    text: `Ко ${at % 10}?`,
    locale: 'sr-Cyrl',
  }));
  const answers = await Promise.all(asked.map((ask, at) => raise(one.port, token(at % 10), { ask })));
  const numbers = answers.map(({ said }) => said.question);
  expect(new Set(numbers)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
  expect([numbers[10], numbers[11]]).toEqual([numbers[0], numbers[1]]);
  const floor = await village.floor();
  expect([floor.asked, floor.waiting[0]?.locale]).toEqual([10, 'sr-Cyrl']);
  // What is refused is sent again by its form, which says why.
  expect((await raise(one.port, token(1), { ask: { text: '' } })).status).toBe(409);
  expect((await raise(one.port, token(1), { ask: { text: 'Зашто?', group: '4' } })).status).toBe(409);
});

test('a hand without a cookie, from another site, or for no question is not counted', async () => {
  const one = await process();
  await asks(one, 1);
  const refused = [
    await raise(one.port, 'short'),
    await raise(one.port, token(1), { headers: { origin: 'https://elsewhere.example' } }),
    await raise(one.port, token(1), { headers: { 'sec-fetch-site': 'cross-site' } }),
    await raise(one.port, token(1), { question: '1 or 1=1' }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 409]);
  expect((await raise(one.port, token(1), { question: '99' })).said).toEqual({ counted: false });
  expect((await village.floor()).supports).toBe(0);
});

test('one hand says it sixty times a minute at most', async () => {
  const one = await process();
  await asks(one, 1);
  const tries = Array.from({ length: 120 }, () => raise(one.port, token(500), { question: '99' }));
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(20);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(60);
});

test('a gathering that is not there, or one for members, opens no stream to who has no seat', async () => {
  const inside = await village.call({ audience: 'members' });
  const one = await process();
  expect((await screen(one.port, { path: `/live/${village.slug}/99` })).status).toBe(404);
  expect((await screen(one.port, { path: `/live/${village.slug}/${inside.number}` })).status).toBe(404);
  expect((await screen(one.port, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  expect((await screen(one.port, { path: '/live/lipovac' })).status).toBe(404);
});

test('whoever has a seat follows a gathering for members, with the cookie of a session that stands', async () => {
  const { number } = await village.call({ audience: 'members', endsAt: '2026-11-20T20:00:00Z' });
  const one = await process();
  const path = `/live/${village.slug}/${number}`;
  const sit = async (personId: string, at: number) => {
    const session = { personId, id: handOf(at), secretHash: createHash('sha256').update('s'.repeat(43)).digest('hex') };
    const times = { startedAt: village.house.now(), seenAt: village.house.now(), expiresAt: new Date('2027-01-01') };
    await village.house.database.db
      .insertInto('people.session')
      .values({ ...session, ...times, how: 'code', device: '' })
      .execute();
    return { cookie: `seat=${personId}.${handOf(at)}.${'s'.repeat(43)}` };
  };
  const headers = await sit(village.ana, 700);
  const phone = await screen(one.port, { path, headers });
  expect(phone.status).toBe(200);
  await until(() => phone.heard.length === 1);
  // It is open now, and still nobody else gets in.
  expect((await screen(one.port, { path })).status).toBe(404);
  expect((await screen(one.port, { path, headers: await sit(village.vesna, 701) })).status).toBe(404);
});

test('one address opens so many lines and no more, and gets them back when they close', async () => {
  const one = await process();
  const answers: number[] = [];
  const fake = () => ({ method: 'GET', url: `/live/${village.slug}/999`, headers: { 'x-sofra-address': '1.2.3.4' } });
  const held: (() => void)[] = [];
  const answer = () => ({
    headersSent: false,
    writeHead: (status: number) => answers.push(status),
    end: () => undefined,
    once: (_: string, close: () => void) => held.push(close),
  });
  for (let line = 0; line < 2501; line += 1) one.live.takes(fake() as never, answer() as never);
  expect(answers).toEqual([503]);
  for (const close of held) close();
  answers.length = 0;
  one.live.takes(fake() as never, answer() as never);
  expect(answers).toEqual([]);
});
