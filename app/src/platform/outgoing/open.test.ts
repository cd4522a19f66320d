import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { openOutgoing } from './open.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A postbox that keeps what it got; with `silent` it accepts the connection and never says a word. */
async function postbox(): Promise<{ url: string; letters: { to: string[]; raw: string }[] }> {
  const letters: { to: string[]; raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (piece) => {
        raw += piece;
      });
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closing.push(() => new Promise<void>((closed) => server.close(closed)));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, letters };
}

async function gateway(answer: { status: number; body: string; silent?: boolean }) {
  const asked: { authorization?: string; body: unknown }[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      asked.push({ authorization: request.headers.authorization, body: JSON.parse(body) });
      if (!answer.silent) response.writeHead(answer.status).end(answer.body);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`, asked };
}

test('what is not set up says so and sends nothing', async () => {
  const outgoing = openOutgoing({ smtpUrl: 'smtp://127.0.0.1:1' });
  expect([outgoing.can('email'), outgoing.can('sms')]).toEqual([false, false]);
  expect(await outgoing.send({ channel: 'sms', to: '+38160000000', text: 'x' })).toEqual({
    sent: false,
    why: 'not set up',
  });
});

test('an email arrives with its subject, its text and its header lines', async () => {
  const { url, letters } = await postbox();
  const outgoing = openOutgoing({ smtpUrl: url, mailFrom: 'Sofra <sofra@example.org>' });
  closing.push(() => outgoing.close());
  expect(outgoing.can('email')).toBe(true);
  const headers = { 'X-Table': 'round' };
  const sent = await outgoing.send({
    channel: 'email',
    to: 'mila@example.org',
    subject: 'Code',
    text: '123456',
    headers,
  });
  expect(sent).toMatchObject({ sent: true });
  expect(letters[0].to).toEqual(['mila@example.org']);
  for (const piece of ['Subject: Code', 'X-Table: round', '123456', 'From: Sofra <sofra@example.org>'])
    expect(letters[0].raw).toContain(piece);
});

test('an address that looks like a list reaches no second person', async () => {
  const { url, letters } = await postbox();
  const outgoing = openOutgoing({ smtpUrl: url, mailFrom: 'sofra@example.org' });
  closing.push(() => outgoing.close());
  await outgoing.send({ channel: 'email', to: 'a@example.org,b@example.org', subject: 's', text: 't' });
  expect(letters.flatMap(({ to }) => to)).not.toContain('b@example.org');
});

test('an SMS goes to the gateway with the token, and its id comes back', async () => {
  const { url, asked } = await gateway({ status: 200, body: '{"id": 77}' });
  const outgoing = openOutgoing({ smsGatewayUrl: url, smsGatewayToken: 'lozinka' });
  expect(await outgoing.send({ channel: 'sms', to: '+381601234567', text: 'Код: 1' })).toEqual({
    sent: true,
    id: '77',
  });
  expect(asked).toEqual([{ authorization: 'Bearer lozinka', body: { to: '+381601234567', text: 'Код: 1' } }]);
});

test('a gateway that refuses, or says nothing for too long, is an answer and not a crash', async () => {
  const refusing = await gateway({ status: 402, body: 'no credit' });
  const refused = openOutgoing({ smsGatewayUrl: refusing.url });
  expect(await refused.send({ channel: 'sms', to: '+381601234567', text: 'x' })).toEqual({
    sent: false,
    why: 'the gateway answered 402',
  });
  const mute = await gateway({ status: 200, body: '', silent: true });
  const waited = await openOutgoing({ smsGatewayUrl: mute.url }, 200).send({ channel: 'sms', to: '+38160', text: 'x' });
  expect(waited.sent).toBe(false);
});

test('a mail server that cannot be reached is an answer and not a crash', async () => {
  const outgoing = openOutgoing({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'sofra@example.org' }, 500);
  expect(await outgoing.send({ channel: 'email', to: 'a@example.org', subject: 's', text: 't' })).toMatchObject({
    sent: false,
  });
});
