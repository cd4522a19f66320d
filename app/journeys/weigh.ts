import type { Page } from 'playwright-core';

/**
 * What a first view costs: bytes on the wire of the page and everything it loads by itself, by sort. What one wants to look at
 * there is looked at meanwhile, until the network is quiet.
 */
export async function weigh(
  page: Page,
  path: string,
  meanwhile?: () => Promise<void>,
): Promise<{ total: number; bySort: Record<string, number> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const sorts = new Map<string, string>();
  const bySort: Record<string, number> = {};
  session.on('Network.responseReceived', ({ requestId, type }) => sorts.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const sort = sorts.get(requestId) ?? 'Other';
    bySort[sort] = (bySort[sort] ?? 0) + encodedDataLength;
  });
  await page.goto(path);
  await meanwhile?.();
  await page.waitForLoadState('networkidle');
  await session.detach();
  return { total: Object.values(bySort).reduce((sum, bytes) => sum + bytes, 0), bySort };
}
