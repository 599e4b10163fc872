import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { defineTable } from '../../schema/define-table.ts';
import { parseListQuery } from './list-query.ts';
import { isRefusal } from './refusal.ts';

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
  ],
  sorts: ['name'],
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
  it('gives fifty rows in the order of their creation when nothing is asked', () => {
    expect(parse('')).toMatchObject({
      filters: [],
      limit: 50,
      cursor: undefined,
      sort: { field: 'createdAt', descending: false },
    });
  });

  it('reads filters, sort, limit and cursor', () => {
    expect(
      parse('name[prefix]=Sea&length[gte]=7&length[in]=7,8,9&sort=-name&limit=200&cursor=abc'),
    ).toMatchObject({
      filters: [
        { operator: 'prefix', values: ['Sea'] },
        { operator: 'gte', values: [7] },
        { operator: 'in', values: [7, 8, 9] },
      ],
      sort: { field: 'name', descending: true, column: { name: 'name' } },
      limit: 200,
      cursor: 'abc',
    });
  });

  it.each([
    ['colour=red', '#/query/colour is not a filter of this list'],
    ['status=active', '#/query/status is not a filter of this list'],
    ['name[gte]=a', '#/query/name[gte] does not know this operator, only eq, prefix'],
    ['name[$ne]=a', '#/query/name[$ne] is not a filter of this list'],
    ['length[gte]=long', '#/query/length[gte] is not a whole number'],
    ['name=', '#/query/name is empty or too long'],
    [`name=${'x'.repeat(300)}`, '#/query/name is empty or too long'],
    ['name=a&name=b', '#/query/name is given twice'],
    ['sort=length', '#/query/sort is not a field this list can be sorted by'],
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
          sorts: ['createdAt', 'updatedAt', 'name'],
          parameters: ['sort', 'limit', 'cursor'],
        },
      },
    });
  });
});
