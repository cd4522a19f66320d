import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canInstall, find, installPackages } from './system.mjs';

const OLDEST = 15;

/**
 * A PostgreSQL to test on: the one `TEST_DATABASE_URL` names, or one started in a temporary folder from the programs of this
 * machine (Debian's package is installed when root). `url` is absent, with the reason in `why`, when there is none. `durable`
 * writes to the disk as a real one does; tests need not wait for that.
 * @param {{ durable?: boolean }} [how]
 * @returns {Promise<{ url?: string, why: string, stop(): void }>}
 */
export async function startPostgres({ durable = false } = {}) {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, why: 'as TEST_DATABASE_URL says', stop: () => undefined };
  let programs = findPrograms();
  if (!programs && canInstall()) {
    keepFromStarting();
    const { ok, output } = await installPackages('postgresql');
    if (!ok) return missing(`apt-get could not install postgresql: ${output.trim().split('\n').at(-1)}`);
    programs = findPrograms();
  }
  if (!programs) return missing(`no PostgreSQL ${OLDEST} or newer here: install it or set TEST_DATABASE_URL`);
  return startIn(mkdtempSync(join(tmpdir(), 'sofra-postgres-')), programs, durable);
}

const missing = (why) => ({ url: undefined, why, stop: () => undefined });

/** The folder with initdb of the newest version that is new enough. */
function findPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Boolean) : [];
  const newest = versions.sort((a, b) => b - a)[0];
  if (newest >= OLDEST) return join(debian, String(newest), 'bin');
  const initdb = find(['initdb', '/opt/homebrew/opt/postgresql@17/bin/initdb', '/usr/local/pgsql/bin/initdb']);
  if (!initdb) return undefined;
  const version = Number(/\d+/.exec(execFileSync(initdb, ['--version'], { encoding: 'utf8' }))?.[0]);
  return version >= OLDEST ? join(initdb, '..') : undefined;
}

/** Debian's package would otherwise make and start a server of its own. */
function keepFromStarting() {
  const path = '/etc/postgresql-common/createcluster.conf';
  if (existsSync(path)) return;
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, 'create_main_cluster = false\n');
}

async function startIn(folder, programs, durable) {
  const user = serverUser();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, encoding: 'utf8' };
  const init = ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  const made = spawnSync(join(programs, 'initdb'), init, options);
  if (made.status !== 0) return missing(`initdb: ${made.stderr || made.error?.message}`);
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off']),
  ];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(programs, 'postgres'), args, { ...user, cwd: folder, stdio: 'ignore' });
  const stop = () => {
    // Immediate: nothing in it is worth keeping.
    server.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  process.once('exit', stop);
  if (!(await answers(join(programs, 'pg_isready'), port))) return missing('the started PostgreSQL did not answer');
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, why: `started from ${programs}`, stop };
}

/** PostgreSQL refuses to run as root: it runs as the package's own user then. */
function serverUser() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function answers(isReady, port) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (spawnSync(isReady, ['-h', '127.0.0.1', '-p', String(port)]).status === 0) return true;
    await new Promise((done) => setTimeout(done, 100));
  }
  return false;
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
