import { connect, type Socket } from 'node:net';
import { constants, inflateRawSync } from 'node:zlib';

/** What a screen has seen: when, and how many questions and "me too" it showed then. */
export interface Seen {
  readonly at: number[];
  readonly total: number[];
}

/** Many screens of one gathering, each with a line of its own. */
export interface Phones {
  readonly seen: readonly Seen[];
  readonly messages: () => number;
  readonly bytes: () => number;
  readonly lost: () => number;
  close(): void;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const GZIP_HEAD_BYTES = 10;
/** Every message ends with an empty block. */
const BLOCK_END = Buffer.from([0, 0, 0xff, 0xff]);

/** Opens so many, a hundred at a time. Throws when one is refused. */
export async function openPhones(
  where: { readonly port: number; readonly path: string },
  count: number,
): Promise<Phones> {
  const seen: Seen[] = Array.from({ length: count }, () => ({ at: [], total: [] }));
  const read = reader();
  const sockets: Socket[] = [];
  const sums = { messages: 0, bytes: 0, lost: 0 };
  for (let first = 0; first < count; first += 100)
    await Promise.all(
      seen.slice(first, first + 100).map(
        (screen, at) =>
          new Promise<void>((resolve, reject) => {
            const socket = open(where, first + at, (chunk, began) => {
              sums.bytes += chunk.length;
              const totals = read(chunk);
              if (totals === undefined) return false;
              for (const total of totals) {
                sums.messages += 1;
                screen.at.push(performance.now());
                screen.total.push(total);
              }
              if (began) resolve();
              return true;
            });
            socket.once('error', reject);
            socket.once('close', () => {
              sums.lost += 1;
            });
            sockets.push(socket);
          }),
      ),
    );
  return {
    seen,
    messages: () => sums.messages,
    bytes: () => sums.bytes,
    lost: () => sums.lost,
    close() {
      for (const socket of sockets) socket.removeAllListeners('close').destroy();
    },
  };
}

/** One line: what comes after the head of the answer goes to `take`, which says whether it was whole. */
function open(
  { port, path }: { readonly port: number; readonly path: string },
  at: number,
  take: (chunk: Buffer, began: boolean) => boolean,
): Socket {
  const socket = connect(port, '127.0.0.1');
  let left: Buffer = Buffer.alloc(0);
  let inBody = false;
  socket.once('connect', () =>
    socket.write(
      `GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\naccept: text/event-stream\r\naccept-encoding: gzip\r\nx-forwarded-for: ${addressOf(at)}\r\n\r\n`,
    ),
  );
  socket.on('data', (chunk) => {
    left = left.length === 0 ? chunk : Buffer.concat([left, chunk]);
    if (!inBody) {
      const end = left.indexOf(HEAD_END);
      if (end < 0 || left.length < end + HEAD_END.length + GZIP_HEAD_BYTES) return;
      if (!left.toString('latin1', 0, 15).includes('200')) {
        socket.destroy(new Error(left.toString('latin1', 0, 100)));
        return;
      }
      left = left.subarray(end + HEAD_END.length + GZIP_HEAD_BYTES);
      inBody = true;
    }
    if (left.length < BLOCK_END.length || !left.subarray(-BLOCK_END.length).equals(BLOCK_END)) return;
    if (take(left, true)) left = Buffer.alloc(0);
  });
  return socket;
}

/** The totals that a piece of the stream shows. All screens get the same bytes: each piece is unpacked once. */
function reader(): (chunk: Buffer) => readonly number[] | undefined {
  let known = new Map<string, readonly number[]>();
  return (chunk) => {
    const key = chunk.toString('latin1');
    const before = known.get(key);
    if (before) return before;
    const text = inflateRawSync(chunk, { finishFlush: constants.Z_SYNC_FLUSH }).toString();
    const totals = [...text.matchAll(/"asked":(\d+),"supports":(\d+)/g)].map(
      ([, asked, supports]) => Number(asked) + Number(supports),
    );
    if (known.size > 5000) known = new Map();
    known.set(key, totals);
    return totals;
  };
}

/** Every phone comes from an address of its own, as it does on a mobile network. */
export const addressOf = (at: number): string => `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;
