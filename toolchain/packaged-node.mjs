// Runs on the machine's Node (20 or newer): finds the Node among the packages and starts it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';

/** The first version of Node that strips types and has `node:sqlite` without a flag. */
const NODE_MIN = [22, 18];

/** Disables usage reports, update checks and plugin downloads in everything that the project starts. */
const QUIET = {
  DO_NOT_TRACK: '1',
  NO_UPDATE_NOTIFIER: '1',
  PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
  PULUMI_SKIP_UPDATE_CHECK: 'true',
  SCARF_ANALYTICS: 'false',
  WRANGLER_SEND_METRICS: 'false',
};

/**
 * Runs a file on a Node that can run TypeScript and exits as it did. Forwards SIGINT, SIGTERM and SIGHUP; the end of
 * the child's IPC channel shows it that this process was killed.
 *
 * @param {string} root Project folder.
 * @param {string[]} args File and its arguments.
 * @param {NodeJS.ProcessEnv} env
 */
export async function runOnPackagedNode(root, args, env) {
  const node = findNode(root);
  const child = spawn(node, args, {
    env: { ...QUIET, ...env, PATH: pathWith(join(root, 'node_modules', '.bin'), env.PATH) },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  const stopWatching = watchNpm(env, () => child.kill('SIGTERM'));
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (...ended) => resolve(ended));
  });
  for (const name of signals) process.off(name, forward);
  stopWatching();
  process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
}

/** Under `npm run` this process would outlive a killed npm and its shell, and nothing would stop it. */
function watchNpm(env, onGone) {
  if (env.npm_lifecycle_event === undefined) return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 500);
  return () => clearInterval(timer);
}

function findNode(root) {
  const packaged = join(root, 'node_modules', '.bin', 'node');
  for (const candidate of [packaged, process.execPath]) {
    if (candidate === packaged && !existsSync(packaged)) continue;
    const { stdout, status } = spawnSync(candidate, ['--version'], { encoding: 'utf8' });
    if (status === 0 && isNewEnough(stdout)) return candidate;
  }
  throw new Error(
    `no Node.js of this machine runs the project: the packages bring none for ${process.platform} ${process.arch} ` +
      `and the installed one is ${process.version}; install Node.js ${NODE_MIN.join('.')} or newer`,
  );
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.trim().slice(1).split('.').map(Number);
  return major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1]);
}

function pathWith(first, path = '') {
  const rest = path.split(delimiter).filter((entry) => entry !== first);
  return [first, ...rest].join(delimiter);
}
