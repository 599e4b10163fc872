import {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
} from 'node:http';
import { text } from 'node:stream/consumers';
import type { Miniflare } from 'miniflare';
import type { Group } from './group.ts';
import { launchMiniflare } from './load-miniflare.ts';
import type { RuntimeOptions } from './miniflare-options.ts';
import type { ResourceKey } from './resource-key.ts';
import { gatewayName } from './runtime-options.ts';
import type { WorkerLog } from './worker-log.ts';

/** A call to the gateway Worker: an operation and a binding. */
export interface GatewayCall {
  readonly operation: string;
  readonly target: ResourceKey;
  readonly method?: string;
  /** The full URL that the Worker sees. */
  readonly url?: string;
  readonly headers?: OutgoingHttpHeaders | readonly string[];
}

/** How long a reconfiguration waits for active calls before it cuts them off, in milliseconds. */
export const drainTimeoutMs = 2000;

/**
 * Each request has its own connection: workerd closes a reused connection if it does not get to the next request within
 * 5 s, so a busy Worker would lose requests. On the loopback interface new connections are cheap.
 */
const agentOptions = { keepAlive: false };

/** One workerd process with its open resources. */
export class Instance {
  keys: ReadonlySet<ResourceKey> = new Set();
  lastUsedMs: number;
  readonly #secret: string;
  readonly #log: WorkerLog;
  readonly #now: () => number;
  #miniflare: Miniflare | undefined;
  #revisions = new Map<string, string>();
  #endpoint: URL | undefined;
  #inspector: URL | undefined;
  #agent = new Agent(agentOptions);
  #generation = 0;
  #isReady = false;
  #callCount = 0;
  #drained: (() => void) | undefined;

  constructor(secret: string, log: WorkerLog, now: () => number) {
    this.#secret = secret;
    this.#log = log;
    this.#now = now;
    this.lastUsedMs = now();
  }

  /** Whether calls can be sent. False while (re)starting, after `stop()` and after workerd has died. */
  get isReady(): boolean {
    return this.#isReady;
  }

  get isIdle(): boolean {
    return this.#callCount === 0;
  }

  /**
   * DevTools URLs by script name; empty when the cloud was started without `inspect`. workerd names the isolate of a
   * Worker after its service (`core:user:<script>` in Miniflare's configuration).
   */
  get debuggers(): ReadonlyMap<string, string> {
    const inspector = this.#inspector;
    if (inspector === undefined || !this.#isReady) return new Map();
    const scripts = [...this.#revisions.keys()].map((key) => key.slice('script:'.length));
    return new Map(scripts.map((name) => [name, `ws://${inspector.host}/core:user:${name}`]));
  }

  /** Whether it has the resource and, for a script, runs that revision of it. */
  serves(key: ResourceKey, revision: string | undefined): boolean {
    return this.#isReady && this.keys.has(key) && this.#revisions.get(key) === revision;
  }

  /**
   * Starts or restarts workerd with these resources.
   *
   * @throws Miniflare's error when workerd refuses the configuration or a script fails at start-up; the instance is then
   * stopped.
   */
  async run(group: Group, options: RuntimeOptions): Promise<void> {
    await this.#drain();
    const handleRuntimeStdio = (stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream): void =>
      this.#watch(stdout, stderr);
    try {
      if (this.#miniflare === undefined) {
        this.#miniflare = await launchMiniflare({ ...options, handleRuntimeStdio });
        await this.#miniflare.ready;
      } else {
        await this.#miniflare.setOptions({ ...options, handleRuntimeStdio });
      }
      this.#endpoint = await this.#miniflare.unsafeGetDirectURL(gatewayName);
      this.#inspector =
        options.inspectorPort === undefined ? undefined : await this.#miniflare.getInspectorURL();
    } catch (error) {
      await this.stop();
      throw error;
    }
    this.keys = new Set(group.keys);
    this.#revisions = new Map(group.scripts.map((script) => [`script:${script.name}`, script.revision]));
    this.#isReady = true;
  }

  /** Stops workerd. Data stays on disk. Never throws. */
  async stop(): Promise<void> {
    await this.#drain();
    this.#generation += 1;
    // After a failed start this rejects with the error that was already reported.
    await this.#miniflare?.dispose().catch(() => undefined);
    this.#miniflare = undefined;
    this.keys = new Set();
  }

  /** Counts a call as active until the returned function is called. */
  begin(): () => void {
    this.#callCount += 1;
    this.lastUsedMs = this.#now();
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      this.#callCount -= 1;
      this.lastUsedMs = this.#now();
      if (this.#callCount === 0) this.#drained?.();
    };
  }

  /** Opens a request to the gateway; the caller writes and ends the body. */
  open(call: GatewayCall): ClientRequest {
    if (this.#endpoint === undefined) throw new Error('the workerd instance was never started');
    const own = {
      'x-freehold-gateway': this.#secret,
      'x-freehold-op': call.operation,
      'x-freehold-target': call.target,
    };
    const given = call.headers ?? {};
    return request({
      host: this.#endpoint.hostname,
      port: this.#endpoint.port,
      agent: this.#agent,
      method: call.method ?? 'POST',
      path: call.url ?? 'http://gateway/',
      headers: Array.isArray(given) ? [...given, ...Object.entries(own).flat()] : { ...given, ...own },
    });
  }

  /** Sends a body to the gateway and returns the response; the caller reads its body. */
  async send(call: GatewayCall, body?: string | Uint8Array): Promise<IncomingMessage> {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const sent = this.open(call);
    sent.on('response', resolve).on('error', reject);
    sent.end(body);
    return await promise;
  }

  /** Sends JSON to the gateway and parses the JSON response. Throws on any status except 200. */
  async sendJson(call: GatewayCall, body: unknown): Promise<unknown> {
    const answer = await this.send(
      { ...call, headers: { 'content-type': 'application/json' } },
      JSON.stringify(body),
    );
    const content = await text(answer);
    if (answer.statusCode !== 200) {
      throw new Error(`${call.operation} of ${call.target} answered ${answer.statusCode}: ${content}`);
    }
    return JSON.parse(content);
  }

  async #drain(): Promise<void> {
    this.#isReady = false;
    if (this.#callCount > 0) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#drained = resolve;
      const timer = setTimeout(resolve, drainTimeoutMs);
      await promise;
      clearTimeout(timer);
      this.#drained = undefined;
    }
    this.#agent.destroy();
    this.#agent = new Agent(agentOptions);
  }

  #watch(stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream): void {
    this.#generation += 1;
    const generation = this.#generation;
    this.#log.follow(stdout);
    this.#log.follow(stderr);
    // The end of its output shows that workerd has ended, for any reason.
    stdout.on('end', () => {
      if (generation === this.#generation) this.#isReady = false;
    });
  }
}
