import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from '../account/tables/cases.ts';
import { clients } from '../account/tables/clients.ts';
import { contactCompanies } from '../account/tables/contact-companies.ts';
import { accountTables } from '../account/tables.ts';
import { platformTables } from '../platform/tables.ts';
import { migrate, type SqlRow, startTestDatabases, type TestDatabases } from '../testing/test-database.ts';
import { type DeclaredList, declaredLists } from './declared-lists.ts';
import { defineTable, type FilterOperator, type Table, type TableColumn } from './define-table.ts';
import { newId } from './ids.ts';
import { indexesOf, ranges, sortColumn, sortColumns } from './indexes.ts';
import { limits } from './limits.ts';
import { countStatement, type ListCondition, type ListRequest, listStatement } from './list-statement.ts';

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
  return { columns: sortColumns(table, field), descending };
}

function columnOf(table: Table, field: string): TableColumn {
  return sortColumn(table, field);
}

/** The query plan of each request, one line for each step. */
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
  const order = `${sort.columns.map(({ field }) => field).join() || 'createdAt'}${sort.descending ? ' descending' : ''}`;
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

/** Possible values of a filter, as many as the operator takes. */
function valuesFor(operator: string): readonly string[] {
  return operator === 'in' ? ['a', 'b', 'c'] : ['a'];
}

/** All requests that a declared list answers: each operator of each column, with and without the optional filters. */
function requestsOf(table: Table, list: DeclaredList): readonly ListRequest[] {
  const equal = list.equal.map((column) => filterOf(column, 'eq'));
  const several = list.equal.flatMap((column, index) =>
    column.filters.includes('in') ? [equal.with(index, filterOf(column, 'in'))] : [],
  );
  const equalities = [equal, ...several].filter((filters) =>
    filters.every(({ column, operator }) => column.filters.includes(operator)),
  );
  const both = (['gte', 'lte'] as const).filter((operator) => list.range?.filters.includes(operator));
  const stretches = list.range?.filters.filter((operator) => ranges.includes(operator)) ?? [];
  const stretchFilters = [
    ...(list.needsRange ? [] : [[]]),
    ...stretches.map((operator) => [filterOf(list.range as TableColumn, operator)]),
    ...(both.length === 2 ? [both.map((operator) => filterOf(list.range as TableColumn, operator))] : []),
  ];
  const narrowing = [
    [],
    ...list.narrowing.flatMap((column) => column.filters.map((operator) => [filterOf(column, operator)])),
  ];
  const filters = [
    ...equalities.flatMap((first) => stretchFilters.map((stretch) => [...first, ...stretch])),
    ...narrowing.map((rest) => [...equal, ...(stretchFilters[0] ?? []), ...rest]),
  ];
  return filters.flatMap((asked) =>
    [undefined, { value: list.sort.includes(',') ? '["a","b"]' : 'a', id: 'b' }].flatMap((after) =>
      [false, true].map((descending) => ({
        filters: asked,
        sort: sortOf(table, list.sort, descending),
        after,
        limit: 51,
      })),
    ),
  );
}

interface Plans {
  readonly requests: readonly ListRequest[];
  /** The query plan of each request. */
  readonly steps: readonly (readonly string[])[];
}

const plansOfTables = new Map<Table, Promise<Plans>>();

/** The query plans of every list that a table declares, computed once. */
function declaredPlans(table: Table): Promise<Plans> {
  const known = plansOfTables.get(table);
  if (known !== undefined) return known;
  const requests = declaredLists(table).flatMap((list) => requestsOf(table, list));
  const asked = plans(table, requests).then((steps) => ({ requests, steps }));
  plansOfTables.set(table, asked);
  return asked;
}

/** Whether a unique index leaves at most one row, so that reading it does not matter. */
function findsOneRow(table: Table, { filters }: ListRequest): boolean {
  const equal = filters.filter(({ operator }) => operator === 'eq').map(({ column }) => column.name);
  return table.indexes.some(({ unique }) => unique.every((name) => equal.includes(name)));
}

