import { describe, expect } from 'vitest';
import { journey } from './browser.ts';
import { demoDataDir } from './demo-house.ts';
import { startHouse } from './running-house.ts';

describe('the host starts it once more', () => {
  journey('a second start on the same data folder is refused in one clear line', async () => {
    const started = startHouse({ DATA_DIR: demoDataDir() });
    await expect(started).rejects.toThrow(
      /ended with 1:\n.*is in use by another running Sofra \(process \d+\); stop it first\.\n$/,
    );
  });
});
