import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isAlive } from '../../system/process-identity.ts';
import { listProcesses } from '../../system/process-list.ts';
import { quoteForShell } from '../../system/quote-for-shell.ts';

/**
 * Ensures that no workerd outlives the local cloud, even when the cloud is killed with SIGKILL.
 *
 * Miniflare starts workerd through a launcher, which records its process id as a file name and then becomes workerd. The
 * launcher also moves Miniflare's entry from a loopback port to a Unix socket that only the owner reaches: the entry takes
 * requests for any Worker and serves the buckets, without the gateway's secret. The cloud itself does not use it.
 *
 * A small shell waits for the end of a pipe that only the cloud holds open, and then kills the recorded processes that are
 * still workerd.
 */
export class Watchdog {
  /** Program that Miniflare starts instead of workerd. */
  readonly launcher: string;
  readonly #notes: string;
  readonly #sockets: string;
  readonly #shell: ChildProcess;

  constructor(runDirectory: string) {
    this.#notes = path.join(runDirectory, 'workerd');
    this.#sockets = path.join(runDirectory, 'entry');
    killNoted(this.#notes);
    rmSync(this.#sockets, { recursive: true, force: true });
    mkdirSync(this.#notes, { recursive: true });
    mkdirSync(this.#sockets, { recursive: true, mode: 0o700 });
    this.launcher = path.join(runDirectory, 'launch-workerd');
    writeFileSync(this.launcher, launcherScript(this.#notes, this.#sockets, findWorkerd()), { mode: 0o755 });
    this.#shell = spawn('/bin/sh', ['-c', reaperScript, 'freehold-watchdog', this.#notes], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    this.#shell.unref();
  }

  /** Removes the records of processes that have ended, because their ids may be reused. */
  prune(): void {
    for (const pid of notedPids(this.#notes)) {
      if (isAlive(pid)) continue;
      rmSync(path.join(this.#notes, String(pid)));
      rmSync(path.join(this.#sockets, String(pid)), { force: true });
    }
  }

  /** Ends the watching process, and with it every workerd that is still running. */
  async stop(): Promise<void> {
    this.#shell.ref();
    const exited = once(this.#shell, 'exit');
    this.#shell.stdin?.end();
    if (this.#shell.exitCode === null) await exited;
  }
}

// The trap is needed because a terminal's Ctrl-C goes to the whole process group.
const reaperScript = `
trap '' INT TERM HUP
while read -r _; do :; done
for note in "$1"/*; do
  pid=\${note##*/}
  case "$(ps -o args= -p "$pid" 2>/dev/null)" in *workerd*serve*) kill -9 "$pid" 2>/dev/null ;; esac
done
rm -rf "$1"
`;

function launcherScript(notes: string, sockets: string, workerd: string): string {
  // The socket has a relative name, since the path of a Unix socket has at most 107 bytes.
  return `#!/bin/sh
: > ${quoteForShell(notes)}/$$
cd ${quoteForShell(sockets)} || exit 1
for argument do
  shift
  case "$argument" in --socket-addr=entry=*) argument="--socket-addr=entry=unix:$$" ;; esac
  set -- "$@" "$argument"
done
exec ${quoteForShell(workerd)} "$@"
`;
}

/** The workerd of the installed Miniflare. */
function findWorkerd(): string {
  const fromMiniflare = createRequire(createRequire(import.meta.url).resolve('miniflare'));
  const workerd: unknown = fromMiniflare('workerd');
  const file = (workerd as { default?: unknown }).default;
  if (typeof file !== 'string') throw new Error('the workerd package does not say where its program is');
  return file;
}

function notedPids(notes: string): number[] {
  try {
    return readdirSync(notes).map(Number).filter(Number.isSafeInteger);
  } catch {
    // No folder: nothing was started here.
    return [];
  }
}

/** Kills processes of an earlier cloud whose watchdog was killed with it. */
function killNoted(notes: string): void {
  const noted = new Set(notedPids(notes));
  const left = noted.size === 0 ? [] : listProcesses().filter(({ pid }) => noted.has(pid));
  // Another program may have got the number since.
  for (const { pid, command } of left) if (command.includes('workerd')) process.kill(pid, 'SIGKILL');
  rmSync(notes, { recursive: true, force: true });
}
