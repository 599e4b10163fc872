import { findGroup, type Group } from './group.ts';
import { Instance } from './instance.ts';
import { KeyedLock } from './keyed-lock.ts';
import type { ScriptRecord } from './records.ts';
import type { ResourceKey } from './resource-key.ts';
import { type RuntimeContext, toRuntimeOptions } from './runtime-options.ts';
import { shareVolumes } from './share-volumes.ts';
import type { WorkerLog } from './worker-log.ts';

/** Sizes and clock of the pool. */
export interface PoolOptions {
  /** Maximum number of processes; the least recently used idle one is stopped to make room. */
  readonly runningMax: number;
  /** Idle time after which a process is stopped, in milliseconds. */
  readonly idleMs: number;
  readonly now: () => number;
  readonly log: WorkerLog;
  /** Called after a process was started: removes the recorded ids of processes that have ended. */
  readonly prune: () => void;
}

/** A script that workerd refused, with workerd's message. */
export interface DeployFailure {
  readonly kind: 'script_failed_to_start';
  readonly message: string;
}

/** Interval between checks for idle processes, in milliseconds. */
const sweepIntervalMs = 30_000;

/** The workerd processes of the cloud: one for each group of connected resources, started on first use. */
export class Pool {
  readonly #context: RuntimeContext;
  readonly #options: PoolOptions;
  readonly #instances = new Set<Instance>();
  readonly #lock = new KeyedLock();
  readonly #sweeper: NodeJS.Timeout;

  constructor(context: RuntimeContext, options: PoolOptions) {
    this.#context = context;
    this.#options = options;
    this.#sweeper = setInterval(() => void this.#sweep(), sweepIntervalMs);
    this.#sweeper.unref();
  }

  /** Number of running processes. */
  get runningCount(): number {
    return this.#instances.size;
  }

  /** Whether a process has the resource open, so that using it is cheap. */
  isRunning(key: ResourceKey): boolean {
    return this.#find(key) !== undefined;
  }

