import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AccountAnswer,
  ADA,
  cloudflare,
  freehold,
  operationEnded,
  request,
  signUp,
  startOperation,
  tokenFor,
} from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';
import { clearFaults, injectFault } from '../../harness/faults.ts';
import { requestWithHost } from '../../harness/raw-request.ts';

const SLUG = 'harbourvale';

interface DoorAnswer {
  readonly status: number;
  readonly type: unknown;
}

describe('the standing of an account', { timeout: 120_000 }, () => {
  const factory = new Factory();
  let account: AccountAnswer;
  let ada: string;
  let operator: string;
  let token: string;

  beforeAll(async () => {
    await factory.start();
    ada = await tokenFor(factory, ADA);
    operator = await tokenFor(factory, 'operator@freehold.example', { role: 'operator' });
    const signedUp = await signUp(factory, ada, SLUG);
    account = signedUp.body.account;
    const operation = await operationEnded(factory, ada, signedUp.body.operation.id);
    expect(operation.status, operation.reason).toBe('succeeded');
    token = await tokenFor(factory, ADA, { account: SLUG });
  });
  afterAll(() => factory.remove());

  /** Sends a request to the platform's path, the firm's host and the host of the account's own Worker. */
  async function atEachDoor(path: string, body?: object): Promise<readonly DoorAnswer[]> {
    const { edge, platform, zone, accountsZone } = factory.endpoints;
    const doors = [
      [new URL(platform).hostname, `/a/${SLUG}${path}`],
      [`${SLUG}.${zone}`, path],
      [`${account.id}.${accountsZone}`, path],
    ] as const;
    return await Promise.all(
      doors.map(async ([host, at]) => {
        const { status, text } = await requestWithHost(edge, host, at, {
          token,
          ...(body === undefined
            ? {}
            : {
                method: 'POST',
                headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
                body: JSON.stringify(body),
              }),
        });
        return { status, type: (JSON.parse(text) as { type?: unknown }).type };
      }),
    );
  }

  const everywhere = (status: number, type?: string): readonly DoorAnswer[] =>
    Array.from({ length: 3 }, () => ({
      status,
      type: type === undefined ? undefined : `urn:freehold:problem:${type}`,
    }));

  it('admits the first administrator at every host as soon as the account is active', async () => {
    expect(await atEachDoor('/v1/me')).toEqual(everywhere(200));
    expect(await atEachDoor('/v1/clients', { lastName: 'Vale' })).toEqual(everywhere(201));
  });

  it('is in the account’s database: its Worker contains no data of the firm', async () => {
    const answer = await cloudflare<{ bindings: readonly Record<string, unknown>[] }>(
      factory,
      `/workers/scripts/fh-${account.id}/settings`,
    );
    const { bindings } = answer.body.result;
    expect(bindings.map(({ name }) => name).sort()).toEqual([
      'ACCOUNT_ID',
      'DB',
      'DOCUMENTS',
      'PLATFORM_PUBLIC_KEY',
      'RATE_LIMIT',
      'RELEASE',
      'ZONE',
    ]);
    expect(JSON.stringify(bindings)).not.toContain(SLUG);
  });

  it('can only be written by the platform', async () => {
    const host = `${account.id}.${factory.endpoints.accountsZone}`;
    for (const sender of [undefined, token, operator]) {
      const answer = await requestWithHost(factory.endpoints.edge, host, '/internal/v1/standing', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: '{}',
        ...(sender === undefined ? {} : { token: sender }),
      });
      expect(answer.status).toBe(401);
    }
  });

  it('closes every host, including its own Worker’s, with the request for an offboarding', async () => {
    // The offboarding makes no progress, so that the Worker still exists.
    await injectFault(factory, {
      match: { method: 'GET', pathPattern: '/r2/buckets/[^/]+/objects$' },
      ...{ effect: 'before', action: 'status', status: 400, times: 1 },
    });
    const started = await startOperation(factory, operator, SLUG, { kind: 'offboard', confirm: SLUG });
    expect(started.status, started.text).toBe(202);
    expect(await atEachDoor('/v1/clients')).toEqual(everywhere(403, 'account-offboarding'));
    expect(await atEachDoor('/v1/clients', { lastName: 'Vale' })).toEqual(
      everywhere(403, 'account-offboarding'),
    );
    const operation = await operationEnded(factory, operator, started.body.operation.id);
    expect(operation.status).toBe('failed');
    expect(await atEachDoor('/v1/clients')).toEqual(everywhere(403, 'account-offboarding'));
    await clearFaults(factory);
  });

  it('opens them again when the offboarding is reversed', async () => {
    const up = await freehold(factory, 'account', 'up', SLUG);
    expect(up.exitCode, up.stderr).toBe(0);
    expect(await atEachDoor('/v1/clients', { lastName: 'Vale' })).toEqual(everywhere(201));
    const clients = await request<{ items: readonly unknown[] }>(
      `${factory.endpoints.edge}/a/${SLUG}/v1/clients`,
      { token },
    );
    expect(clients.body.items).toHaveLength(6);
  });
});
