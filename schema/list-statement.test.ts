import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from './account/tables/cases.ts';
import { clients } from './account/tables/clients.ts';
import { contactCompanies } from './account/tables/contact-companies.ts';
import { accountTables } from './account/tables.ts';
import type { FilterOperator, Table, TableColumn } from './define-table.ts';
import { promisedLists, sortColumn } from './indexes.ts';
import { type ListRequest, listStatement } from './list-statement.ts';
import { platformTables } from './platform/tables.ts';
import { migrate, type SqlRow, startTestDatabases, type TestDatabases } from './test-database.ts';

let databases: TestDatabases;

beforeAll(async () => {
  databases = await startTestDatabases('account', 'platform');
  await migrate(databases, 'account', 'account');
  await migrate(databases, 'platform', 'platform');
  await databases.batch(
    'account',
    caseRows.map(({ id, ...body }) => insert('cases', id, body)),
  );
  await databases.batch(
    'account',
    companyRows.map(({ id, ...body }) => insert('contact_companies', id, body)),
  );
}, 60_000);

afterAll(() => databases.dispose());

const statuses = ['open', 'waiting', 'closed'];
const caseRows = Array.from({ length: 60 }, (_, index) => ({
  id: `cas-${String(index).padStart(3, '0')}`,
  title: `Case ${index}`,
  clientId: 'cli-1',
  status: statuses[index % 3] ?? '',
  updatedAt: `2026-02-${String((index % 28) + 1).padStart(2, '0')}T00:00:00.000Z`,
  ...(index % 4 === 0 ? {} : { dueOn: `2026-03-${String((index % 9) + 1).padStart(2, '0')}` }),
}));
const companyRows = ['acme', 'Beta', 'ALPHA', 'alpine', 'Alban', 'al', 'Am', 'a%b'].map((name, index) => ({
  id: `cmp-${index}`,
  name,
  kind: 'insurer',
}));

function insert(table: string, id: string, body: object) {
  return { sql: `INSERT INTO ${table} (id, body) VALUES (?1, ?2)`, parameters: [id, JSON.stringify(body)] };
}

function sortOf(table: Table, field: string, descending = false): ListRequest['sort'] {
  return { column: field === 'createdAt' ? undefined : sortColumn(table, field), descending };
}

function columnOf(table: Table, field: string): TableColumn {
  return sortColumn(table, field);
}

/** What SQLite would do for each request, one line for each step. */
async function plans(
  table: Table,
  requests: readonly ListRequest[],
): Promise<readonly (readonly string[])[]> {
  const statements = requests.map((request) => listStatement(table, request));
  const results = await databases.batch(
    table.tier,
    statements.map(({ sql, parameters }) => ({ sql: `EXPLAIN QUERY PLAN ${sql}`, parameters })),
  );
  return results.map((rows) => rows.map(({ detail }) => String(detail)));
}

function inWords({ filters, sort, after }: ListRequest): string {
  const filter = filters.map(({ column, operator }) => `${column.field} ${operator}`).join();
  const order = `${sort.column?.field ?? 'createdAt'}${sort.descending ? ' descending' : ''}`;
  return `${filter || 'all'} by ${order}${after === undefined ? '' : ', later page'}`;
}

/** Reads a list page by page, as a caller does with cursors. */
async function readPages(
  table: Table,
  request: Omit<ListRequest, 'limit'>,
  pageSize: number,
): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: ListRequest['after'];
  for (;;) {
    const { sql, parameters } = listStatement(table, { ...request, after, limit: pageSize });
    const rows: readonly SqlRow[] = await databases.query(table.tier, sql, ...parameters);
    ids.push(...rows.map(({ id }) => String(id)));
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) {
      return ids;
    }
    after = { value: last.sort_value as string, id: String(last.id) };
  }
}

/** Values that a filter could have, as many as the operator takes. */
function valuesFor(operator: string): readonly string[] {
  return operator === 'in' ? ['a', 'b', 'c'] : ['a'];
}

describe.each(
  [...accountTables, ...platformTables].map((table) => ({ table, at: `${table.tier} ${table.name}` })),
)('a list of $at', ({ table }) => {
  it('finds what it promises by an index, in order, from any page on, both ways', async () => {
    const requests = promisedLists(table).flatMap(({ filter, sort }) => {
      const filters = filter === undefined ? [] : [{ ...filter, values: valuesFor(filter.operator) }];
      return [undefined, { value: 'a', id: 'b' }].flatMap((after) =>
        [false, true].map((descending) => ({
          filters,
          sort: sortOf(table, sort, descending),
          after,
          limit: 51,
        })),
      );
    });

    for (const [index, steps] of (await plans(table, requests)).entries()) {
      const request = requests[index] as ListRequest;
      // The first page of a whole table reads its index from one end, which SQLite calls a scan.
      const isWhole = request.filters.length === 0 && request.after === undefined;
      const wanted = isWhole ? /^SCAN .+ USING (?:COVERING )?INDEX/ : /^SEARCH|^MERGE|^LEFT|^RIGHT/;
      expect(
        steps.filter((step) => !wanted.test(step)),
        inWords(request),
      ).toEqual([]);
    }
  });

  it('never reads the whole table for a value or a beginning, whatever the sort', async () => {
    // A range open at one end may hold most rows; SQLite then rightly reads them in the order asked for.
    const isNarrow = (operator: FilterOperator) => operator !== 'gte' && operator !== 'lte';
    const requests = table.columns.flatMap((column) =>
      column.filters.filter(isNarrow).flatMap((operator) =>
        table.sorts.map((sort) => ({
          filters: [{ column, operator, values: valuesFor(operator) }],
          sort: sortOf(table, sort),
          limit: 51,
        })),
      ),
    );

    for (const [index, steps] of (await plans(table, requests)).entries()) {
      const scans = steps.filter((step) => step.startsWith(`SCAN ${table.name}`));
      expect(scans, inWords(requests[index] as ListRequest)).toEqual([]);
    }
  });
});

