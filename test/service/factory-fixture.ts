import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { OperationKind } from '../../schema/factory/operation-kinds.ts';
import type { OperationStep } from '../../schema/factory/operation-messages.ts';
import { hasEnded, type OperationStatus } from '../../schema/factory/operation-states.ts';
import { newId } from '../../schema/model/ids.ts';
import { type FreeholdHome, freeholdHome, projectRoot } from '../../system/home/home.ts';
import { ensurePlatformKeys, ensureSecrets, type Secrets } from '../../system/home/secrets.ts';
import type { CloudReady, ServiceMessage, ServiceReady } from '../../system/part-messages.ts';
import { choosePorts } from '../../system/testing/choose-ports.ts';

/** Variables of the ports on which the service or its Restate listens. */
const servicePorts = ['FREEHOLD_AUTOMATION_PORT', 'FREEHOLD_RESTATE_ENDPOINT_PORT'];

/** Time limit of a test's operation. */
const operationTimeoutMs = 60_000;

/** The `operations` row, with the fields that tests read. */
export interface OperationRow {
  readonly status: OperationStatus;
  readonly steps: readonly OperationStep[];
  readonly apiCalls: number;
  readonly reason?: string;
}

/**
 * The service process and the local cloud, for tests of the service itself: they write the rows that the platform's
 * Worker would write, so that a test needs no sign-in.
 */
export class FactoryFixture {
  readonly home: FreeholdHome;
  readonly #path: string;
  #secrets: Secrets | undefined;
  #cloud: ChildProcess | undefined;
  #cloudReady: CloudReady | undefined;
  /** The same at every start of the service: Restate calls its handlers at their previous address. */
  readonly #ports: Readonly<Record<string, number>>;
  service: ChildProcess | undefined;
  ready: ServiceReady | undefined;

  private constructor(home: FreeholdHome, path: string, ports: Readonly<Record<string, number>>) {
    this.home = home;
    this.#path = path;
    this.#ports = ports;
  }

  /**
   * @param path PATH on which Pulumi is found.
   * @param name Beginning of the home's name.
   */
  static async create(path: string, name = 'freehold-service-'): Promise<FactoryFixture> {
    const root = await mkdtemp(join(tmpdir(), name));
    return new FactoryFixture(freeholdHome({ FREEHOLD_HOME: root }), path, await choosePorts(servicePorts));
  }

