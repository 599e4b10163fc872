import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import type { ReleaseStore } from '../../engine/releases/release-store.ts';
import type { OpenedRelease } from '../../infra/release/open-release.ts';
import { newId } from '../../schema/model/ids.ts';
import { createLogger } from '../../system/logger.ts';
import type { AccountQueue } from '../accounts/account-queue.ts';
import type { PlatformDeployments } from '../platform/platform-deployments.ts';
import { type AcceptingService, createHttpApi } from './http-api.ts';
import { createReadiness } from './readiness.ts';
import { createSignedRequests } from './signed-requests.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

const noPlatform: PlatformDeployments = {
  status: async () => ({ endings: 0 }),
  request: () => Promise.reject(new Error('no deployment is expected')),
  ensure: () => Promise.reject(new Error('no deployment is expected')),
};

const opened = { name: 'a'.repeat(16) } as OpenedRelease;

/** A store with one release, which is the current one. */
const releases: ReleaseStore = {
  folder: '/releases',
  open: async (name) =>
    name === opened.name
      ? { kind: 'opened', release: opened }
      : { kind: 'release_missing', name, folder: '/releases' },
  list: async () => [{ kind: 'opened', release: opened }],
  current: async () => opened.name,
  use: () => Promise.reject(new Error('the service chooses no release')),
};

function serve() {
  const readiness = createReadiness();
  let accepting: AcceptingService | undefined;
  const api = createHttpApi({
    requests: createSignedRequests(secret, Date.now),
    service: () => accepting,
    releases,
    readiness,
    logger: createLogger(() => {}),
  });
  const send = (method: string, path: string, body = ''): Promise<Response> => {
    const sentAt = new Date();
    const headers = {
      'webhook-id': newId('msg', Date.now()),
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    };
    const signed = `${method} ${path}\n${body}`;
    const signature = new Webhook(secret).sign(headers['webhook-id'], sentAt, signed);
    return api(
      new Request(`http://127.0.0.1${path}`, {
        method,
        ...(body === '' ? {} : { body }),
        headers: { ...headers, 'webhook-signature': signature },
      }),
    );
  };
  return {
    readiness,
    post: (path: string, body: string) =>
      api(new Request(`http://127.0.0.1${path}`, { method: 'POST', body })),
    get: (path: string) => api(new Request(`http://127.0.0.1${path}`)),
    submit: (body: string) => send('POST', '/v1/operations', body),
    send,
    open(queue: AccountQueue, platform = noPlatform) {
      accepting = { queue, platform };
    },
  };
}

function requestBody(): string {
  return JSON.stringify({
    operationId: newId('op', Date.now()),
    kind: 'upgrade',
    account: {
      id: newId('acc', Date.now()),
      slug: 'ada',
      region: 'eu',
      placement: 'script',
      cell: 'default',
    },
    input: {},
  });
}

describe('a service that starts', () => {
  it('lists at /readyz what it is waiting for, and is ready when the platform is deployed', async () => {
    const { get, readiness } = serve();
    const first = await get('/readyz');
    expect([first.status, await first.json()]).toMatchObject([
      503,
      {
        type: 'urn:freehold:problem:not-ready',
        missing: ['restate', 'handlers', 'platform'],
        detail: expect.stringContaining('waiting for restate, handlers, platform'),
        instance: '/readyz',
      },
    ]);
    readiness.add('restate');
    readiness.add('handlers');
    expect(await (await get('/readyz')).json()).toMatchObject({ missing: ['platform'] });
    readiness.add('platform');
    expect((await get('/readyz')).status).toBe(200);
  });

  it('is not ready while Restate is away', async () => {
    const { get, readiness } = serve();
    let isHealthy = true;
    for (const part of ['restate', 'handlers', 'platform'] as const) {
      readiness.add(part, async () => part !== 'restate' || isHealthy);
    }
    expect((await get('/readyz')).status).toBe(200);
    isHealthy = false;
    expect(await (await get('/readyz')).json()).toMatchObject({ missing: ['restate'] });
    expect((await get('/livez')).status).toBe(200);
  });

  it('accepts no operation before it is ready, and the same one after', async () => {
    const { open, submit } = serve();
    const body = requestBody();
    const early = await submit(body);
    expect([early.status, await early.json()]).toMatchObject([503, { missing: expect.any(Array) }]);
    open({ submit: async ({ operationId }) => `inv-${operationId}` });
    const { operationId } = JSON.parse(body) as { operationId: string };
    const taken = await submit(body);
    expect([taken.status, await taken.json()]).toEqual([
      202,
      { operationId, invocationId: `inv-${operationId}` },
    ]);
  });
});

