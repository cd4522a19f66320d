/**
 * What is published is compiled: `prepack` builds dist/ and points package.json at it, `postpack` points it back at the sources,
 * which a checkout runs unbuilt.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const manifest = new URL('../package.json', import.meta.url);
const kept = new URL('../package.json.kept', import.meta.url);
const dist = new URL('../dist', import.meta.url);

const compiled = (path) => ({
  types: path.replace('./src/', './dist/').replace(/\.ts$/, '.d.ts'),
  default: path.replace('./src/', './dist/').replace(/\.ts$/, '.js'),
});

if (process.argv[2] === 'restore') {
  renameSync(kept, manifest);
} else {
  rmSync(dist, { recursive: true, force: true });
  execFileSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit', shell: process.platform === 'win32' });
  copyFileSync(manifest, kept);
  const { scripts: _, devDependencies: __, ...published } = JSON.parse(readFileSync(manifest, 'utf8'));
  published.bin = { tally: 'dist/tally.js' };
  published.exports = Object.fromEntries(
    Object.entries(published.exports).map(([door, path]) => [door, compiled(path)]),
  );
  published.scripts = { postpack: 'node scripts/pack.mjs restore' };
  writeFileSync(manifest, `${JSON.stringify(published, null, 2)}\n`);
}
