import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';

describe('expired Idempotency-Keys', () => {
  let issuer: TestIssuer;
  let account: TestAccount;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  async function keep(subject: string, count: number, ageMs: number): Promise<void> {
    const createdAt = new Date(Date.now() - ageMs).toISOString();
    await account.database
      .prepare(
        `insert into idempotency_keys (subject, key, request_hash, response_status, response_body, created_at)
         select ?1, value, 'hash', 201, '{}', ?2 from json_each(?3)`,
      )
      .bind(subject, createdAt, JSON.stringify(Array.from({ length: count }, (_, index) => `key-${index}`)))
      .run();
  }

  it('of all callers are removed by the maintenance, and live ones stay', async () => {
    const dayMs = 86_400_000;
    await keep('gone-for-good', 1_200, dayMs + 60_000);
    await keep('still-here', 3, dayMs - 60_000);
    const token = await account.platformToken();
    const answer = await account.call('/internal/v1/maintenance', { method: 'POST', token });
    expect(answer.body.tasks).toContainEqual(
      expect.objectContaining({ name: 'forget-idempotency-keys', done: 1_200 }),
    );
    const left = await account.database.prepare('select distinct subject from idempotency_keys').all();
    expect(left.results).toEqual([{ subject: 'still-here' }]);
  });

  it('are found by an index scan', async () => {
    const plan = await account.database
      .prepare(
        'explain query plan select rowid from idempotency_keys where created_at <= ? order by created_at limit 500',
      )
      .bind('2026-01-01T00:00:00.000Z')
      .all<{ detail: string }>();
    const details = plan.results.map(({ detail }) => detail).join();
    expect(details).toContain('idempotency_keys_by_created_at');
    expect(details).not.toContain('TEMP B-TREE');
  });
});
