import { connect, type Socket } from 'node:net';

/** What is asked for, over and over. */
export interface Target {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** How hard: the first bound that is reached ends it. */
export interface Bounds {
  readonly connections: number;
  readonly most: number;
  readonly seconds: number;
}

/** What came of it. */
export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** Asks over a few kept connections, one request at a time on each. Throws when an answer is not 200. */
export async function load(target: Target, { connections, most, seconds }: Bounds): Promise<Load> {
  const times: number[] = [];
  let asked = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  const more = () => performance.now() < until && asked++ < most;
  await Promise.all(Array.from({ length: connections }, () => askOn(target, more, times)));
  const took = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { requests: times.length, perSecond: times.length / took, p50: at(0.5), p99: at(0.99) };
}

function askOn(target: Target, more: () => boolean, times: number[]): Promise<void> {
  const request = requestOf(target);
  return new Promise((resolve, reject) => {
    const socket = connect(target.port, '127.0.0.1');
    let since = 0;
    let left: Buffer = Buffer.alloc(0);
    const next = () => {
      if (!more()) return socket.end(resolve);
      since = performance.now();
      socket.write(request);
    };
    socket.setNoDelay(true).once('connect', next).once('error', reject);
    socket.on('data', (chunk) => {
      left = left.length === 0 ? chunk : Buffer.concat([left, chunk]);
      const size = sizeOf(left);
      if (size === undefined || left.length < size) return;
      if (!left.subarray(0, 12).equals(OK)) return fail(socket, left, reject);
      left = left.subarray(size);
      times.push(performance.now() - since);
      next();
    });
  });
}

const OK = Buffer.from('HTTP/1.1 200');

function requestOf({ port, path, headers }: Target): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\n${lines.join('')}\r\n`);
}

/** How long the answer at the beginning is, head and body; undefined while its head is not whole. */
function sizeOf(bytes: Buffer): number | undefined {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const length = /content-length: (\d+)/i.exec(bytes.toString('latin1', 0, end))?.[1];
  return end + HEAD_END.length + Number(length ?? 0);
}

function fail(socket: Socket, answer: Buffer, reject: (error: Error) => void): void {
  socket.destroy();
  reject(new Error(`not the page: ${answer.toString('latin1', 0, 200)}`));
}
