// Keeps the page of a hall on this device, so that it opens where there is no network. Nothing else is ever kept.
const KEPT = 'sofra-hall-1';
const PATIENCE_MS = 4000;
const ASSET = /^\/(_app|js|mark|manifest|files)\b/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const { keep, forget } = event.data ?? {};
  if (keep) event.waitUntil(keepPage(keep.page, keep.assets));
  if (forget) event.waitUntil(caches.delete(KEPT));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  // Whoever signs out leaves nothing of the hall behind.
  if (pathname === '/sign-out') event.waitUntil(caches.delete(KEPT));
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && pathname.endsWith('/hall')) event.respondWith(freshOrKept(request));
  else if (ASSET.test(pathname)) event.respondWith(keptOrFresh(request));
});

async function keepPage(page, assets) {
  const cache = await caches.open(KEPT);
  await Promise.allSettled([keepFresh(cache, page), ...assets.map((asset) => keepAsset(cache, asset))]);
}

async function keepFresh(cache, page) {
  const response = await fetch(page, { credentials: 'same-origin', headers: { accept: 'text/html' } });
  if (response.ok && !response.redirected) await cache.put(bare(page), response);
}

async function keepAsset(cache, asset) {
  if (!(await cache.match(asset))) await cache.add(asset);
}

/** The page as it is now; as it was kept when the network does not answer in time. */
async function freshOrKept(request) {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(bare(request.url));
  if (!kept) return fetch(request);
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    // Signed out, or no longer allowed: what was kept must go too.
    if (response.redirected || response.type === 'opaqueredirect' || [401, 403, 404].includes(response.status))
      await cache.delete(bare(request.url));
    else if (response.ok) await cache.put(bare(request.url), response.clone());
    return response;
  } catch {
    return kept;
  }
}

async function keptOrFresh(request) {
  const cache = await caches.open(KEPT);
  return (await cache.match(request)) ?? fetch(request);
}

const bare = (address) => new URL(address, self.location.origin).pathname;
