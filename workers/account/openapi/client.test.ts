import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountClient, createAccountClient } from '../../../clients/typescript/client.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';

describe('the TypeScript client', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let client: AccountClient;
  const bookmarks: (string | null)[] = [];

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
    client = createAccountClient({
      baseUrl: account.url,
      token: () => account.token(),
      fetch: async (request) => {
        bookmarks.push(request.headers.get('x-d1-bookmark'));
        return await fetch(request);
      },
    });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  it('writes, reads and changes a row, with the types of the model', async () => {
    const { data: created, response } = await client.POST('/v1/clients', {
      body: { lastName: 'Holloway', status: 'active', phones: [{ number: '+44 7700 900123' }] },
    });
    expect([response.status, created?.lastName, created?.phones[0]?.kind]).toEqual([
      201,
      'Holloway',
      'mobile',
    ]);
    const path = { id: created?.id ?? '' };
    const header = { 'If-Match': response.headers.get('etag') ?? '' };
    const { data: changed } = await client.PATCH('/v1/clients/{id}', {
      params: { path, header },
      body: { firstName: 'Margaret', status: null },
    });
    expect([changed?.version, changed?.firstName, changed?.status]).toEqual([2, 'Margaret', 'prospect']);
    const { error, response: refused } = await client.PATCH('/v1/clients/{id}', {
      params: { path, header },
      body: { firstName: 'Maud' },
    });
    expect([refused.status, error?.type]).toEqual([412, 'urn:freehold:problem:version-mismatch']);
  });

  it('asks a list with several values and goes through its pages', async () => {
    for (const lastName of ['Ash', 'Beech', 'Cedar']) {
      await client.POST('/v1/clients', { body: { lastName, status: 'dormant' } });
    }
    const page = async (cursor: string | null) => {
      const { data } = await client.GET('/v1/clients', {
        params: {
          query: {
            'status[in]': ['dormant', 'archived'],
            fields: ['lastName'],
            limit: 2,
            ...(cursor === null ? {} : { cursor }),
          },
        },
      });
      if (data === undefined) throw new Error('the list was refused');
      return { names: data.items.map(({ lastName }) => lastName), nextCursor: data.nextCursor };
    };
    const first = await page(null);
    const second = await page(first.nextCursor);
    expect([...first.names, ...second.names]).toEqual(['Ash', 'Beech', 'Cedar']);
    expect(second.nextCursor).toBeNull();
  });

  it('tells what is wrong with a body by its fields', async () => {
    const body = { lastName: 'Holloway', shoeSize: 43 };
    const { error } = await client.POST('/v1/clients', { body });
    expect(error).toMatchObject({ errors: [{ pointer: '#/shoeSize', detail: 'is not a known field' }] });
  });

  it('takes the bookmark of each answer along, so that nobody reads behind what they wrote', async () => {
    const { response } = await client.GET('/v1/me');
    await client.GET('/v1/me');
    expect(bookmarks.at(-1)).toBe(response.headers.get('x-d1-bookmark'));
    expect(bookmarks[0]).toBeNull();
  });
});
