/** A bare Node server that answers everything with the bytes its parent sends: what HTTP alone costs on this machine. */
import { createServer } from 'node:http';

export interface Bytes {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

process.once('message', ({ headers, body }: Bytes) => {
  const bytes = Buffer.from(body, 'base64');
  const server = createServer((_, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    response.setHeader('content-length', bytes.length);
    response.end(bytes);
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' && address ? address.port : 0);
  });
});
process.once('disconnect', () => process.exit());
