import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedGroupIds } from '../../../schema/account/seed.ts';
import { accountTables } from '../../../schema/account/tables.ts';
import {
  createSearchStatements,
  dropSearchStatements,
  searchShapesOf,
} from '../../../schema/search/search-index.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';

const CLIENTS = 1_234;

describe('the search index', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
    token = await account.token();
    await account.call('/v1/me', { token });
    await run(`insert into clients (id, body) with recursive n(i) as (select 1 union all select i + 1 from n where i < ${CLIENTS})
      select 'cli-' || printf('%026d', i), json_object('lastName', 'Person' || i, 'version', 1) from n`);
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  async function run(...statements: readonly string[]): Promise<void> {
    await account.database.batch(statements.map((sql) => account.database.prepare(sql)));
  }

  async function found(q: string): Promise<unknown> {
    const { body } = await account.call(`/v1/search?q=${q}`, { token });
    return [(body.items as unknown[]).length, body.isIndexComplete];
  }

  async function rebuild() {
    return await account.call('/v1/search/rebuild', { method: 'POST', token });
  }

  it('contains rows that were written without the API', async () => {
    expect(await found('person77')).toEqual([11, true]);
  });

  it('is rebuilt from the rows by an administrator, with an audit event', async () => {
    await run("insert into search_index (search_index) values ('delete-all')");
    expect(await found('person1234')).toEqual([0, true]);
    const { status, body } = await rebuild();
    expect([status, body]).toEqual([200, { isComplete: true }]);
    expect(await found('person1234')).toEqual([1, true]);
    const events = await account.call('/v1/audit-events?action=rebuild', { token });
    expect(events.body.items).toMatchObject([{ action: 'rebuild', collection: 'search' }]);
  });

  it('is the same after a rebuild as before it', async () => {
    const dump = async () => {
      await run('create virtual table if not exists search_words using fts5vocab(search_index, instance)');
      const { results } = await account.database
        .prepare('select * from search_words order by term, doc, col, offset limit 5000')
        .all();
      return results;
    };
    const before = await dump();
    expect((await rebuild()).body).toEqual({ isComplete: true });
    expect(await dump()).toEqual(before);
    await run('drop table search_words');
  });

  it('stays consistent while rows change during a rebuild', async () => {
    await run(
      "insert into search_index (search_index) values ('delete-all')",
      "insert into search_backlog (table_name, after_id) values ('clients', '')",
    );
    expect(await found('person9')).toEqual([0, false]);
    const id = (at: number) => `cli-${String(at).padStart(26, '0')}`;
    await run(
      `delete from clients where id = '${id(9)}'`,
      `update clients set body = json_set(body, '$.lastName', 'Renamed') where id = '${id(90)}'`,
      `update clients set body = json_set(body, '$.title', 'Mx') where id = '${id(91)}'`,
      `insert into clients (id, body) values ('cli-z', '{"lastName":"Newcomer","version":1}')`,
    );
    expect((await rebuild()).body).toEqual({ isComplete: true });
    expect(await found('renamed')).toEqual([1, true]);
    expect(await found('newcomer')).toEqual([1, true]);
    expect(await found('person91')).toEqual([11, true]);
    expect(await found('person90')).toEqual([10, true]);
    await run("insert into search_index (search_index) values ('integrity-check')");
    const counted = await account.database
      .prepare(
        'select (select count(*) from search_index_docsize) as indexed, (select count(*) from clients) as rows',
      )
      .first();
    expect(counted).toEqual({ indexed: CLIENTS, rows: CLIENTS });
  });

  it('can be dropped for an export and created again, with all rows in the backlog', async () => {
    const shapes = searchShapesOf(accountTables);
    await run(...dropSearchStatements(shapes));
    const left = await account.database
      .prepare("select name from sqlite_schema where name like '%search%' or sql like '%search_%'")
      .all();
    expect(left.results).toEqual([]);
    const body = { lastName: 'Meanwhile' };
    expect((await account.call('/v1/clients', { method: 'POST', token, body })).status).toBe(201);
    await run(...createSearchStatements(shapes));
    expect(await found('meanwhile')).toEqual([0, false]);
    await rebuild();
    expect(await found('meanwhile')).toEqual([1, true]);
  });

  it('cannot be rebuilt by other users', async () => {
    const body = { email: 'adviser@harbourvale.example', groupIds: [seedGroupIds.advisers] };
    await account.call('/v1/users', { method: 'POST', token, body });
    const adviser = await account.token({ subject: 'adviser', email: body.email });
    const answer = await account.call('/v1/search/rebuild', { method: 'POST', token: adviser });
    expect([answer.status, answer.body.permission]).toEqual([403, 'account:admin']);
    expect(await found('person1234')).toEqual([1, true]);
  });
});
