import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../http/database/database.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import type { AccountBindings } from '../bindings.ts';
import { foldRowsTask } from './fold-rows-task.ts';

describe('rows from before the foldings', () => {
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

  async function run(budgetMs = 60_000) {
    const bindings = { DB: account.database } as unknown as AccountBindings;
    const now = Date.now;
    const nowMs = now();
    const database = openDatabase(bindings.DB, 'first-primary');
    return await foldRowsTask.run({ bindings, database, nowMs, now, deadlineMs: nowMs + budgetMs });
  }

  const idsOf = async (path: string) => {
    const { body } = await account.call(path, { token });
    return (body.items as readonly { id: string }[]).map(({ id }) => id);
  };

  it('are found by their foldings once the maintenance has passed them, and are otherwise unchanged', async () => {
    await account.database
      .prepare(`insert into clients (id, body) with recursive n (i) as (select 1 union all select i + 1 from n where i < 700)
        select 'cli-' || printf('%026d', i), json_object('lastName', iif(i = 650, 'Łęcka', 'Name ' || i), 'version', 3) from n`)
      .run();
    const id = `cli-${'650'.padStart(26, '0')}`;
    expect(await idsOf('/v1/clients?lastName=lecka')).toEqual([]);

    expect(await run(-1)).toEqual({ done: 0, more: true });
    expect(await run()).toEqual({ done: 1, more: false });

    expect(await idsOf('/v1/clients?lastName=lecka')).toEqual([id]);
    expect(await idsOf('/v1/search?q=lecka')).toEqual([id]);
    const { body } = await account.call(`/v1/clients/${id}`, { token });
    expect(body).toMatchObject({ lastName: 'Łęcka', version: 3 });
    expect(body).not.toHaveProperty('folded');
    expect(await run()).toEqual({ done: 0, more: false });
  });

  it('never show them, in no response and no export', async () => {
    const headers = { 'idempotency-key': 'folded' };
    const create = {
      method: 'POST',
      token,
      headers,
      body: { lastName: 'Ødegård', phones: [{ number: '07700 900123' }] },
    };
    const texts = [
      (await account.call('/v1/clients', create)).text,
      (await account.call('/v1/clients', create)).text,
      (await account.call('/v1/clients?lastName=odegard', { token })).text,
      (await account.call('/v1/exports/clients?lastName=odegard', { token })).text,
      (await account.call('/v1/exports/clients?format=csv&lastName=odegard', { token })).text,
    ];
    for (const text of texts) {
      expect(text).toContain('Ødegård');
      expect(text).not.toMatch(/folded|odegard/);
    }
    const stored = await account.database
      .prepare('select response_body from idempotency_keys')
      .first('response_body');
    expect(stored).not.toMatch(/folded|odegard/);
  });
});
