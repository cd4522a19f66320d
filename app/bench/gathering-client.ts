/** The hall: thousands of phones that look, some of which ask and say "me too". A process of its own, so that its cost is apart. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { addressOf, openPhones, type Seen } from './gathering-phones.ts';

/** What the hall does. */
export interface Hall {
  readonly port: number;
  readonly slug: string;
  readonly number: number;
  readonly phones: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** Questions that stand already. */
  readonly questions: number;
}

/** What came of it. */
export interface HallSays {
  readonly openedMs: number;
  readonly asked: number;
  readonly supported: number;
  /** Said twice on purpose; none of them may count. */
  readonly repeated: number;
  readonly refused: number;
  readonly answerP50: number;
  readonly answerP99: number;
  readonly screenP50: number;
  readonly screenP99: number;
  readonly screenWorst: number;
  /** Screens that did not show everything in the end. */
  readonly behind: number;
  readonly lost: number;
  readonly messages: number;
  readonly kilobytes: number;
}

/** One in five asks, one in ten "me too" is said twice. */
const ASKS_OF = 5;
const REPEATS_OF = 10;
const agent = new Agent({ keepAlive: true, maxSockets: 200 });

process.once('message', (hall: Hall) => {
  run(hall).then(
    (says) => process.send?.(says),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.once('disconnect', () => process.exit());

async function run(hall: Hall): Promise<HallSays> {
  const began = performance.now();
  const phones = await openPhones({ port: hall.port, path: `/live/${hall.slug}/${hall.number}` }, hall.phones);
  const openedMs = performance.now() - began;
  process.send?.('open');
  await new Promise((resolve) => process.once('message', resolve));
  const { sent, answers, counts } = await raiseHands(hall);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const base = hall.questions;
  const waits = phones.seen.flatMap((screen) => waitsOf(screen, sent, base)).sort((a, b) => a - b);
  const end = base + sent.length;
  answers.sort((a, b) => a - b);
  const says: HallSays = {
    openedMs,
    ...counts,
    answerP50: at(answers, 0.5),
    answerP99: at(answers, 0.99),
    screenP50: at(waits, 0.5),
    screenP99: at(waits, 0.99),
    screenWorst: at(waits, 1),
    behind: phones.seen.filter(({ total }) => total.at(-1) !== end).length,
    lost: phones.lost(),
    messages: phones.messages(),
    kilobytes: phones.bytes() / 1000,
  };
  phones.close();
  return says;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** How long each thing that was said took to be on a screen, from the moment of pressing; a sample of them, for each screen. */
function waitsOf({ at: times, total }: Seen, sent: readonly number[], base: number): number[] {
  const waits: number[] = [];
  let message = 0;
  for (let index = 0; index < sent.length; index += 7) {
    while (message < total.length && total[message] < base + index + 1) message += 1;
    waits.push(message < total.length ? times[message] - sent[index] : Number.POSITIVE_INFINITY);
  }
  return waits;
}

async function raiseHands(hall: Hall) {
  const counts = { asked: 0, supported: 0, repeated: 0, refused: 0 };
  const sent: number[] = [];
  const answers: number[] = [];
  const all: Promise<void>[] = [];
  const hands = Array.from({ length: hall.phones }, () => randomBytes(18).toString('base64url'));
  const began = performance.now();
  const total = hall.perSecond * hall.seconds;
  const say = async (hand: number, form: Record<string, string>, count: (answer: string) => boolean) => {
    const since = performance.now();
    const answer = await post(hall, { hand, token: hands[hand] ?? '' }, form);
    answers.push(performance.now() - since);
    if (count(answer)) sent.push(since);
  };
  for (let index = 0; index < total; index += 1) {
    const due = began + (index * 1000) / hall.perSecond;
    const wait = due - performance.now();
    if (wait > 2) await new Promise((resolve) => setTimeout(resolve, wait));
    const hand = (index * 997) % hall.phones;
    if (index % ASKS_OF === 0) {
      all.push(
        say(hand, { id: randomUUID(), text: `Питање ${index}: шта кад стане вода?`, locale: 'sr-Cyrl' }, (answer) => {
          const ok = answer.startsWith('{"question":');
          if (ok) counts.asked += 1;
          else counts.refused += 1;
          return ok;
        }),
      );
      continue;
    }
    // Another question each round: only what is said twice on purpose is said twice.
    const question = 1 + ((hand * 7 + Math.floor(index / hall.phones) * 11) % hall.questions);
    const times = index % REPEATS_OF === 1 ? 2 : 1;
    for (let time = 0; time < times; time += 1)
      all.push(
        say(hand, { question: String(question) }, (answer) => {
          const counted = answer === '{"counted":true}';
          if (counted) counts.supported += 1;
          else if (answer === '{"counted":false}') counts.repeated += 1;
          else counts.refused += 1;
          return counted;
        }),
      );
  }
  await Promise.all(all);
  sent.sort((a, b) => a - b);
  return { sent, answers, counts };
}

function post(
  hall: Hall,
  { hand, token }: { hand: number; token: string },
  form: Record<string, string>,
): Promise<string> {
  const path = form['text'] ? 'ask' : 'me-too';
  const body = new URLSearchParams(form).toString();
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        agent,
        port: hall.port,
        host: '127.0.0.1',
        method: 'POST',
        path: `/c/${hall.slug}/gatherings/${hall.number}/${path}`,
        headers: {
          host: `localhost:${hall.port}`,
          origin: `http://localhost:${hall.port}`,
          accept: 'application/json',
          'accept-language': 'sr',
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          'x-forwarded-for': addressOf(hand),
          cookie: `hand=${token}`,
        },
      },
      (answer) => {
        let said = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk) => {
          said += chunk;
        });
        answer.once('end', () => resolve(said));
        answer.once('error', reject);
      },
    );
    asking.once('error', () => resolve('lost'));
    asking.end(body);
  });
}
