import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { defineTable } from '../../../schema/model/define-table.ts';
import { isRefusal } from '../problems/refusal.ts';
import { parseListQuery } from './list-query.ts';

const table = defineTable({
  name: 'boats',
  collection: 'boats',
  tier: 'account',
  idPrefix: 'boa',
  describes: 'A boat.',
  body: v.strictObject({ name: v.string(), length: v.number(), homePort: v.object({ town: v.string() }) }),
  columns: [
    { name: 'name', path: 'name', type: 'text', filters: ['eq', 'prefix'] },
    { name: 'length', path: 'length', type: 'integer', filters: ['gte', 'lte', 'in'] },
    { name: 'status', path: 'status', type: 'text' },
    {
      name: 'owner_id',
      path: 'ownerId',
      type: 'text',
      filters: ['eq', 'in'],
      sorts: ['createdAt', 'name', 'status,name'],
      narrowedBy: ['length'],
    },
  ],
  sorts: ['name', 'status,name'],
  example: {},
});

function parse(query: string) {
  return parseListQuery(new URLSearchParams(query), table);
}

function problemsOf(query: string) {
  const parsed = parse(query);
  if (!isRefusal(parsed) || parsed.error.kind !== 'invalid_query') throw new Error(`${query} was accepted`);
  return parsed.error.errors.map(({ pointer, detail }) => `${pointer} ${detail}`);
}

