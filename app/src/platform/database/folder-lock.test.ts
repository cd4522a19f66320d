import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from './folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sofra-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lock = () => join(folder, 'sofra.lock');
const script = `import { lockFolder } from ${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)};
lockFolder(process.argv[1]); console.log('held'); setInterval(() => {}, 1000);`;

/** Another process that holds the folder until it is killed. */
async function holdElsewhere() {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((held) => child.stdout.once('data', held));
  return {
    pid: child.pid,
    kill: () => new Promise((gone) => child.once('exit', gone).kill('SIGKILL')),
  };
}

describe('a data folder has one holder', () => {
  it('is refused in one line while another living process holds it', async () => {
    const other = await holdElsewhere();
    expect(() => lockFolder(folder)).toThrow(
      `The data folder ${folder} is in use by another running Sofra (process ${other.pid}); stop it first.`,
    );
    await other.kill();
  });

  it('is taken over from a process that was killed', async () => {
    const other = await holdElsewhere();
    await other.kill();
    const release = lockFolder(folder);
    expect(JSON.parse(readFileSync(lock(), 'utf8')).pid).toBe(process.pid);
    release();
  });

  it('is taken over when the process number now belongs to somebody else', () => {
    writeFileSync(lock(), JSON.stringify({ ...mine(), began: '1' }));
    lockFolder(folder)();
  });

  it('is refused while another machine has touched it lately, and taken over when it fell silent', () => {
    writeFileSync(lock(), JSON.stringify({ ...mine(), host: 'elsewhere' }));
    expect(() => lockFolder(folder)).toThrow('is in use');
    utimesSync(lock(), new Date(), new Date(Date.now() - 60_000));
    lockFolder(folder)();
  });

  it('is free again after it was let go', () => {
    lockFolder(folder)();
    lockFolder(folder)();
  });

  it('is refused to the same process a second time', () => {
    const release = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow('is in use');
    release();
  });
});

function mine() {
  const release = lockFolder(folder);
  const holder = JSON.parse(readFileSync(lock(), 'utf8'));
  release();
  return holder;
}
