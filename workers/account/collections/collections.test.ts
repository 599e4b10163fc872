import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountTables } from '../../../schema/account/tables.ts';
import type { Table } from '../../../schema/model/define-table.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';

const writable: readonly Table[] = accountTables.filter((table) => !table.readOnly);

describe('collections', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;
  const created = new Map<string, string>();

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
    token = await account.token();
    await account.call('/v1/me', { token });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  /** The example of a table, with references to rows that exist. */
  async function bodyOf(table: Table): Promise<Record<string, unknown>> {
    const body: Record<string, unknown> = { ...table.example };
    for (const [field, collection] of Object.entries(table.references)) {
      if (body[field] === undefined) continue;
      const target = writable.find((candidate) => candidate.collection === collection);
      const id = created.get(collection) ?? (target && (await create(target)));
      body[field] = Array.isArray(body[field]) ? [id] : id;
    }
    return body;
  }

  async function create(table: Table): Promise<string> {
    const body = await bodyOf(table);
    const answer = await account.call(`/v1/${table.collection}`, { method: 'POST', token, body });
    expect(answer.body).toMatchObject(body);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      201,
      `/v1/${table.collection}/${answer.body.id}`,
    ]);
    created.set(table.collection, String(answer.body.id));
    return String(answer.body.id);
  }

  describe.each(writable.map((table) => [table.collection, table] as const))('%s', (collection, table) => {
    it('stores its example unchanged, and shows its author', async () => {
      const id = created.get(collection) ?? (await create(table));
      const { status, body, headers } = await account.call(`/v1/${collection}/${id}`, { token });
      expect([status, headers.get('etag')]).toEqual([200, '"1"']);
      expect(Object.keys(body).slice(0, 7)).toEqual([
        'id',
        'version',
        'accountId',
        'createdAt',
        'createdBy',
        'updatedAt',
        'updatedBy',
      ]);
      expect(body).toMatchObject({
        id,
        version: 1,
        accountId: account.accountId,
        createdBy: expect.stringMatching(/^usr-/),
      });
      const list = await account.call(`/v1/${collection}?sort=-updatedAt&limit=200`, { token });
      expect(list.body.items).toContainEqual(body);
    });

    it('accepts a row that it returned, without the server fields, and writes nothing', async () => {
      const path = `/v1/${collection}/${created.get(collection)}`;
      const { body } = await account.call(path, { token });
      const fields = Object.fromEntries(Object.entries(body).filter(([name]) => name in table.body.entries));
      const headers = { 'if-match': '"1"' };
      const replaced = await account.call(path, { method: 'PUT', token, body: fields, headers });
      expect(replaced.status).toBe(200);
      expect(replaced.body).toEqual(body);
      expect(replaced.headers.get('etag')).toBe('"1"');
    });
  });

  it('are read-only if the model says so', async () => {
    const { status, body } = await account.call('/v1/audit-events', { token });
    expect(status).toBe(200);
    const events = body.items as { readonly action: string }[];
    expect(events.filter(({ action }) => action === 'create').length).toBeGreaterThanOrEqual(writable.length);
    const [event] = body.items as { readonly id: string }[];
    const headers = { 'if-match': '*' };
    const removal = await account.call(`/v1/audit-events/${event?.id}`, { method: 'DELETE', token, headers });
    expect(removal.status).toBe(405);
  });

  it('do not delete a row that others refer to, and list those', async () => {
    const headers = { 'if-match': '*' };
    const answer = await account.call(`/v1/clients/${created.get('clients')}`, {
      method: 'DELETE',
      token,
      headers,
    });
    expect(answer.status).toBe(409);
    expect(answer.body.detail).toMatch(/^Rows of [a-z-]+ refer to this one in [a-zA-Z]+/);
  });

  it('delete rows in an order without dangling references', async () => {
    const headers = { 'if-match': '*' };
    const document = `/v1/documents/${created.get('documents')}`;
    await account.call(document, { method: 'PATCH', token, body: { retainUntil: null }, headers });
    const order = [
      'documents',
      'case-tasks',
      'cases',
      'client-dependant-clients',
      'client-dependants',
      'clients',
    ];
    for (const collection of order) {
      const path = `/v1/${collection}/${created.get(collection)}`;
      expect((await account.call(path, { method: 'DELETE', token, headers })).status, collection).toBe(204);
      expect((await account.call(path, { token })).status).toBe(404);
    }
  });
});