describe('a request that the service refuses', () => {
  const refused = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    return [answer.status, await answer.json()];
  };

  it('is answered with a pointer to every wrong field', async () => {
    const { operationId, account, input } = JSON.parse(requestBody());
    const body = { operationId, kind: 'mystery', account: { ...account, slug: 7 }, input, colour: 'red' };
    expect(await refused(await serve().submit(JSON.stringify(body)))).toMatchObject([
      422,
      {
        type: 'urn:freehold:problem:invalid-body',
        instance: '/v1/operations',
        errors: [{ pointer: '#/kind' }, { pointer: '#/account/slug' }, { pointer: '#/colour' }],
      },
    ]);
  });

  it.each([
    ['a body that is not JSON', () => serve().submit('{'), 400, 'malformed-body'],
    ['a body that is too large', () => serve().submit('x'.repeat(70_000)), 413, 'body-too-large'],
    ['a path that it does not have', () => serve().get('/nowhere'), 404, 'route-not-found'],
  ])('has a separate type for %s', async (_what, ask, status, code) => {
    expect(await refused(await ask())).toMatchObject([status, { type: `urn:freehold:problem:${code}` }]);
  });

  it('says nothing of the cause when the service fails', async () => {
    const { open, submit } = serve();
    open({ submit: () => Promise.reject(new Error('hush')) });
    const answer = await refused(await submit(requestBody()));
    expect(answer).toMatchObject([500, { type: 'urn:freehold:problem:internal' }]);
    expect(JSON.stringify(answer)).not.toContain('hush');
  });
});

describe('a deployment of the platform', () => {
  const queue: AccountQueue = { submit: () => Promise.reject(new Error('no operation is expected')) };

  it('is requested with a release, or deploys the current one', async () => {
    const { open, send } = serve();
    const asked: string[] = [];
    open(queue, {
      ...noPlatform,
      request: async (release) => ({ endingsBefore: asked.push(release) }),
    });
    for (const body of ['{}', JSON.stringify({ release: opened.name })]) {
      const answer = await send('POST', '/v1/platform/deployments', body);
      expect([answer.status, await answer.json()]).toEqual([
        202,
        { release: opened.name, endingsBefore: asked.length },
      ]);
    }
    expect(asked).toEqual([opened.name, opened.name]);
  });

  it('is refused for a missing release, with what to do', async () => {
    const { open, send } = serve();
    open(queue);
    const body = JSON.stringify({ release: 'b'.repeat(16) });
    const answer = await send('POST', '/v1/platform/deployments', body);
    expect([answer.status, await answer.json()]).toMatchObject([
      409,
      {
        type: 'urn:freehold:problem:release-unusable',
        detail: expect.stringContaining('freehold release list'),
      },
    ]);
  });

  it.each([
    ['{"release":"latest"}', '#/release'],
    ['{"releases":1}', '#/releases'],
  ])('is refused with the malformed body %s', async (body, pointer) => {
    const { open, send } = serve();
    open(queue);
    const answer = await send('POST', '/v1/platform/deployments', body);
    expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ pointer }] }]);
  });

  it('can be requested and read only with the secret', async () => {
    const { open, send, get, post } = serve();
    expect((await send('GET', '/v1/platform')).status).toBe(503);
    open(queue);
    expect((await post('/v1/platform/deployments', '{}')).status).toBe(401);
    expect((await get('/v1/platform')).status).toBe(401);
    expect(await (await send('GET', '/v1/platform')).json()).toEqual({ endings: 0 });
  });
});
