import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Secrets } from '../../system/home/secrets.ts';
import { FakePlatform } from '../testing/fake-platform.ts';
import { welcomeFirstAccount } from './first-account.ts';

const account = {
  id: 'acc-1',
  name: 'Harbour Vale Wealth',
  slug: 'harbourvale',
  status: 'active',
  plan: 'standard',
  region: 'eu',
  createdAt: '2026-01-01T00:00:00.000Z',
};
const provision = {
  id: 'op-1',
  kind: 'provision',
  accountId: 'acc-1',
  status: 'running',
  steps: [],
  apiCalls: 0,
};

describe('the first firm on a later start', () => {
  const fake = new FakePlatform();
  let status: string;
  let last: Record<string, unknown>;

  beforeAll(async () => {
    await fake.listen();
  });
  beforeEach(() => {
    fake.requests.length = 0;
    last = provision;
    const succeed = (id: string) => (_: unknown, response: ServerResponse) => {
      status = 'active';
      const data = JSON.stringify({ ...provision, id, status: 'succeeded' });
      response.writeHead(200).end(`event: operation\nid: 2\ndata: ${data}\n\n`);
    };
    fake.answers = {
      'POST /dev/tokens': ({ body }) => ({
        accessToken: (body as { email: string }).email,
        expiresInSeconds: 600,
      }),
      'GET /v1/accounts/harbourvale': () => ({ ...account, status }),
      'GET /v1/accounts/acc-1': () => ({ ...account, status }),
      'GET /v1/accounts/acc-1/operations': () => ({ items: [last] }),
      'POST /v1/accounts/acc-1/operations': () => ({ account, operation: { ...provision, id: 'op-2' } }),
      'GET /v1/operations/op-1/events': succeed('op-1'),
      'GET /v1/operations/op-2/events': succeed('op-2'),
      'POST /a/harbourvale/v1/clients': () => ({ id: 'cli-1' }),
      'GET /a/harbourvale/v1/clients/cli-1': () => ({ firstName: 'Margaret', lastName: 'Holloway' }),
    };
  });
  afterAll(() => fake.close());

  async function welcome() {
    let text = '';
    const { url } = fake;
    const shown = await welcomeFirstAccount({
      endpoints: {
        edge: url,
        platform: url,
        automation: url,
        cloudflareApi: url,
        cloudflareAccountId: 'a'.repeat(32),
        cloudflareApiToken: 't'.repeat(48),
        issuer: url,
        restate: url,
        zone: 'freehold.localhost',
        accountsZone: 'freehold-accounts.localhost',
      },
      secrets: { issuerSecret: 's'.repeat(32) } as Secrets,
      output: { write: (more) => (text += more) },
      signal: new AbortController().signal,
    });
    return { shown, text };
  }
  const started = () =>
    fake.requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/v1/'));

  it('is named when it is active, and nothing else is done', async () => {
    status = 'active';
    const { shown, text } = await welcome();
    expect(shown).toMatchObject({ id: 'acc-1' });
    expect(text).toContain('signed up on 2026-01-01 and is active');
    expect(started()).toEqual([]);
  });

  it('is followed to the end where its provisioning is still under way', async () => {
    status = 'provisioning';
    const { shown, text } = await welcome();
    expect(shown).toMatchObject({ status: 'active' });
    expect(text).toMatch(/provision succeeded[\s\S]*read back with the bookmark: Margaret Holloway/);
    expect(started()).toEqual([]);
  });

  it.each(['failed', 'provisioning'])(
    'is set up again by an operator where that %s and ended',
    async (was) => {
      status = was;
      last = { ...provision, status: 'failed', reason: 'the cloud answered 500' };
      const { shown, text } = await welcome();
      expect(shown).toMatchObject({ status: 'active' });
      expect(text).toContain('the last attempt failed: the cloud answered 500');
      expect(started().map(({ body }) => body)).toEqual([{ kind: 'provision' }]);
      expect(started()[0]?.headers.authorization).toBe('Bearer operator@freehold.example');
    },
  );

  it.each(['suspended', 'offboarding'])('gives no hints to call it when it is %s', async (now) => {
    status = now;
    const { shown, text } = await welcome();
    expect(shown).toBeUndefined();
    expect(text).toContain(now);
    expect(started()).toEqual([]);
  });

  it('is not signed up again after it has left, and the start says how to', async () => {
    status = 'offboarded';
    const { shown, text } = await welcome();
    expect(shown).toBeUndefined();
    expect(text).toBe(
      'Harbour Vale Wealth signed up on 2026-01-01 and is offboarded: `freehold account create "Harbour Vale Wealth" --slug harbourvale --owner ada@harbourvale.example` signs it up again\n',
    );
    expect(started()).toEqual([]);
  });
});
