// Runs on the machine's Node (20 or newer) before anything is installed, so without dependencies and TypeScript.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identifyProcess, isRunning } from '../system/identify-process.mjs';

const LOCK_POLL_MS = 250;

/**
 * Installs the packages of package-lock.json unless node_modules has exactly these already.
 *
 * @param {string} root Folder of package-lock.json.
 * @param {NodeJS.ProcessEnv} env Environment of the installer.
 * @param {(line: string) => void} say Receives progress messages of one line.
 * @throws {Error} with what to do when npm is missing or fails.
 */
export async function ensurePackages(root, env, say) {
  const wanted = readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (isInstalled(root, wanted)) return;
  const release = await lockInstall(root, say);
  try {
    // Another process may have installed while this one waited for the lock.
    if (isInstalled(root, wanted)) return;
    say('installing dependencies (npm ci)…');
    const startedAtMs = Date.now();
    runNpm(root, env);
    writeFileSync(stampPath(root), checksum(wanted));
    say(`dependencies installed in ${((Date.now() - startedAtMs) / 1000).toFixed(1)} s`);
  } finally {
    release();
  }
}

function isInstalled(root, wanted) {
  const stamp = stampPath(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === checksum(wanted)) return true;
  if (!matchesHiddenLock(root, JSON.parse(wanted))) return false;
  writeFileSync(stamp, checksum(wanted));
  return true;
}

/** Compares with npm's own record in node_modules, so that a user's `npm install` is not repeated. */
function matchesHiddenLock(root, lock) {
  const path = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(path)) return false;
  const installed = JSON.parse(readFileSync(path, 'utf8')).packages;
  return Object.entries(lock.packages).every(([name, entry]) => {
    if (name === '' || entry.link) return true;
    const found = installed[name];
    if (found === undefined) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && existsSync(join(root, name, 'package.json'));
  });
}

function runNpm(root, env) {
  const own = env.npm_execpath !== undefined && basename(env.npm_execpath) === 'npm-cli.js';
  const command = own ? process.execPath : 'npm';
  const args = [
    ...(own ? [env.npm_execpath] : []),
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const result = spawnSync(command, args, {
    cwd: root,
    env: { ...env, SCARF_ANALYTICS: 'false', npm_config_update_notifier: 'false' },
    stdio: ['ignore', 2, 2],
  });
  if (result.error?.code === 'ENOENT') {
    throw new Error('npm is not on PATH: install Node.js 20 or newer together with npm, then try again');
  }
  if (result.error) throw result.error;
  if (result.status !== 0) {
    const how = result.signal === null ? `code ${result.status}` : `signal ${result.signal}`;
    throw new Error(`npm ci ended with ${how}: see its message above; is the npm registry reachable?`);
  }
}

/** Two concurrent first starts would delete each other's node_modules, so the second one waits. */
async function lockInstall(root, say) {
  const path = join(tmpdir(), `freehold-install-${checksum(root).slice(0, 16)}.lock`);
  let waiting = false;
  while (!(await takeLock(path))) {
    if (await isAbandoned(path)) {
      rmSync(path, { force: true });
      continue;
    }
    if (!waiting) say('another process installs the dependencies; waiting for it…');
    waiting = true;
    await sleep(LOCK_POLL_MS);
  }
  return () => rmSync(path, { force: true });
}

/** Creates the lock file with its holder, atomically, unless it exists. */
async function takeLock(path) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(await identifyProcess(process.pid)));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Whether the holder of the lock has ended; its process id may have been reused. */
async function isAbandoned(path) {
  let holder;
  try {
    holder = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    // The lock was released between the two calls, or the file names no process that could release it.
    return error.code !== 'ENOENT';
  }
  return typeof holder?.pid !== 'number' || !(await isRunning(holder));
}

function stampPath(root) {
  return join(root, 'node_modules', '.freehold-lock-sha256');
}

function checksum(text) {
  return createHash('sha256').update(text).digest('hex');
}
