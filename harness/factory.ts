import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Endpoints } from '../system/home/endpoints.ts';
import { projectRoot } from './project-root.ts';

/** Test files run in parallel, so their factories use free ports instead of the usual ones. */
const anyPorts = Object.fromEntries(
  ['EDGE', 'CLOUD_API', 'ISSUER', 'AUTOMATION', 'RESTATE_ENDPOINT'].map((name) => [
    `FREEHOLD_${name}_PORT`,
    '0',
  ]),
);

const BOOT_TIMEOUT_MS = 90_000;
const STOP_TIMEOUT_MS = 30_000;

/**
 * A whole factory as a user starts it: `freehold dev --headless` with its own FREEHOLD_HOME and free ports. Stopped by
 * SIGTERM; its home is removed by {@link Factory.remove}.
 */
export class Factory {
  readonly home: string;
  #child: ChildProcess | undefined;
  #endpoints: Endpoints | undefined;

  /** Folder of the sources that it runs from. */
  readonly root: string;

  /**
   * @param home Default: a new folder.
   * @param root Default: the project itself.
   */
  constructor(home: string = mkdtempSync(join(tmpdir(), 'freehold-test-')), root: string = projectRoot) {
    this.home = home;
    this.root = root;
  }

  get endpoints(): Endpoints {
    if (this.#endpoints === undefined) throw new Error('the factory is not running; call start() first');
    return this.#endpoints;
  }

  /** Process id of the supervisor. */
  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error('the factory is not running; call start() first');
    return pid;
  }

  /** The environment in which the project's command line finds this factory. */
  get environment(): NodeJS.ProcessEnv {
    return { ...inheritedEnvironment(), FREEHOLD_HOME: this.home, ...anyPorts };
  }

  /**
   * @param settings Further variables of the factory, such as `FREEHOLD_CLOUD_INSPECT`.
   * @param flags Further flags of `npm start`.
   */
  async start(settings: NodeJS.ProcessEnv = {}, flags: readonly string[] = []): Promise<this> {
    const log = openSync(join(this.home, 'supervisor.log'), 'a');
    const child = spawn(process.execPath, ['cli/main.ts', 'dev', '--headless', ...flags], {
      cwd: this.root,
      env: { ...this.environment, ...settings },
      stdio: ['ignore', log, log],
    });
    this.#child = child;
    const file = join(this.home, 'endpoints.json');
    const startedMs = Date.now();
    const deadlineMs = startedMs + BOOT_TIMEOUT_MS;
    // A killed factory leaves its old file, which the next start removes shortly after it begins.
    while ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < startedMs) {
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadlineMs) {
        const said = readFileSync(join(this.home, 'supervisor.log'), 'utf8');
        throw new Error(`the factory did not start (exit ${child.exitCode}); it said:\n${said}`);
      }
      await sleep(50);
    }
    this.#endpoints = JSON.parse(readFileSync(file, 'utf8')) as Endpoints;
    return this;
  }

  /** Stops the supervisor by SIGTERM and returns its exit code. */
  async stop(): Promise<number | null> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null) return child?.exitCode ?? null;
    const exited = once(child, 'exit') as Promise<[number | null]>;
    child.kill('SIGTERM');
    const outcome = await Promise.race([exited, sleep(STOP_TIMEOUT_MS, undefined, { ref: false })]);
    if (outcome === undefined) {
      child.kill('SIGKILL');
      throw new Error(`the factory did not stop within ${STOP_TIMEOUT_MS} ms of SIGTERM`);
    }
    this.#endpoints = undefined;
    return outcome[0];
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The caller's environment without variables that select another factory, backend or Pulumi home. */
function inheritedEnvironment(): NodeJS.ProcessEnv {
  // The only place in the tests that reads the environment; child processes get an explicit one.
  // biome-ignore lint/style/noProcessEnv: this file is the environment boundary of the tests
  const entries = Object.entries(process.env);
  return Object.fromEntries(
    entries.filter(([name]) => !/^(FREEHOLD_(?!PULUMI$)|PULUMI_|CLOUDFLARE_|VITEST)/.test(name)),
  );
}
