import type { IncomingMessage } from 'node:http';

/** Known to every copy of this module: the server in front may run from its sources while the pages are built. */
const PAGE = Symbol.for('sofra.page');

interface Awaiting {
  [PAGE]?: string;
}

/** Says that whoever made this request takes the page by `takePage`, past Kit's response. */
export function awaitPage(request: IncomingMessage): void {
  (request as Awaiting)[PAGE] = '';
}

/** Hands the page over; false when nobody awaits it there (the development server) and Kit must send it. */
export function handPage(request: IncomingMessage | undefined, html: string): boolean {
  const awaiting = request as Awaiting | undefined;
  if (awaiting?.[PAGE] === undefined) return false;
  awaiting[PAGE] = html;
  return true;
}

/** The page that was handed over, once; empty when Kit's response holds what is to be sent. */
export function takePage(request: IncomingMessage): string {
  const html = (request as Awaiting)[PAGE] ?? '';
  delete (request as Awaiting)[PAGE];
  return html;
}