function filterOf(column: TableColumn, operator: FilterOperator): ListCondition {
  const values = column.field === 'createdAt' ? ['2026-03-31'] : valuesFor(operator);
  return { column, operator, values };
}

describe.each(
  [...accountTables, ...platformTables].map((table) => ({ table, at: `${table.tier} ${table.name}` })),
)('a list of $at', ({ table }) => {
  it('answers every declared list from an index, in order, from any page, in both directions', async () => {
    const { requests, steps: allSteps } = await declaredPlans(table);

    for (const [index, steps] of allSteps.entries()) {
      const request = requests[index] as ListRequest;
      // The first page of a whole table reads the index from one end, which SQLite reports as a scan.
      const isWhole = request.filters.length === 0 && request.after === undefined;
      const wanted = isWhole
        ? /^SCAN .+ USING (?:COVERING )?INDEX/
        : /^SEARCH|^MERGE|^LEFT|^RIGHT|^LIST SUBQUERY|^SCAN json_each|^CREATE BLOOM FILTER/;
      expect(
        steps.filter((step) => !wanted.test(step)),
        inWords(request),
      ).toEqual([]);
    }
  });

  it('has no index that no declared list uses', async () => {
    const used = new Set((await declaredPlans(table)).steps.flat().flatMap((step) => step.split(' ')));
    const served = indexesOf(table).filter(({ unique }) => !unique);

    expect(served.filter(({ name }) => !used.has(name))).toEqual([]);
  });

  it('counts without reading a row', async () => {
    const requests = declaredLists(table)
      .flatMap((list) => requestsOf(table, list))
      .filter(({ after, sort }) => after === undefined && !sort.descending)
      .filter((request) => !findsOneRow(table, request));
    const counts = requests.flatMap((request) => {
      const statement = countStatement(table, request);
      return statement === undefined ? [] : [{ request, statement }];
    });
    const programs = await databases.batch(
      table.tier,
      counts.map(({ statement: { sql, parameters } }) => ({ sql: `EXPLAIN ${sql}`, parameters })),
    );
    const countPlans = await databases.batch(
      table.tier,
      counts.map(({ statement: { sql, parameters } }) => ({ sql: `EXPLAIN QUERY PLAN ${sql}`, parameters })),
    );

    expect(counts.length).toBeGreaterThan(0);
    for (const [index, { request }] of counts.entries()) {
      const details = countPlans[index]?.map(({ detail }) => String(detail)) ?? [];
      expect(
        details.filter(
          (detail) => detail.startsWith(`SCAN ${table.name}`) && !detail.includes('COVERING INDEX'),
        ),
        inWords(request),
      ).toEqual([]);
      // The index does not hold the body, so computing a generated column means reading the row.
      const steps = programs[index] ?? [];
      const opened = steps.filter(({ opcode }) => opcode === 'OpenRead').map(({ p1 }) => p1);
      const tables = steps.filter(({ opcode }) => opcode === 'DeferredSeek').map(({ p3 }) => p3);
      const read = steps.filter(({ opcode, p1 }) => opcode === 'Column' && tables.includes(p1));
      expect(opened.length, inWords(request)).toBeGreaterThan(0);
      expect(read, inWords(request)).toEqual([]);
    }
  });
});

