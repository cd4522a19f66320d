const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * True for a request that changes something and was sent by another site's page. Browsers say where a page stands by
 * `Sec-Fetch-Site`, older ones by `Origin` or at least `Referer`; what says nothing is no browser (a webhook, a mail
 * server's one-click unsubscribe) and proves itself by what it carries.
 */
export function isForeign(request: Request, url: URL): boolean {
  if (READS.has(request.method)) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site) return site !== 'same-origin' && site !== 'none';
  const from = request.headers.get('origin') ?? request.headers.get('referer');
  return from !== null && hostOf(from) !== url.host;
}

/** The host alone: behind a proxy the scheme may differ. */
function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined;
}
