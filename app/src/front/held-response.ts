import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { isText } from './encode.ts';

/** A text response held back until it is whole, so that it can be compressed once and kept. */
export interface Held {
  readonly status: number;
  readonly body: Buffer;
}

/**
 * Holds back what Kit writes when it is text; anything else (a picture, a stream of events, a redirect) goes straight out.
 * `whole` is called once with the body; it must end the response itself. `passed` is called when the response is none to hold.
 */
export function holdText(response: ServerResponse, whole: (held: Held) => void, passed: () => void): void {
  const chunks: Buffer[] = [];
  let holding: boolean | undefined;
  const { write, end, writeHead } = response;
  const decide = (): boolean => {
    if (holding === undefined) {
      holding = isText(String(response.getHeader('content-type') ?? '')) && !response.getHeader('content-encoding');
      if (!holding) passed();
    }
    return holding;
  };
  response.writeHead = ((status: number, ...rest: (string | OutgoingHttpHeaders | OutgoingHttpHeader[])[]) => {
    response.statusCode = status;
    const headers = rest.find((part) => typeof part === 'object');
    if (headers && !Array.isArray(headers))
      for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
    if (decide()) return response;
    return writeHead.call(response, status);
  }) as typeof response.writeHead;
  response.write = ((chunk: Uint8Array | string, ...rest: unknown[]) => {
    if (!decide()) return Reflect.apply(write, response, [chunk, ...rest]);
    chunks.push(bytesOf(chunk));
    return true;
  }) as typeof response.write;
  response.end = ((chunk?: unknown, ...rest: unknown[]) => {
    restore();
    if (!decide()) return Reflect.apply(end, response, [chunk, ...rest]);
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(bytesOf(chunk));
    whole({ status: response.statusCode, body: chunks.length === 1 ? chunks[0] : Buffer.concat(chunks) });
    return response;
  }) as typeof response.end;
  const restore = () => Object.assign(response, { write, end, writeHead });
}

/** Without a copy: a page is sixty thousand bytes, and what is copied for each reader is soon more than all the rest. */
const bytesOf = (chunk: Uint8Array | string): Buffer =>
  typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
