import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Logger } from '../../system/logger.ts';

/** A warm program process, lent to one `pulumi` run. */
export interface ProgramLease {
  /** Where the engine reaches the language server: what `pulumi --client` takes. */
  readonly address: string;
  /**
   * Returns the process to the pool. After a failed run it is replaced, because the program may have left it in any
   * state.
   */
  release(outcome: 'good' | 'suspect'): void;
}

/** The program processes of the service. */
export interface ProgramPool {
  /** Lends a process; waits while all are busy. */
  lease(): Promise<ProgramLease>;
  /** Ends all processes and waits until they are gone. */
  close(): Promise<void>;
}

export interface ProgramPoolOptions {
  /** Largest number of programs that run at once. */
  readonly size: number;
  /** A process is replaced after this many runs. Default 50. */
  readonly runsPerProcessMax?: number;
  /** Folder of the releases that contain the programs. */
  readonly releasesDirectory: string;
  /** The complete environment of the processes. */
  readonly env: Readonly<Record<string, string>>;
  readonly logger: Logger;
  /** The script to run. Default: the program host in this folder. */
  readonly script?: string;
}

interface Host {
  readonly child: ChildProcess;
  readonly address: Promise<string>;
  runs: number;
  busy: boolean;
}

/**
 * Starts the first program process now, so that the first operation does not wait for it; the others start on demand.
 */
export function createProgramPool(options: ProgramPoolOptions): ProgramPool {
  const runsPerProcessMax = options.runsPerProcessMax ?? 50;
  const hosts = new Set<Host>();
  const waiting: ((host: Host) => void)[] = [];
  let closed = false;

  const start = (): Host => {
    const child = fork(
      options.script ?? join(import.meta.dirname, 'program-host.ts'),
      [options.releasesDirectory],
      {
        env: options.env,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    const address = new Promise<string>((resolve, reject) => {
      child.once('message', (message: { port: number }) => resolve(`127.0.0.1:${message.port}`));
      child.once('exit', (code, signal) =>
        reject(new Error(`the program process ended (${signal ?? code})`)),
      );
      child.once('error', reject);
    });
    // The lease of this host rejects with it. A host that dies while idle must not end the service.
    address.catch(() => {});
    const host: Host = { child, address, runs: 0, busy: false };
    hosts.add(host);
    child.once('exit', () => {
      hosts.delete(host);
      if (!closed) lendNext();
    });
    return host;
  };

  const lendNext = (): void => {
    while (waiting.length > 0 && !closed) {
      const idle = [...hosts].find((host) => !host.busy) ?? (hosts.size < options.size ? start() : undefined);
      if (idle === undefined) return;
      idle.busy = true;
      waiting.shift()?.(idle);
    }
  };

  const retire = (host: Host): void => {
    hosts.delete(host);
    host.child.kill('SIGTERM');
  };

  start();
  return {
    async lease() {
      if (closed) throw new Error('the program pool is closed');
      const host = await new Promise<Host>((resolve) => {
        waiting.push(resolve);
        lendNext();
      });
      host.runs += 1;
      let address: string;
      try {
        address = await host.address;
      } catch (error) {
        hosts.delete(host);
        lendNext();
        throw error;
      }
      let released = false;
      return {
        address,
        release(outcome) {
          if (released) return;
          released = true;
          host.busy = false;
          if (outcome === 'suspect' || host.runs >= runsPerProcessMax) {
            options.logger.debug('replacing a program process', { outcome, runs: host.runs });
            retire(host);
            // Keep one process warm for the next operation.
            if (!closed && hosts.size === 0) start();
          }
          lendNext();
        },
      };
    },
    async close() {
      closed = true;
      const children = [...hosts].map(({ child }) => child).filter((child) => child.exitCode === null);
      const gone = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
      for (const child of children) child.kill('SIGTERM');
      const timer = setTimeout(() => {
        for (const child of children) child.kill('SIGKILL');
      }, 2_000);
      await Promise.all(gone);
      clearTimeout(timer);
    },
  };
}
