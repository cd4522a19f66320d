/** Becomes the server: `sofra serve`, as built, on the Node of this house, with a heap that leaves a small machine room to breathe. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import bootstrap from './bootstrap.cjs';

// What Node compiled (and stripped of types) is kept: the next start is half a second faster and 20 MB smaller.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../node_modules/.cache/sofra-compiled');

// One pool of memory for all threads: each of its own would keep ten megabytes that nobody uses.
process.env.MALLOC_ARENA_MAX ??= '1';

// A page is some pieces of sixty thousand bytes: each is given back to the system when it is done, and leaves no hole among the
// small ones. Twenty-seven megabytes less after a minute of load.
process.env.MALLOC_MMAP_THRESHOLD_ ??= '32768';
process.env.MALLOC_TRIM_THRESHOLD_ ??= '131072';

// A heap that leaves a small machine room to breathe. The embedded database lives in it too; left to itself, Node would look
// through all of that after each ten new megabytes, and share out the young objects, which are few, among five threads. Beside
// PostgreSQL both would cost thirty megabytes for a twentieth of the CPU.
const heap = process.env.DATABASE_URL
  ? ['--max-semi-space-size=4', '--max-old-space-size=160']
  : ['--max-semi-space-size=8', '--max-old-space-size=200', '--heap-growing-percent=60', '--no-parallel-scavenge'];

// Most of a page runs once a page: Node waits for 400 and for 3,000 of them before it compiles it well. A village may not
// open as many until the next update; compiled after 100 and 1,000, the first thousands of pages cost half.
const compiling = [
  '--invocation-count-for-maglev=100',
  '--invocation-count-for-turbofan=1000',
  '--minimum-invocations-after-ic-update=100',
];
const node = bootstrap.nodePath();
const args = [
  '--no-warnings',
  ...heap,
  ...compiling,
  join(import.meta.dirname, '../app/build/server/sofra.js'),
  'serve',
  ...process.argv.slice(2),
];

if (process.platform === 'win32') {
  const child = spawn(node, args, { stdio: 'inherit' });
  // The console sends Ctrl-C to both; this one waits for the server to end.
  process.on('SIGINT', () => undefined);
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  // Replaced by the server itself, so that signals and the exit code need nobody in between.
  process.removeAllListeners('warning');
  process.execve(node, [node, ...args], process.env);
}
