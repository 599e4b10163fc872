import Cloudflare from 'cloudflare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../../testing.ts';

const databases = '/accounts/{account}/d1/database';

let cloud: TestCloud;
let client: Cloudflare;
beforeAll(async () => {
  cloud = await startTestCloud();
  client = new Cloudflare({ baseURL: cloud.cloudflareApi, apiToken: cloud.config.apiToken, maxRetries: 0 });
});
afterAll(() => cloud.remove());

async function createDatabase(name: string): Promise<string> {
  return (await cloud.call('POST', databases, { name, jurisdiction: 'eu' })).body.result.uuid;
}

describe('D1 databases', () => {
  it('return their settings on creation and later', async () => {
    const created = await cloud.call('POST', databases, {
      name: 'fh-created',
      jurisdiction: 'eu',
      read_replication: { mode: 'disabled' },
    });
    const details = {
      name: 'fh-created',
      jurisdiction: 'eu',
      read_replication: { mode: 'disabled' },
      num_tables: 0,
    };
    expect(created).toMatchObject({ status: 200, body: { result: { ...details, version: 'production' } } });
    const read = await cloud.call('GET', `${databases}/${created.body.result.uuid}`);
    expect(read.body.result).toMatchObject({ ...details, version: 'production' });
  });

  it('are not created with a read replication of null, which Cloudflare refuses', async () => {
    const created = await cloud.call('POST', databases, { name: 'replicated', read_replication: null });
    expect(created.status).toBe(400);
  });

  it.each([
    ['a virtual table', 'CREATE VIRTUAL TABLE found USING fts5(words)'],
    [
      'a table and a virtual table over it',
      "CREATE TABLE t (a); CREATE VIRTUAL TABLE over USING fts5(a, content='t')",
    ],
  ])('are not exported with %s, in the words of D1', async (_what, sql) => {
    const uuid = await createDatabase(`searched-${sql.length}`);
    expect((await cloud.call('POST', `${databases}/${uuid}/query`, { sql })).status).toBe(200);
    const refused = await cloud.call('POST', `${databases}/${uuid}/export`, { output_format: 'polling' });
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0]?.message).toContain(
      'D1 Export error: cannot export databases with Virtual Tables (fts5)',
    );
  });

  it('return a null jurisdiction by default', async () => {
    const created = await cloud.call('POST', databases, { name: 'nowhere' });
    const read = await cloud.call('GET', `${databases}/${created.body.result.uuid}`);
    expect(read.body.result.jurisdiction).toBeNull();
  });

  it('refuse a name that is taken with 7502', async () => {
    await createDatabase('taken');
    const again = await cloud.call('POST', databases, { name: 'taken' });
    expect(again).toMatchObject({ status: 400, body: { success: false, errors: [{ code: 7502 }] } });
  });

  it('are listed through the SDK, by page and by name', async () => {
    await createDatabase('listed-2');
    await createDatabase('listed');
    const names: (string | undefined)[] = [];
    const account_id = cloud.config.accountId;
    for await (const one of client.d1.database.list({ account_id, name: 'listed', per_page: 1 } as never)) {
      names.push(one.name);
    }
    expect(names).toEqual(['listed', 'listed-2']);
  });

  it('change their read replication by PUT and PATCH, and refuse null', async () => {
    const url = `${databases}/${await createDatabase('replicated')}`;
    await cloud.call('PUT', url, {
      name: 'replicated',
      jurisdiction: 'eu',
      read_replication: { mode: 'auto' },
    });
    expect((await cloud.call('GET', url)).body.result.read_replication).toEqual({ mode: 'auto' });
    await cloud.call('PATCH', url, { read_replication: { mode: 'disabled' } });
    expect((await cloud.call('GET', url)).body.result.read_replication).toEqual({ mode: 'disabled' });
    const refused = await cloud.call('PUT', url, { read_replication: null });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ code: 7400 }] } });
  });

  it('are removed by DELETE, and the name can be used again without the old data', async () => {
    const uuid = await createDatabase('short-lived');
    await cloud.call('POST', `${databases}/${uuid}/query`, { sql: 'CREATE TABLE t (a)' });
    expect(await cloud.call('DELETE', `${databases}/${uuid}`)).toMatchObject({
      status: 200,
      body: { result: null },
    });
    expect(await cloud.call('DELETE', `${databases}/${uuid}`)).toMatchObject({ status: 404 });
    expect((await cloud.call('POST', `${databases}/${uuid}/query`, { sql: 'SELECT 1' })).status).toBe(404);
    const again = await createDatabase('short-lived');
    const missing = await cloud.call('POST', `${databases}/${again}/query`, { sql: 'SELECT * FROM t' });
    expect(missing.body.errors[0].message).toContain('no such table: t');
  });
});