describe('parseListQuery', () => {
  it('returns fifty rows in order of creation by default', () => {
    expect(parse('')).toMatchObject({
      filters: [],
      limit: 50,
      cursor: undefined,
      sort: { field: 'createdAt', descending: false },
    });
  });

  it('reads filters, sort, limit and cursor', () => {
    expect(
      parse(
        'ownerId[in]=a,b&name[prefix]=Sea&length[gte]=7&sort=-name&limit=200&cursor=abc&fields=name,length&count=none',
      ),
    ).toMatchObject({
      filters: [
        { operator: 'in', values: ['a', 'b'] },
        { operator: 'prefix', values: ['Sea'] },
        { operator: 'gte', values: [7] },
      ],
      sort: { field: 'name', descending: true, columns: [{ name: 'name' }] },
      limit: 200,
      cursor: 'abc',
      fields: ['name', 'length'],
      isCounted: false,
    });
  });

  it('sorts by the field of a range filter by default, because the index has no other order', () => {
    expect(parse('length[gte]=7')).toMatchObject({ sort: { field: 'length', descending: false } });
    expect(parse('length[in]=7,8')).toMatchObject({ sort: { field: 'createdAt' } });
    expect(parse('ownerId=a&createdAt[gte]=2026-01-01')).toMatchObject({ sort: { field: 'createdAt' } });
  });

  it('sorts by several fields where declared, and drops fields without effect', () => {
    const sorts = (query: string) => {
      const asked = parse(query);
      if (isRefusal(asked)) throw new Error(`${query} was refused`);
      return [asked.sort.field, asked.sort.columns.map(({ name }) => name), asked.sort.descending];
    };
    expect(sorts('sort=status,name')).toEqual(['status,name', ['status', 'name'], false]);
    expect(sorts('sort=-status,-name')).toEqual(['status,name', ['status', 'name'], true]);
    expect(sorts('ownerId=a&sort=status,name')).toEqual(['status,name', ['status', 'name'], false]);
    expect(sorts('sort=name,createdAt')).toEqual(['name', ['name'], false]);
    expect(sorts('sort=-name,-createdAt')).toEqual(['name', ['name'], true]);
    expect(sorts('ownerId=a&sort=ownerId,name')).toEqual(['name', ['name'], false]);
    expect(sorts('ownerId=a&sort=ownerId,createdAt')).toEqual(['createdAt', [], false]);
  });

  it.each([
    'name,status',
    'status,name,updatedAt',
    'name,name',
    'name,',
    ',name',
    'createdAt,name',
    'name,colour',
  ])('refuses sort=%s, which is not declared', (sort) => {
    expect(problemsOf(`sort=${sort}`)).toEqual([
      '#/query/sort is not a sort order of this list; see `allowed.lists`',
    ]);
  });

  it.each(['status,-name', '-status,name', '-name,createdAt'])(
    'refuses sort=%s, which mixes directions',
    (sort) => {
      expect(problemsOf(`sort=${sort}`)).toEqual([
        '#/query/sort mixes directions: all fields must be sorted in the same direction',
      ]);
    },
  );

  it.each([
    ['filters without a common index', 'name=a&length[in]=7,8'],
    ['a range filter with a sort by another field', 'length[gte]=7&sort=name'],
    ['a sort that the column of the filter does not declare', 'length[in]=7,8&sort=name'],
    ['two filters with several values each', 'ownerId=a&ownerId[in]=a,b'],
  ])('refuses %s', (_what, query) => {
    expect(problemsOf(query)).toEqual([
      '#/query is a combination of filters and sort that this list does not support; see `allowed.lists`',
    ]);
  });

  it('counts only lists that an index alone can count', () => {
    expect(parse('ownerId=a&count=exact')).toMatchObject({ isCounted: true });
    expect(problemsOf('ownerId=a&length[gte]=7&count=exact')).toEqual([
      '#/query/count is not available here: these rows cannot be counted from an index alone',
    ]);
  });

  it('adds the conditions of the list itself, and does not offer them to callers', () => {
    const column = table.columns.find(({ field }) => field === 'ownerId');
    if (column === undefined) throw new Error('boats have owners');
    const scope = [{ column, operator: 'eq', values: ['a'] }] as const;
    const ask = (query: string) => parseListQuery(new URLSearchParams(query), table, scope);

    expect(ask('sort=name')).toMatchObject({ filters: scope, sort: { field: 'name' } });
    expect(ask('colour=red')).toMatchObject({
      error: {
        allowed: {
          filters: { name: ['eq', 'prefix'], length: ['gte', 'lte', 'in'], createdAt: ['gte', 'lte'] },
          sorts: ['createdAt', 'name', 'status,name'],
          lists: [
            {
              filters: [],
              narrowedBy: ['length'],
              sorts: ['createdAt', 'name', 'status,name'],
              sortsWithRange: [],
            },
            { filters: ['name'], narrowedBy: ['length'], sorts: ['createdAt'], sortsWithRange: [] },
          ],
        },
      },
    });
  });

  it.each([
    ['colour=red', '#/query/colour is not a filter of this list'],
    ['status=active', '#/query/status is not a filter of this list'],
    ['name[gte]=a', '#/query/name[gte] supports only the operators eq, prefix'],
    ['name[$ne]=a', '#/query/name[$ne] is not a filter of this list'],
    ['length[gte]=long', '#/query/length[gte] must be a whole number'],
    ['name=', '#/query/name must have 1 to 254 characters'],
    [`name=${'x'.repeat(300)}`, '#/query/name must have 1 to 254 characters'],
    ['name=a&name=b', '#/query/name is given twice'],
    ['sort=length', '#/query/sort is not a sort order of this list; see `allowed.lists`'],
    ['fields=name,colour', '#/query/fields names colour, which is not a field of this list'],
    ['count=yes', '#/query/count must be exact or none'],
    ['createdAt[gte]=soon', '#/query/createdAt[gte] must be an instant such as 2026-03-31T09:30:00.000Z'],
    [
      'updatedAt[lte]=2026-02-30',
      '#/query/updatedAt[lte] must be an instant such as 2026-03-31T09:30:00.000Z',
    ],
    ['limit=0', '#/query/limit is not a number from 1 to 200'],
    ['limit=201', '#/query/limit is not a number from 1 to 200'],
    ['limit=1e2', '#/query/limit is not a number from 1 to 200'],
  ])('refuses %s', (query, problem) => {
    expect(problemsOf(query)).toEqual([problem]);
  });

  it('names every wrong parameter at once and lists what is allowed', () => {
    const refused = parse('colour=red&limit=0&sort=colour');
    expect(problemsOf('colour=red&limit=0&sort=colour')).toHaveLength(3);
    expect(refused).toMatchObject({
      error: {
        allowed: {
          filters: { name: ['eq', 'prefix'], length: ['gte', 'lte', 'in'], updatedAt: ['gte', 'lte'] },
          sorts: ['createdAt', 'updatedAt', 'name', 'status,name'],
          parameters: ['sort', 'limit', 'cursor', 'fields', 'count'],
        },
      },
    });
  });

  it('refuses a list above the cost limit, and says what would help', () => {
    const values = (letter: string) =>
      Array.from({ length: 50 }, (_, index) => `${letter}${index}`).join(',');
    const dear = `ownerId[in]=${values('')}&length[in]=${values('')}`.replaceAll(
      'ownerId[in]=0',
      'ownerId[in]=a',
    );
    expect(problemsOf(`${dear}&limit=200`)).toMatchObject([
      expect.stringMatching(
        /^#\/query costs \d+ .*, more than the maximum of 20000; request fewer rows, values or fields$/,
      ),
    ]);
    expect(parse(`${dear}&limit=50`)).toMatchObject({ limit: 50 });
    expect(parse(`${dear}&limit=190&fields=name`)).toMatchObject({ limit: 190 });
    expect(parse(`ownerId[in]=${values('o')}&limit=200`)).toMatchObject({ limit: 200 });
    expect(problemsOf(`fields=${'name,'.repeat(500)}name`)).toHaveLength(1);
  });
});