describe('listStatement', () => {
  it('pages through every row once, with rows that lack the sort field last', async () => {
    const expected = caseRows
      .toSorted((a, b) => compare([a.dueOn ?? '~', a.id], [b.dueOn ?? '~', b.id]))
      .map(({ id }) => id);

    expect(await readPages(cases, { filters: [], sort: sortOf(cases, 'dueOn') }, 7)).toEqual(expected);
    expect(await readPages(cases, { filters: [], sort: sortOf(cases, 'dueOn', true) }, 7)).toEqual(
      expected.toReversed(),
    );
  });

  it('pages in the order of several columns, in both directions', async () => {
    const expected = caseRows
      .toSorted((a, b) => compare([a.status, a.dueOn ?? '~', a.id], [b.status, b.dueOn ?? '~', b.id]))
      .map(({ id }) => id);

    const sort = sortOf(cases, 'status,dueOn');
    expect(await readPages(cases, { filters: [], sort }, 7)).toEqual(expected);
    expect(await readPages(cases, { filters: [], sort: { ...sort, descending: true } }, 7)).toEqual(
      expected.toReversed(),
    );
  });

  it('merges the values of an `in` filter into one order of several columns', async () => {
    const title = { name: 'title', path: 'title', type: 'text', absent: '' } as const;
    const owner = {
      ...{ name: 'client_id', path: 'clientId', type: 'text', filters: ['eq', 'in'] },
      sorts: ['createdAt', 'status,dueOn'],
    } as const;
    const columns = [
      title,
      owner,
      ...cases.columns.filter(({ name }) => name === 'status' || name === 'due_on'),
    ];
    const table = defineTable({
      ...cases,
      serverFields: {},
      indexes: [],
      sorts: [],
      columns,
    } as never) as Table;
    const filter = {
      column: columnOf(table, 'clientId'),
      operator: 'in',
      values: ['cli-1', 'cli-2'],
    } as const;
    const { sql } = listStatement(table, {
      filters: [filter],
      sort: sortOf(table, 'status,dueOn'),
      limit: 7,
    });

    expect(sql).toContain('UNION ALL');
    await databases.query('account', 'CREATE INDEX temporary_index ON cases (client_id, status, due_on, id)');
    const expected = caseRows
      .toSorted((a, b) => compare([a.status, a.dueOn ?? '~', a.id], [b.status, b.dueOn ?? '~', b.id]))
      .map(({ id }) => id);
    const request = { filters: [filter], sort: sortOf(table, 'status,dueOn', true) };
    expect(await readPages(table, request, 11)).toEqual(expected.toReversed());
    await databases.query('account', 'DROP INDEX temporary_index');
  });

  it('merges the values of an `in` filter into one order', async () => {
    const filter = { column: columnOf(cases, 'status'), operator: 'in', values: ['open', 'closed'] } as const;
    const expected = caseRows
      .filter(({ status }) => status !== 'waiting')
      .toSorted((a, b) => compare([a.dueOn ?? '~', a.id], [b.dueOn ?? '~', b.id]))
      .map(({ id }) => id);

    expect(await readPages(cases, { filters: [filter], sort: sortOf(cases, 'dueOn') }, 11)).toEqual(expected);
  });

  it('accepts more values in one `in` filter than D1 allows terms or parameters', async () => {
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

  it('sorts at most one page per value for an `in` filter with many values', async () => {
    const values = Array.from({ length: 30 }, (_, index) => `status-${index}`);
    const filter = { column: columnOf(cases, 'status'), operator: 'in', values } as const;
    const request = { filters: [filter], sort: sortOf(cases, 'dueOn'), limit: 11 };
    const [steps = []] = await plans(cases, [request]);

    expect(
      steps.filter((step) => step.startsWith('SEARCH cases USING INDEX cases_by_status_due_on')),
    ).toHaveLength(30);
    // 30 values are 6 merges, which 2 more merge. Each passes on one page, so nothing else is sorted.
    expect(steps.filter((step) => step.startsWith('USE TEMP B-TREE')).length).toBeLessThanOrEqual(8);
    expect(steps.filter((step) => step.startsWith('SCAN cases'))).toEqual([]);
  });

  it('gives the same order for many values as for few', async () => {
    const values = [...statuses, ...Array.from({ length: 20 }, (_, index) => `status-${index}`)];
    const filter = { column: columnOf(cases, 'status'), operator: 'in', values } as const;
    const all = await readPages(cases, { filters: [], sort: sortOf(cases, 'dueOn', true) }, 50);

    expect(await readPages(cases, { filters: [filter], sort: sortOf(cases, 'dueOn', true) }, 7)).toEqual(all);
  });

  it('shows a row once when a value of an `in` filter is given twice', async () => {
    const filter = { column: columnOf(cases, 'status'), operator: 'in', values: ['open', 'open'] } as const;

    expect(await readPages(cases, { filters: [filter], sort: sortOf(cases, 'createdAt') }, 50)).toHaveLength(
      20,
    );
  });

  it('excludes rows without the field from a range', async () => {
    const column = columnOf(cases, 'dueOn');
    const from = { column, operator: 'gte', values: ['2026-03-05'] } as const;
    const to = { column, operator: 'lte', values: ['2026-03-06'] } as const;
    const inRange = caseRows.filter(({ dueOn }) => dueOn === '2026-03-05' || dueOn === '2026-03-06');
    const fromOn = caseRows.filter(({ dueOn }) => dueOn !== undefined && dueOn >= '2026-03-05');

    const sort = sortOf(cases, 'dueOn');
    expect(await readPages(cases, { filters: [from, to], sort }, 50)).toHaveLength(inRange.length);
    expect(await readPages(cases, { filters: [from], sort }, 50)).toHaveLength(fromOn.length);
  });

  it('finds the rows created in a time range by their ids alone', async () => {
    const at = (time: string) => newId('cas', Date.parse(time));
    const ids = ['2027-01-01T00:00:00.000Z', '2027-01-02T00:00:00.000Z', '2027-01-03T00:00:00.000Z'].map(at);
    await databases.batch(
      'account',
      ids.map((id) => insert('cases', id, { title: 'Later', clientId: 'cli-1', status: 'later' })),
    );
    const column = columnOf(cases, 'createdAt');
    const created = (operator: 'gte' | 'lte', value: string) =>
      ({ column, operator, values: [value] }) as const;
    const sort = sortOf(cases, 'createdAt');
    const later = { column: columnOf(cases, 'status'), operator: 'eq', values: ['later'] } as const;

    const from = [later, created('gte', '2027-01-02')];
    expect(await readPages(cases, { filters: from, sort }, 1)).toEqual(ids.slice(1));
    const to = [later, created('lte', '2027-01-02T00:00:00.000Z')];
    expect(await readPages(cases, { filters: to, sort }, 1)).toEqual(ids.slice(0, 2));
    await databases.query('account', "DELETE FROM cases WHERE status = 'later'");
  });

  it('pages through the values of a unique column', async () => {
    const ids = ['cli-a', 'cli-b', 'cli-c'];
    await databases.batch(
      'account',
      ids.map((id, index) => insert('clients', id, { lastName: 'Hale', reference: `HV-${9 - index}` })),
    );
    const filter = { column: columnOf(clients, 'reference'), operator: 'prefix', values: ['hv-'] } as const;
    const sort = sortOf(clients, 'reference');

    expect(await readPages(clients, { filters: [filter], sort }, 1)).toEqual(ids.toReversed());
  });

  it('is refused for a list that the table does not declare', () => {
    const filter = { column: columnOf(clients, 'email'), operator: 'eq', values: ['a@b.example'] } as const;
    const request = { filters: [filter], sort: sortOf(clients, 'lastName'), limit: 1 };

    expect(() => listStatement(clients, request)).toThrow('declares no list');
    expect(countStatement(clients, request)).toBeUndefined();
  });

  it('counts up to its limit', async () => {
    const filter = { column: columnOf(cases, 'status'), operator: 'in', values: ['open', 'closed'] } as const;
    const { sql, parameters } = countStatement(cases, {
      filters: [filter],
      sort: sortOf(cases, 'dueOn'),
    }) ?? {
      sql: '',
      parameters: [],
    };

    expect(parameters.at(-1)).toBe(limits.countRowsMax + 1);
    expect(await databases.query('account', sql, ...parameters)).toEqual([{ counted: 40 }]);
    expect(await databases.query('account', sql, ...parameters.with(-1, 7))).toEqual([{ counted: 7 }]);
  });

  it('matches name prefixes in any case and treats % and _ as literals', async () => {
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
      sort: sortOf(clients, 'postcode'),
    });

    expect(await readPages(clients, byPostcode('nr1'), 2)).toEqual(['cli-1']);
    expect(await readPages(clients, byPostcode('E1'), 2)).toEqual([]);
  });
});

function compare(left: readonly string[], right: readonly string[]): number {
  const [a, b] = [left.join(), right.join()];
  return a < b ? -1 : a > b ? 1 : 0;
}
