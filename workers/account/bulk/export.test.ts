import { type IncomingMessage, request as sendRequest } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedGroupIds } from '../../../schema/account/seed.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { sendImport, toNdjson } from '../../testing/bulk-client.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';

const CSV = { 'content-type': 'text/csv' };
const KEPT = new Set(['id', 'version', 'accountId', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy']);

type Row = Record<string, unknown>;

const parse = (text: string): Row[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** The caller's fields of a row, without the server's. */
const contentOf = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !KEPT.has(name)));

describe('GET /v1/exports/{collection}', () => {
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

  async function join(name: string, groupId: string): Promise<string> {
    const email = `${name}@harbourvale.example`;
    await account.call('/v1/users', { method: 'POST', token, body: { email, name, groupIds: [groupId] } });
    return await account.token({ subject: `subject-of-${name}`, email });
  }

  it('returns all 10,000 imported clients, in both formats', async () => {
    const clients = Array.from({ length: 10_000 }, (_, index) => ({
      reference: `B-${String(index).padStart(5, '0')}`,
      status: index % 10 === 0 ? 'active' : 'prospect',
      firstName: `Ada ${index}`,
      lastName: index % 7 === 0 ? `=HYPERLINK("x";"${index}")` : `O'Hara, ${index}`,
      email: `ada.${index}@post.example`,
      phones: [{ kind: 'mobile', number: '+44 7700 900123' }],
      addresses: [{ line1: `${index} Quayside`, town: 'Norwich', postcode: 'NR1 3QT', country: 'GB' }],
      tags: ['imported'],
    }));
    const imported = await sendImport(account, token, 'clients', toNdjson(clients));
    expect(imported.summary).toMatchObject({ lines: 10_000, created: 10_000, complete: true });

    const ndjson = await account.call('/v1/exports/clients', { token });
    expect([ndjson.status, ndjson.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
    expect(ndjson.headers.get('content-disposition')).toContain('filename="clients.ndjson"');
    expect(parse(ndjson.text).map(contentOf)).toEqual(clients);

    const csv = await account.call('/v1/exports/clients?format=csv', { token });
    expect(csv.headers.get('content-type')).toBe('text/csv');
    const again = await sendImport(account, token, 'clients?mode=upsert&key=id', csv.text, CSV);
    expect(again.summary).toMatchObject({ lines: 10_000, skipped: 10_000, updated: 0 });

    const active = await account.call('/v1/exports/clients?status=active', { token });
    expect(parse(active.text)).toHaveLength(1_000);
  }, 120_000);

  it('prevents a spreadsheet from running text as a formula', async () => {
    const csv = await account.call('/v1/exports/clients?format=csv&reference=B-00000', { token });
    expect(csv.text.split('\r\n')[1]).toContain(`"'=HYPERLINK(""x"";""0"")"`);
  });

  it('writes CSV that creates the same rows when imported into another account', async () => {
    const other = await startAccount(issuer);
    const otherToken = await other.token();
    await other.call('/v1/me', { token: otherToken });
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) =>
        text
          .toWellFormed()
          .replaceAll(/\p{Cc}/gu, ' ')
          .trim(),
      )
      .filter((text) => text !== '' && text.length <= 40);
    const note = fc
      .string({
        unit: fc.constantFrom('"', ',', '\n', '\r', "'", '=', '-', 'é', ' ', '\t', '🙂'),
        minLength: 1,
      })
      .filter((text) => text.length <= 400);
    const client = fc.record(
      {
        lastName: line,
        firstName: line,
        title: fc.constantFrom('=1+1', '+44', '-', '@x', "'=1", "''-1", '1,5', '"quoted"'),
        dateOfBirth: fc.constant('1951-06-14'),
        vulnerabilityNote: note,
        tags: fc.uniqueArray(line, { maxLength: 3 }),
      },
      { requiredKeys: ['lastName'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(client, { minLength: 1, maxLength: 40 }), async (rows) => {
        await account.database.prepare("delete from clients where status = 'dormant'").run();
        await other.database.prepare('delete from clients').run();
        const sent = rows.map((row) => ({ ...row, status: 'dormant' }));
        const first = await sendImport(account, token, 'clients', toNdjson(sent));
        expect(first.summary?.created).toBe(rows.length);
        const csv = await account.call('/v1/exports/clients?format=csv&status=dormant', { token });
        const second = await sendImport(other, otherToken, 'clients', csv.text, CSV);
        expect(second.summary).toMatchObject({ created: rows.length, complete: true });
        const [here, there] = await Promise.all([
          account.call('/v1/exports/clients?status=dormant', { token }),
          other.call('/v1/exports/clients', { token: otherToken }),
        ]);
        expect(parse(there.text).map(contentOf)).toEqual(parse(here.text).map(contentOf));
      }),
      { numRuns: 25 },
    );
    await other.stop();
  }, 60_000);

  it('omits fields that the caller may not see, and is refused without the read permission', async () => {
    await sendImport(
      account,
      token,
      'clients',
      toNdjson([{ lastName: 'Note', vulnerabilityNote: 'Large print.' }]),
    );
    const reader = await join('cleo', seedGroupIds.readOnly);
    const [ndjson, csv] = await Promise.all([
      account.call('/v1/exports/clients?lastName=Note', { token: reader }),
      account.call('/v1/exports/clients?format=csv&lastName=Note', { token: reader }),
    ]);
    expect(parse(ndjson.text)).toMatchObject([{ lastName: 'Note' }]);
    expect(ndjson.text).not.toContain('vulnerabilityNote');
    expect(csv.text).not.toMatch(/vulnerabilityNote|nationalInsuranceNumber|Large print/);
    const { status } = await account.call('/v1/exports/audit-events', { token: reader });
    expect(status).toBe(403);
  });

  it('continues after a row, in order of creation', async () => {
    const whole = parse((await account.call('/v1/exports/clients?status=active', { token })).text);
    const middle = whole[Math.floor(whole.length / 2)]?.id;
    const rest = await account.call(`/v1/exports/clients?status=active&after=${middle}`, { token });
    expect(parse(rest.text)).toEqual(whole.slice(Math.floor(whole.length / 2) + 1));
    for (const query of [`after=${middle}&sort=lastName`, 'after=cas-1', `after=${middle}&after=${middle}`]) {
      const { status, body } = await account.call(`/v1/exports/clients?${query}`, { token });
      expect([status, body.errors]).toMatchObject([400, [{ pointer: '#/query/after' }]]);
    }
  });

  it('is produced as fast as it is read', async () => {
    const filled = `insert into cases (id, body)
      with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 8000)
      select 'cas-01kdw5h80c' || printf('%016d', ?1 * 10000 + n), json_object('title', hex(randomblob(2000)), 'version', 1,
        'clientId', 'cli-1', 'createdAt', '2026-01-01T00:00:00.000Z') from numbers`;
    for (let part = 1; part <= 2; part++) await account.database.prepare(filled).bind(part).run();
    const headers = { authorization: `Bearer ${token}` };
    const message = await new Promise<IncomingMessage>((resolve, reject) => {
      const url = new URL('/v1/exports/cases', account.url);
      sendRequest(url, { headers, agent: false }, resolve).on('error', reject).end();
    });
    let [bytes, end, isLate] = [0, '', false];
    for await (const chunk of message as AsyncIterable<Buffer>) {
      bytes += chunk.byteLength;
      end = (end + chunk.toString('latin1')).slice(-10_000);
      if (isLate) continue;
      isLate = true;
      // A page that was read before the client asked for it would not have this row.
      const late = "insert into cases (id, body) values ('cas-01kdw5h80czzzzzzzzzzzzzzzz', ?)";
      await account.database.prepare(late).bind('{"title":"the late one","version":1}').run();
    }
    expect(bytes).toBeGreaterThan(60_000_000);
    expect(end).toContain('the late one');
    await account.database.prepare('delete from cases').run();
  });

  it.each([
    ['text/csv', 'text/csv'],
    ['text/csv, application/x-ndjson;q=0.5', 'text/csv'],
    ['text/csv;q=0.5, application/x-ndjson', 'application/x-ndjson'],
    ['*/*', 'application/x-ndjson'],
    ['text/csv;q=0', 'application/x-ndjson'],
  ])('has the format that Accept prefers: %s', async (accept, type) => {
    const { status, headers } = await account.call('/v1/exports/groups', { token, headers: { accept } });
    expect([status, headers.get('content-type'), headers.get('vary')]).toEqual([200, type, 'accept']);
    const asked = await account.call('/v1/exports/groups?format=csv', { token, headers: { accept } });
    expect(asked.headers.get('content-type')).toBe('text/csv');
  });

  it('leaves no audit event for a HEAD request', async () => {
    const count = async () => {
      const { body } = await account.call('/v1/audit-events?action=export&limit=200', { token });
      return (body.items as Row[]).length;
    };
    const before = await count();
    expect((await account.call('/v1/exports/cases', { method: 'HEAD', token })).status).toBe(200);
    expect(await count()).toBe(before);
  });

  it('is written to the audit trail', async () => {
    await account.call('/v1/exports/cases?format=csv', { token });
    const { body } = await account.call('/v1/audit-events?action=export&sort=-createdAt', { token });
    expect(body.items).toContainEqual(expect.objectContaining({ collection: 'cases', rowId: '*' }));
  });

  it.each([
    ['clients?format=xml', 400],
    ['clients?limit=5', 400],
    ['clients?nickName=x', 400],
    ['nothing', 404],
  ])('refuses %s with %i', async (path, status) => {
    expect((await account.call(`/v1/exports/${path}`, { token })).status).toBe(status);
  });

  it('lists the supported parameters in every refusal', async () => {
    for (const query of ['format=xml', 'nickName=x']) {
      const { body } = await account.call(`/v1/exports/clients?${query}`, { token });
      expect(body.allowed).toMatchObject({
        filters: { lastName: ['eq', 'prefix'] },
        parameters: ['format', 'sort', 'after'],
      });
    }
  });
});