  /** A service on another machine: its own home with the secrets of this factory, and the same cloud. */
  async addMachine(name?: string): Promise<FactoryFixture> {
    const other = await FactoryFixture.create(this.#path, name);
    await ensurePlatformKeys(this.home);
    await Promise.all([
      cp(this.home.secretsFile, other.home.secretsFile),
      cp(this.home.signingKeyFile, other.home.signingKeyFile),
    ]);
    other.#secrets = this.#secrets;
    other.#cloudReady = this.#cloudReady;
    return other;
  }

  async startCloud(): Promise<void> {
    this.#secrets = await ensureSecrets(this.home);
    this.#cloud = this.#fork('local/main.ts', 'cloud', {
      FREEHOLD_CLOUD_DIRECTORY: this.home.cloudDirectory,
      FREEHOLD_CLOUD_ACCOUNT_ID: this.#secrets.cloudflareAccountId,
      FREEHOLD_CLOUD_API_TOKEN: this.#secrets.cloudflareApiToken,
      FREEHOLD_ISSUER_SECRET: this.#secrets.issuerSecret,
      FREEHOLD_CLOUD_API_PORT: '0',
      FREEHOLD_EDGE_PORT: '0',
      FREEHOLD_ISSUER_PORT: '0',
    });
    this.#cloudReady = await waitForMessage<CloudReady>(this.#cloud, (message) => message.type === 'ready');
  }

  /** @param settings Variables of the service in addition to those of its cloud. */
  async startService(settings: Readonly<Record<string, string>> = {}): Promise<ServiceReady> {
    this.ready = await this.beginService(settings);
    return this.ready;
  }

  /** Starts the service; the result settles when it is ready and rejects when it ends before. */
  beginService(settings: Readonly<Record<string, string>> = {}): Promise<ServiceReady> {
    const { cloudReady } = this.#parts();
    this.service = this.#fork('automation/main.ts', 'service', {
      ...Object.fromEntries(Object.entries(this.#ports).map(([name, port]) => [name, String(port)])),
      ...settings,
      FREEHOLD_PLATFORM_URL: cloudReady.edge,
      FREEHOLD_ISSUER_URL: cloudReady.issuerName,
      FREEHOLD_ZONE_ID: cloudReady.zoneId,
      FREEHOLD_ACCOUNTS_ZONE_ID: cloudReady.accountsZoneId,
      CLOUDFLARE_BASE_URL: cloudReady.cloudflareApi,
    });
    return waitForMessage<ServiceReady>(this.service, (message) => message.type === 'ready');
  }

  /** Stops the service with a signal and returns its exit code. */
  async endService(signal: NodeJS.Signals): Promise<number | null> {
    const { service } = this;
    if (service === undefined || service.exitCode !== null || service.signalCode !== null) return null;
    const exited = once(service, 'exit') as Promise<[number | null]>;
    service.kill(signal);
    return (await exited)[0];
  }

  async remove(): Promise<void> {
    await this.endService('SIGTERM');
    const cloud = this.#cloud;
    if (cloud !== undefined && cloud.exitCode === null) {
      const exited = once(cloud, 'exit');
      cloud.kill('SIGTERM');
      await exited;
    }
    await rm(this.home.root, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Writes an account's row as a sign-up does. */
  async newAccount(slug: string): Promise<string> {
    const id = newId('acc', Date.now());
    await this.#insert('accounts', id, {
      name: `Firm ${slug}`,
      slug,
      plan: 'standard',
      region: 'eu',
      status: 'provisioning',
      placement: 'script',
      cell: 'default',
      routingEpoch: 1,
    });
    return id;
  }

  /** Writes an operation's row and hands it to the service, signed, as the platform does. */
  async begin(kind: OperationKind, accountId: string, slug: string, confirm?: string): Promise<string> {
    const operationId = newId('op', Date.now());
    const input = confirm === undefined ? {} : { confirm };
    await this.#insert('operations', operationId, {
      kind,
      accountId,
      input,
      status: 'queued',
      steps: [],
      apiCalls: 0,
      revision: 0,
    });
    const body = this.requestFor(operationId, kind, accountId, slug, input);
    const response = await this.signed('POST', '/v1/operations', body);
    if (response.status !== 202) throw new Error(`the service refused: ${await response.text()}`);
    return operationId;
  }

  /** The platform's message that begins an operation, as JSON text. */
  requestFor(operationId: string, kind: OperationKind, accountId: string, slug: string, input = {}): string {
    const account = { id: accountId, slug, region: 'eu', placement: 'script', cell: 'default' };
    return JSON.stringify({ operationId, kind, account, input });
  }

  async operation(operationId: string): Promise<OperationRow> {
    const [row] = await this.#query('select body from operations where id = ?', [operationId]);
    return JSON.parse(String(row?.body)) as OperationRow;
  }

  /** Waits for the operation's end; fails with the service's log at the time limit. */
  async ended(operationId: string): Promise<OperationRow> {
    const deadlineMs = Date.now() + operationTimeoutMs;
    for (;;) {
      const row = await this.operation(operationId);
      if (hasEnded(row.status)) return row;
      if (Date.now() > deadlineMs) {
        throw new Error(
          `operation ${operationId} has not ended: ${JSON.stringify(row)}\n${await this.log()}`,
        );
      }
      await sleep(50);
    }
  }

  async perform(
    kind: OperationKind,
    accountId: string,
    slug: string,
    confirm?: string,
  ): Promise<OperationRow> {
    return this.ended(await this.begin(kind, accountId, slug, confirm));
  }

  /** A signed request to the service. */
  signed(method: 'GET' | 'POST', path: string, body = '', sentAt = new Date()): Promise<Response> {
    return this.send(method, path, body, this.sign(method, path, body, sentAt));
  }

  sign(method: string, path: string, body: string, sentAt: Date): Record<string, string> {
    const id = newId('msg', Date.now());
    return {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': new Webhook(this.#parts().secrets.automationSecret).sign(
        id,
        sentAt,
        `${method} ${path}\n${body}`,
      ),
    };
  }

  send(method: string, path: string, body: string, headers: Record<string, string>): Promise<Response> {
    return fetch(`${this.ready?.automation}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === '' ? {} : { body }),
    });
  }

  /** A call to the v4 API, below the Cloudflare account. */
  async cloudflare<Result>(method: string, path: string, body?: unknown): Promise<Result> {
    const { secrets, cloudReady } = this.#parts();
    const url = `${cloudReady.cloudflareApi}/accounts/${secrets.cloudflareAccountId}${path}`;
    const response = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${secrets.cloudflareApiToken}`,
        'content-type': 'application/json',
        'cf-r2-jurisdiction': 'eu',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return ((await response.json()) as { result: Result }).result;
  }

  /** A call to the local cloud's API for tests: faults and recorded calls. */
  async local<Result>(method: string, path: string, body?: unknown): Promise<Result> {
    const { secrets, cloudReady } = this.#parts();
    const response = await fetch(`${new URL(cloudReady.cloudflareApi).origin}/__local${path}`, {
      method,
      headers: {
        authorization: `Bearer ${secrets.cloudflareApiToken}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Result;
  }

  /** Makes one call of Cloudflare's API hang, and returns a function that waits for it; fails at the time limit. */
  async hang(method: string, pathPattern: string, effect: 'before' | 'after'): Promise<() => Promise<void>> {
    const fault = { match: { method, pathPattern }, effect, action: 'hang', times: 1 };
    const { result } = await this.local<{ result: { id: number } }>('POST', '/faults', fault);
    return async () => {
      const deadlineMs = Date.now() + 30_000;
      for (;;) {
        const pending = await this.local<{ result: { id: number }[] }>('GET', '/faults');
        if (!pending.result.some(({ id }) => id === result.id)) return;
        if (Date.now() > deadlineMs) throw new Error(`no call ${method} ${pathPattern} came`);
        await sleep(10);
      }
    };
  }

  /** The service's log, for a test that fails. */
  async log(): Promise<string> {
    return readFile(join(this.home.root, 'service.log'), 'utf8');
  }

  async #insert(table: string, id: string, body: object): Promise<void> {
    const now = new Date().toISOString();
    const tracking = { createdAt: now, createdBy: 'test', updatedAt: now, updatedBy: 'test', version: 1 };
    await this.#query(`insert into ${table} (id, body) values (?, ?)`, [
      id,
      JSON.stringify({ ...body, ...tracking }),
    ]);
  }

  async #query(sql: string, params: readonly string[]): Promise<readonly Record<string, unknown>[]> {
    const path = `/d1/database/${this.ready?.platformDatabaseId}/query`;
    const [answer] = await this.cloudflare<{ results: Record<string, unknown>[] }[]>('POST', path, {
      sql,
      params,
    });
    return answer?.results ?? [];
  }

  #parts(): { readonly secrets: Secrets; readonly cloudReady: CloudReady } {
    if (this.#secrets === undefined || this.#cloudReady === undefined)
      throw new Error('the cloud is not started');
    return { secrets: this.#secrets, cloudReady: this.#cloudReady };
  }

  #fork(file: string, name: string, env: Record<string, string>): ChildProcess {
    const child = fork(join(projectRoot, file), {
      env: {
        PATH: this.#path,
        FREEHOLD_HOME: this.home.root,
        NODE_COMPILE_CACHE: this.home.compileCacheDirectory,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const log = createWriteStream(join(this.home.root, `${name}.log`), { flags: 'a' });
    child.stdout?.pipe(log);
    child.stderr?.pipe(log);
    return child;
  }
}

function waitForMessage<Message extends { readonly type: string }>(
  child: ChildProcess,
  isIt: (message: ServiceMessage | Message) => boolean,
): Promise<Message> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null, signal: string | null) =>
      reject(new Error(`it ended with ${signal ?? code} before it was ready`));
    child.once('exit', onExit);
    child.on('message', (message: Message) => {
      if (message.type === 'failed') reject(new Error(JSON.stringify(message)));
      if (!isIt(message)) return;
      child.off('exit', onExit);
      resolve(message);
    });
  });
}