describe('listStatement', () => {
  it('pages through every row once, rows without the sorted field last', async () => {
    const expected = caseRows
      .toSorted((a, b) => compare([a.dueOn ?? '~', a.id], [b.dueOn ?? '~', b.id]))
      .map(({ id }) => id);

    expect(await readPages(cases, { filters: [], sort: sortOf(cases, 'dueOn') }, 7)).toEqual(expected);
    expect(await readPages(cases, { filters: [], sort: sortOf(cases, 'dueOn', true) }, 7)).toEqual(
      expected.toReversed(),
    );
  });

  it('merges the values of an `in` filter into one order', async () => {
    const filter = { column: columnOf(cases, 'status'), operator: 'in', values: ['open', 'closed'] } as const;
    const expected = caseRows
      .filter(({ status }) => status !== 'waiting')
      .toSorted((a, b) => compare([a.dueOn ?? '~', a.id], [b.dueOn ?? '~', b.id]))
      .map(({ id }) => id);

    expect(await readPages(cases, { filters: [filter], sort: sortOf(cases, 'dueOn') }, 11)).toEqual(expected);
  });

  it('takes more values in one `in` filter than D1 has arms or parameters for', async () => {
    const values = Array.from({ length: 150 }, (_, index) => `status-${index}`);
    const filter = {
      column: columnOf(cases, 'status'),
      operator: 'in',
      values: [...values, 'open'],
    } as const;

    expect(await readPages(cases, { filters: [filter], sort: sortOf(cases, 'createdAt') }, 50)).toHaveLength(
      20,
    );
  });

  it('shows a row once when a value of an `in` filter is given twice', async () => {
    const filter = { column: columnOf(cases, 'status'), operator: 'in', values: ['open', 'open'] } as const;

    expect(await readPages(cases, { filters: [filter], sort: sortOf(cases, 'createdAt') }, 50)).toHaveLength(
      20,
    );
  });

  it('leaves rows without the field out of a range', async () => {
    const column = columnOf(cases, 'dueOn');
    const from = { column, operator: 'gte', values: ['2026-03-05'] } as const;
    const to = { column, operator: 'lte', values: ['2026-03-06'] } as const;
    const inRange = caseRows.filter(({ dueOn }) => dueOn === '2026-03-05' || dueOn === '2026-03-06');
    const fromOn = caseRows.filter(({ dueOn }) => dueOn !== undefined && dueOn >= '2026-03-05');

    const sort = sortOf(cases, 'dueOn');
    expect(await readPages(cases, { filters: [from, to], sort }, 50)).toHaveLength(inRange.length);
    expect(await readPages(cases, { filters: [from], sort }, 50)).toHaveLength(fromOn.length);
  });

  it('finds names by their beginning in any case, and takes % and _ as they are', async () => {
    const byName = (value: string) => ({
      filters: [{ column: columnOf(contactCompanies, 'name'), operator: 'prefix', values: [value] }] as const,
      sort: sortOf(contactCompanies, 'name'),
    });

    expect(await readPages(contactCompanies, byName('AL'), 2)).toEqual(['cmp-5', 'cmp-4', 'cmp-2', 'cmp-3']);
    expect(await readPages(contactCompanies, byName('a%'), 2)).toEqual(['cmp-7']);
    expect(await readPages(contactCompanies, byName('_'), 2)).toEqual([]);
  });

  it('finds a client by the postcode of the first address', async () => {
    await databases.batch('account', [
      insert('clients', 'cli-1', {
        lastName: 'Hale',
        addresses: [{ postcode: 'NR1 3QT' }, { postcode: 'E1 6AN' }],
      }),
    ]);
    const byPostcode = (value: string) => ({
      filters: [{ column: columnOf(clients, 'postcode'), operator: 'prefix', values: [value] }] as const,
      sort: sortOf(clients, 'createdAt'),
    });

    expect(await readPages(clients, byPostcode('nr1'), 2)).toEqual(['cli-1']);
    expect(await readPages(clients, byPostcode('E1'), 2)).toEqual([]);
  });
});

function compare(left: readonly string[], right: readonly string[]): number {
  const [a, b] = [left.join(), right.join()];
  return a < b ? -1 : a > b ? 1 : 0;
}