describe('D1 queries', () => {
  it('return rows as objects, with the number of changes', async () => {
    const url = `${databases}/${await createDatabase('queried')}/query`;
    await cloud.call('POST', url, { sql: 'CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)' });
    const inserted = await cloud.call('POST', url, {
      sql: 'INSERT INTO t (name) VALUES (?)',
      params: ['Ada'],
    });
    expect(inserted.body.result).toMatchObject([
      { success: true, results: [], meta: { changes: 1, last_row_id: 1 } },
    ]);
    const selected = await cloud.call('POST', url, {
      sql: 'SELECT * FROM t WHERE name = ?',
      params: ['Ada'],
    });
    expect(selected.body.result[0].results).toEqual([{ id: 1, name: 'Ada' }]);
  });

  it('return columns separately from rows on /raw, including duplicate names', async () => {
    const url = `${databases}/${await createDatabase('raw')}/raw`;
    const selected = await cloud.call('POST', url, { sql: "SELECT 1 AS a, x'0102' AS a, NULL AS c" });
    expect(selected.body.result[0].results).toEqual({ columns: ['a', 'a', 'c'], rows: [[1, [1, 2], null]] });
  });

  it('return one result for each statement of a text, and do not split triggers', async () => {
    const uuid = await createDatabase('several');
    const sql = `CREATE TABLE t (a); CREATE TABLE log (a);
      CREATE TRIGGER grow AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a); INSERT INTO log VALUES (0); END;
      INSERT INTO t VALUES (7); SELECT a FROM log WHERE a = ?;`;
    const answer = await cloud.call('POST', `${databases}/${uuid}/query`, { sql, params: [7] });
    expect(answer.body.result).toHaveLength(5);
    expect(answer.body.result[4].results).toEqual([{ a: 7 }]);
    expect((await cloud.call('GET', `${databases}/${uuid}`)).body.result.num_tables).toBe(2);
  });

  it('apply a batch as one transaction: all or nothing', async () => {
    const url = `${databases}/${await createDatabase('batched')}/query`;
    const batch = [{ sql: 'CREATE TABLE t (a UNIQUE)' }, { sql: 'INSERT INTO t VALUES (?)', params: [1] }];
    expect((await cloud.call('POST', url, { batch })).body.result).toHaveLength(2);
    const failing = [{ sql: 'INSERT INTO t VALUES (2)' }, { sql: 'INSERT INTO t VALUES (1)' }];
    const refused = await cloud.call('POST', url, { batch: failing });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ code: 7500 }] } });
    expect(refused.body.errors[0].message).toContain('UNIQUE constraint failed: t.a');
    const rows = await cloud.call('POST', url, { sql: 'SELECT a FROM t' });
    expect(rows.body.result[0].results).toEqual([{ a: 1 }]);
  });

  it("refuse bad SQL with 7500 and SQLite's own message", async () => {
    const url = `${databases}/${await createDatabase('refusing')}/query`;
    const refused = await cloud.call('POST', url, { sql: 'SELEC 1' });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ code: 7500 }] } });
    expect(refused.body.errors[0].message).toContain('near "SELEC": syntax error');
    expect((await cloud.call('POST', url, { sql: '-- nothing' })).body.errors[0].code).toBe(7500);
  });

  it('refuse a value above two megabytes and a statement above 100 kB', async () => {
    const url = `${databases}/${await createDatabase('limited')}/query`;
    await cloud.call('POST', url, { sql: 'CREATE TABLE t (a)' });
    const big = await cloud.call('POST', url, {
      sql: 'INSERT INTO t VALUES (?)',
      params: ['x'.repeat(2_000_001)],
    });
    expect(big.body.errors[0].message).toContain('SQLITE_TOOBIG');
    const long = await cloud.call('POST', url, { sql: `SELECT '${'x'.repeat(100_001)}'` });
    expect(long.status).toBe(400);
  });

  it('run through the SDK', async () => {
    const uuid = await createDatabase('sdk');
    const results = await client.d1.database.query(uuid, {
      account_id: cloud.config.accountId,
      sql: 'SELECT ? AS answer',
      params: ['42'],
    });
    expect(results.result[0]?.results).toEqual([{ answer: '42' }]);
  });
});
