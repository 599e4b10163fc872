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
  /** Processes that may run at once; the least recently used idle one makes room. */
  readonly runningMax: number;
  /** Idle time after which a process is stopped, in milliseconds. */
  readonly idleMs: number;
  readonly now: () => number;
  readonly log: WorkerLog;
  /** Called after a process was started: forgets the ids of processes that have ended. */
  readonly prune: () => void;
}

/** A script that workerd refused, with workerd's own words. */
export interface DeployFailure {
  readonly kind: 'script_failed_to_start';
  readonly message: string;
}

/** How often idle processes are looked for, in milliseconds. */
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

  /** Processes that run now. */
  get runningCount(): number {
    return this.#instances.size;
  }

  /** Whether the resource is open in a process now, so that asking it is cheap. */
  isRunning(key: ResourceKey): boolean {
    return this.#find(key) !== undefined;
  }

  /** Where DevTools attach to each script that runs now. */
  get debuggers(): ReadonlyMap<string, string> {
    return new Map([...this.#instances].flatMap((instance) => [...instance.debuggers]));
  }

  /** Runs `work` on the process that holds a resource, starting or changing that process first if needed. */
  async use<T>(key: ResourceKey, work: (instance: Instance) => Promise<T>): Promise<T> {
    const { instance, end } = await this.acquire(key);
    try {
      return await work(instance);
    } finally {
      end();
    }
  }

  /** Gives the process that holds a resource and keeps it from being stopped until `end` is called. */
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
   * @returns The time that the start took in milliseconds, or why workerd refused. The stored script, if
   * there is one, goes on to be served after a refusal.
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

  /** Stops the process that holds a resource, if any, and runs `work` before anything can open it again. */
  async withdraw(key: ResourceKey, work: () => void): Promise<void> {
    await this.#arrange(key, undefined, async () => {
      for (const instance of this.#instances) if (instance.keys.has(key)) await this.#stop(instance);
      work();
    });
  }

  /** Starts the process of a resource ahead of its first use, when there is room for one more. */
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

  /** Runs `work` while nothing else can change the group of `key` or the processes that hold its members. */
  async #arrange(
    key: ResourceKey,
    candidate: ScriptRecord | undefined,
    work: (group: Group) => Promise<void>,
  ): Promise<void> {
    for (;;) {
      const wanted = this.#reach(key, candidate);
      const isDone = await this.#lock.run(wanted.keys, async () => {
        const current = this.#reach(key, candidate);
        // Somebody regrouped while we waited: take the locks of the new group instead.
        if (current.keys.some((one) => !wanted.keys.includes(one))) return false;
        if (candidate === undefined && !current.group.keys.includes(key)) throw new ResourceGoneError(key);
        await work(current.group);
        return true;
      });
      if (isDone) return;
    }
  }

  /** The group of a resource and every key that a change of its processes touches. */
  #reach(key: ResourceKey, candidate: ScriptRecord | undefined): { group: Group; keys: ResourceKey[] } {
    const group = findGroup(this.#context.registry, key, candidate);
    const keys = new Set<ResourceKey>([key, ...group.keys]);
    for (const instance of this.#holders(group)) for (const held of instance.keys) keys.add(held);
    return { group, keys: [...keys] };
  }

  #holders(group: Group): Instance[] {
    return [...this.#instances].filter((instance) => group.keys.some((key) => instance.keys.has(key)));
  }

  /** Makes one process hold exactly this group. The locks of all keys concerned are held by the caller. */
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
    super(`${key} does not exist any more`);
    this.key = key;
  }
}

/** The part of Miniflare's error that workerd wrote about the script. */
function runtimeMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, stderr] = message.split('Runtime stderr:\n');
  return (stderr ?? message).replaceAll(/service core:user:[^:]+: /gu, '').trim();
}
