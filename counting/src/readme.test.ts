import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const home = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(`${home}README.md`, 'utf8');
const examples = [...readme.matchAll(/^## ([^\n]+)\n(?:(?!^## )[\s\S])*?```ts\n([\s\S]*?)```/gm)]
  .map(([, title, code]) => ({ title, code }))
  .filter(({ code }) => code.includes('@sofra/counting'));

const ward = '3 2\n4 1 2 0\n3 2 3 0\n2 3 1 0\n0\n"Ana"\n"Ben"\n"Cy"\n"Ward"\n';

/** Runs an example word for word, in a folder of its own inside the workspace, so that its imports go through the doors of the package. */
function printed(code: string): string {
  const folder = mkdtempSync(`${home}example-`);
  try {
    writeFileSync(`${folder}/ward.blt`, ward);
    writeFileSync(`${folder}/example.ts`, `${code}\nexport {};\n`);
    const { stdout, stderr, status } = spawnSync(process.execPath, ['example.ts'], { cwd: folder, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('an example of the README runs as it is printed', () => {
  const expected: Readonly<Record<string, RegExp>> = {
    'A budget': /^\[ 'well', 'path' \] 950\nendowments [\s\S]*\nbought path 14\n$/,
    'A ranked election': /excluded 3 [\s\S]*\n\[ '1' \] \[\]\n$/,
    'Opinion groups': /no grouping is credible/,
  };
  it('for budgets, ranked elections and groups, in about ten lines each', () => {
    expect(examples.map(({ title }) => title)).toEqual(Object.keys(expected));
    for (const { code } of examples) expect(code.trim().split('\n').length).toBeLessThanOrEqual(13);
  });
  it.each(examples)('$title', ({ title, code }) => {
    expect(printed(code)).toMatch(expected[title]);
  });
});
