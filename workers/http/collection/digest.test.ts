import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { dumpRows } from '../../testing/rows-of.ts';
import { canonicalJson } from '../request/canonical-json.ts';

type Event = { readonly action: string; readonly before?: string; readonly after?: string };

describe('digests in the audit trail', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
    token = await account.token();
    await account.call('/v1/me', { token });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const fields = { lastName: 'Okoro', nationalInsuranceNumber: 'AB123456C' };
  const stored = { ...fields, status: 'prospect', phones: [], addresses: [], tags: [] };

  async function createClient(): Promise<string> {
    const { status, body } = await account.call('/v1/clients', { method: 'POST', token, body: fields });
    expect(status).toBe(201);
    return String(body.id);
  }

  async function eventsOf(id: string): Promise<readonly Event[]> {
    const { body } = await account.call(`/v1/audit-events?rowId=${id}`, { token });
    return (body.items as readonly Event[]).filter(({ action }) => action !== 'read');
  }

  async function saltOf(id: string): Promise<string | null> {
    const query = account.database.prepare(
      "select body ->> '$.digestSalt' as salt from clients where id = ?",
    );
    return await query.bind(id).first('salt');
  }

  it('can only be checked by a holder of the row', async () => {
    const id = await createClient();
    const [created] = await eventsOf(id);
    const salt = await saltOf(id);
    expect(created?.after).toBe(sha256(`${salt}\n${canonicalJson(stored)}`));
    expect(created?.after).not.toBe(sha256(canonicalJson(stored)));
    const [twin] = await eventsOf(await createClient());
    expect(twin?.after).not.toBe(created?.after);
  });

  it('match between the end of one change and the start of the next', async () => {
    const id = await createClient();
    const headers = { 'if-match': '*' };
    const patch = { method: 'PATCH', token, headers, body: { firstName: 'Eve' } };
    expect((await account.call(`/v1/clients/${id}`, patch)).status).toBe(200);
    expect((await account.call(`/v1/clients/${id}`, { method: 'DELETE', token, headers })).status).toBe(204);
    const [created, updated, deleted] = await eventsOf(id);
    expect([updated?.before, deleted?.before]).toEqual([created?.after, updated?.after]);
    expect(await saltOf(id)).toBeNull();
  });

  it('keep the salt of a row in its body only', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const send = () => account.call('/v1/clients', { method: 'POST', token, headers, body: fields });
    const first = await send();
    const salt = String(await saltOf(String(first.body.id)));
    expect((await dumpRows(account.database)).split(salt)).toHaveLength(2);
    const again = await send();
    expect([again.headers.get('idempotency-replayed'), again.body]).toEqual(['true', first.body]);
  });

  it('leave no salt in any response', async () => {
    const id = await createClient();
    const paths = [
      `clients/${id}`,
      'clients?fields=lastName,digestSalt',
      'clients',
      `clients/${id}/household`,
      'search?q=okoro',
      'users',
    ];
    for (const path of [...paths, 'exports/clients', 'exports/clients?format=csv']) {
      const answer = await account.call(`/v1/${path}`, { token });
      expect([path, answer.text.includes('digestSalt":')]).toEqual([path, false]);
      expect([path, answer.text.includes(String(await saltOf(id)))]).toEqual([path, false]);
    }
  });
});