  /** DevTools URLs of the running scripts. */
  get debuggers(): ReadonlyMap<string, string> {
    return new Map([...this.#instances].flatMap((instance) => [...instance.debuggers]));
  }

  /** Runs `work` on the process of a resource, and first starts or changes that process if needed. */
  async use<T>(key: ResourceKey, work: (instance: Instance) => Promise<T>): Promise<T> {
    const { instance, end } = await this.acquire(key);
    try {
      return await work(instance);
    } finally {
      end();
    }
  }

  /** Returns the process of a resource and keeps it running until `end` is called. */
  async acquire(key: ResourceKey): Promise<{ instance: Instance; end: () => void }> {
    for (;;) {
      const instance = this.#find(key);
      if (instance !== undefined) return { instance, end: instance.begin() };
      await this.#arrange(key, undefined, async (group) => {
        if (this.#find(key) === undefined) await this.#run(group);
      });
    }
  }

  /**
   * Runs a script that is not stored yet; `commit` stores it once workerd has accepted it.
   *
   * @returns The start-up time in milliseconds, or why workerd refused. After a refusal the stored script, if any, stays
   * in service.
   */
  async deploy(
    candidate: ScriptRecord,
    commit: (startupMs: number) => void,
  ): Promise<number | DeployFailure> {
    let outcome: number | DeployFailure = 0;
    await this.#arrange(`script:${candidate.name}`, candidate, async (group) => {
      const startedMs = performance.now();
      try {
        await this.#run(group);
      } catch (error) {
        outcome = { kind: 'script_failed_to_start', message: runtimeMessage(error) };
        return;
      }
      outcome = Math.max(1, Math.round(performance.now() - startedMs));
      commit(outcome);
    });
    return outcome;
  }

  /** Stops the process of a resource, if any, and runs `work` before the resource can be opened again. */
  async withdraw(key: ResourceKey, work: () => void): Promise<void> {
    await this.#arrange(key, undefined, async () => {
      for (const instance of this.#instances) if (instance.keys.has(key)) await this.#stop(instance);
      work();
    });
  }

  /** Starts the process of a resource before its first use, if there is room for another process. */
  warm(key: ResourceKey): void {
    if (this.#instances.size >= this.#options.runningMax) return;
    this.acquire(key).then(
      ({ end }) => end(),
      (error: unknown) => this.#options.log.write(`warm ${key}: ${String(error)}`),
    );
  }

  async stop(): Promise<void> {
    clearInterval(this.#sweeper);
    await Promise.all([...this.#instances].map((instance) => this.#stop(instance)));
  }

  #find(key: ResourceKey): Instance | undefined {
    const revision = key.startsWith('script:')
      ? (this.#context.registry.scripts.get(key.slice('script:'.length))?.revision ?? 'deleted')
      : undefined;
    for (const instance of this.#instances) if (instance.serves(key, revision)) return instance;
    return undefined;
  }

  /** Runs `work` while the group of `key` and the processes of its members cannot change. */
  async #arrange(
    key: ResourceKey,
    candidate: ScriptRecord | undefined,
    work: (group: Group) => Promise<void>,
  ): Promise<void> {
    for (;;) {
      const wanted = this.#reach(key, candidate);
      const isDone = await this.#lock.run(wanted.keys, async () => {
        const current = this.#reach(key, candidate);
        // The group changed while we waited: take the locks of the new group instead.
        if (current.keys.some((one) => !wanted.keys.includes(one))) return false;
        if (candidate === undefined && !current.group.keys.includes(key)) throw new ResourceGoneError(key);
        await work(current.group);
        return true;
      });
      if (isDone) return;
    }
  }

  /** The group of a resource and every key that a change of its processes affects. */
  #reach(key: ResourceKey, candidate: ScriptRecord | undefined): { group: Group; keys: ResourceKey[] } {
    const group = findGroup(this.#context.registry, key, candidate);
    const keys = new Set<ResourceKey>([key, ...group.keys]);
    for (const instance of this.#holders(group)) for (const held of instance.keys) keys.add(held);
    return { group, keys: [...keys] };
  }

  #holders(group: Group): Instance[] {
    return [...this.#instances].filter((instance) => group.keys.some((key) => instance.keys.has(key)));
  }

  /** Makes one process run exactly this group. The caller holds the locks of all affected keys. */
  async #run(found: Group): Promise<void> {
    const [first, ...others] = this.#holders(found);
    await Promise.all(others.map((instance) => this.#stop(instance)));
    const { registry, volumes } = this.#context;
    const group = await shareVolumes(found, registry, volumes, async () => {
      if (first !== undefined) await first.stop();
    });
    const instance = first ?? new Instance(this.#context.gatewaySecret, this.#options.log, this.#options.now);
    this.#instances.add(instance);
    try {
      await instance.run(group, toRuntimeOptions(group, this.#context));
    } catch (error) {
      this.#instances.delete(instance);
      throw error;
    }
    this.#options.prune();
    void this.#makeRoom(instance);
  }

  async #stop(instance: Instance): Promise<void> {
    await instance.stop();
    this.#instances.delete(instance);
  }

  async #makeRoom(newest: Instance): Promise<void> {
    const idle = [...this.#instances]
      .filter((instance) => instance !== newest && instance.isReady && instance.isIdle)
      .sort((left, right) => left.lastUsedMs - right.lastUsedMs);
    const surplus = this.#instances.size - this.#options.runningMax;
    for (const instance of idle.slice(0, Math.max(0, surplus))) await this.#evict(instance);
  }

  async #sweep(): Promise<void> {
    const oldestMs = this.#options.now() - this.#options.idleMs;
    for (const instance of this.#instances) if (instance.lastUsedMs < oldestMs) await this.#evict(instance);
  }

  async #evict(instance: Instance): Promise<void> {
    await this.#lock.run([...instance.keys], async () => {
      if (instance.isIdle) await this.#stop(instance);
    });
  }
}

/** Thrown when a resource was deleted between the check that it exists and its use. */
export class ResourceGoneError extends Error {
  readonly key: ResourceKey;

  constructor(key: ResourceKey) {
    super(`${key} no longer exists`);
    this.key = key;
  }
}

/** workerd's message about the script within Miniflare's error. */
function runtimeMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, stderr] = message.split('Runtime stderr:\n');
  return (stderr ?? message).replaceAll(/service core:user:[^:]+: /gu, '').trim();
}
