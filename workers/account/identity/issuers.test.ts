import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { startLoopbackServer } from '../../testing/loopback-server.ts';
import { dumpRows } from '../../testing/rows-of.ts';
import { ROUND_TRIPS_HEADER } from '../../testing/worker/test-headers.ts';

describe('the issuers of an account', () => {
  let before: TestIssuer;
  let after: TestIssuer;
  let account: TestAccount;
  let oldToken: string;
  let newToken: string;

  beforeAll(async () => {
    [before, after] = await Promise.all([startIssuer(), startIssuer()]);
    account = await startAccount(before, { entry: 'testing/worker/counting-account.ts' });
    oldToken = await account.token();
    newToken = await after.token({ audience: account.audience });
    expect((await account.call('/v1/me', { token: oldToken })).status).toBe(200);
  });
  afterAll(async () => {
    await Promise.all([account.stop(), before.stop(), after.stop()]);
  });

  const statusOf = async (token: string) => (await account.call('/v1/me', { token })).status;

  it('change with the standing alone: the new issuer is accepted at once, the old one is refused at once', async () => {
    expect(await statusOf(newToken)).toBe(401);
    await account.tell({ issuers: [before.url, after.url] });
    expect([await statusOf(newToken), await statusOf(oldToken)]).toEqual([200, 200]);
    await account.tell({ issuers: [after.url] });
    expect([await statusOf(newToken), await statusOf(oldToken)]).toEqual([200, 401]);
  });

  it('are those of the batch that writes, when an isolate remembers others', async () => {
    await account.tell({ issuers: [before.url] });
    expect(await statusOf(oldToken)).toBe(200);
    // Behind the Worker's back, as another isolate or another data centre would.
    await account.database
      .prepare(
        "update standing set body = json_set(body, '$.revision', revision + 1, '$.issuers', json_array(?1))",
      )
      .bind(after.url)
      .run();
    const rows = await dumpRows(account.database);
    const answer = await account.call('/v1/clients', {
      method: 'POST',
      token: oldToken,
      body: { lastName: 'Holloway' },
    });
    expect([answer.status, answer.body.type]).toEqual([401, 'urn:freehold:problem:token-invalid']);
    expect(answer.headers.get(ROUND_TRIPS_HEADER)).toBe('1');
    expect(await dumpRows(account.database)).toBe(rows);
    expect(await statusOf(newToken)).toBe(200);
  });

  it('cost no extra round trip while the standing is known, and one after it has changed', async () => {
    const tripsOf = async (token: string) =>
      (await account.call('/v1/me', { token })).headers.get(ROUND_TRIPS_HEADER);
    expect(await tripsOf(newToken)).toBe('1');
    await account.database
      .prepare(
        "update standing set body = json_set(body, '$.revision', revision + 1, '$.issuers', json_array(?1))",
      )
      .bind(before.url)
      .run();
    expect(await tripsOf(oldToken)).toBe('2');
    expect(await tripsOf(oldToken)).toBe('1');
  });

  it('are the only ones that keys are fetched from', async () => {
    let asked = 0;
    const server = await startLoopbackServer((_request, _text, response) => {
      asked += 1;
      response.end('{}');
    });
    try {
      const token = await before.token({ audience: account.audience, issuer: server.origin });
      expect(await statusOf(token)).toBe(401);
      expect(asked).toBe(0);
    } finally {
      await server.goAway();
    }
  });

  it('give tokens for the audiences of the standing, and no others', async () => {
    const token = await before.token({ audience: 'urn:firm:harbour-vale' });
    expect(await statusOf(token)).toBe(401);
    await account.tell({ issuers: [before.url], audiences: [account.audience, 'urn:firm:harbour-vale'] });
    expect([await statusOf(token), await statusOf(oldToken)]).toEqual([200, 200]);
    await account.tell({ audiences: ['urn:firm:harbour-vale'] });
    expect([await statusOf(token), await statusOf(oldToken)]).toEqual([200, 401]);
  });
});
