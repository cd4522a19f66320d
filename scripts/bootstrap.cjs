/**
 * Makes the tree ready for `npm start` and `npm test`: installs what the lock file asks for when it is not there, and for
 * `start` builds the app when its sources changed. Runs on any Node from 18; what comes after runs on the Node it installs.
 */
'use strict';

const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, readdirSync, readFileSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const NEEDED = 24;
const built = join(root, 'app/build');
const stamp = join(built, '.sources');

/** Everything the build reads. */
const sources = [
  'app/src',
  'app/static',
  'app/vite.config.ts',
  'app/package.json',
  'counting/src',
  'package-lock.json',
];

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Compares what npm wrote down at its last install with the lock file, and the lock file with the package files. */
function installed() {
  const done = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(done) || !existsSync(nodePath())) return false;
  const there = JSON.parse(readFileSync(done, 'utf8')).packages;
  const asked = readJson('package-lock.json').packages;
  for (const [path, { version, optional, link }] of Object.entries(asked)) {
    if (path === '' || optional || link) continue;
    if (path.includes('node_modules/') && there[path]?.version !== version) return false;
  }
  return ['', ...readJson('package.json').workspaces].every((folder) => {
    const own = readJson(join(folder, 'package.json'));
    return ['dependencies', 'devDependencies', 'optionalDependencies'].every(
      (kind) => sorted(own[kind]) === sorted(asked[folder]?.[kind]),
    );
  });
}

const sorted = (wanted) => JSON.stringify(Object.entries(wanted || {}).sort());

/** The Node this house runs on: the installed package, or the one at hand where no package exists for this system. */
function nodePath() {
  const folder = join(
    root,
    `node_modules/node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
  );
  const packaged = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(packaged)) return packaged;
  return Number(process.versions.node.split('.')[0]) >= NEEDED ? process.execPath : packaged;
}

function install() {
  say('Installing what the lock file asks for …');
  // npm tells its own place to the scripts it runs; by hand there is only the command.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, stdio: 'inherit', shell: !npm && process.platform === 'win32' };
  const result = npm ? spawnSync(process.execPath, [npm, ...args], options) : spawnSync('npm', args, options);
  if (result.status !== 0)
    fail('npm ci did not finish: look at its words above; a network to the package registry is needed.');
  if (!existsSync(nodePath())) {
    fail(
      `Sofra runs on Node ${NEEDED}, and there is no package of it for ${process.platform} ${process.arch}: install Node ${NEEDED}.`,
    );
  }
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const path of sources) addTo(hash, path);
  return hash.digest('hex');
}

function addTo(hash, path) {
  if (!existsSync(join(root, path))) return;
  const entries = isFolder(join(root, path)) ? readdirSync(join(root, path)).sort() : undefined;
  if (entries) for (const name of entries) addTo(hash, `${path}/${name}`);
  else if (!/\.test\.ts$/.test(path)) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
}

const isFolder = (path) => statSync(path).isDirectory();

/** Builds the app unless the last build was made from the same sources. Returns true when there is a build. */
function build() {
  const hash = sourcesHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  say('Building the app …');
  const result = spawnSync(nodePath(), [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'app'),
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout}${result.stderr}`);
    return false;
  }
  writeFileSync(stamp, hash);
  return true;
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

module.exports = { build, nodePath };

if (require.main === module) {
  if (!installed()) install();
  if (process.argv[2] === 'start' && !build()) fail('The app could not be built: look at the words above.');
}
