import { type Browser, chromium } from 'playwright-core';

/** How Chromium is started wherever it is Debian's own: headless and silent towards the network. */
export const launchChromium = (executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
