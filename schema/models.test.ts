import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { accountTables } from './account/tables.ts';
import { jsonBytesMax } from './model/body-size.ts';
import { checkTables } from './model/check-tables.ts';
import type { Table } from './model/define-table.ts';
import { limits } from './model/limits.ts';
import { accountTrackingFields } from './model/tracking.ts';
import { platformTables } from './platform/tables.ts';

const tables: readonly Table[] = [...accountTables, ...platformTables];

describe('the models', () => {
  it('contain no mistake that can be found without a database', () => {
    expect(checkTables(accountTables)).toEqual([]);
    expect(checkTables(platformTables)).toEqual([]);
  });

  it('hold the domain of both tiers', () => {
    expect(accountTables.map(({ collection }) => collection)).toEqual(
      expect.arrayContaining([
        ...['users', 'groups', 'audit-events'],
        ...['clients', 'client-dependants', 'client-dependant-clients'],
        ...['cases', 'case-tasks', 'documents', 'contact-companies', 'contact-individuals'],
      ]),
    );
    expect(platformTables.map(({ collection }) => collection)).toEqual(
      expect.arrayContaining([
        'accounts',
        'operations',
        'releases',
        'providers',
        'webhook-endpoints',
        'webhook-deliveries',
        'audit-events',
      ]),
    );
  });
});

describe.each(tables.map((table) => ({ table, at: `${table.tier} ${table.name}` })))(
  'the model of $at',
  ({ table }) => {
    it('accepts its example unchanged', () => {
      const fields = v.strictObject({
        ...v.partial(v.strictObject(table.serverFields)).entries,
        ...table.body.entries,
      });

      expect(v.parse(fields, table.example)).toMatchObject(table.example);
      expect(v.parse(fields, v.parse(fields, table.example))).toEqual(v.parse(fields, table.example));
    });

    it('refuses an undeclared field, and names it', () => {
      const result = v.safeParse(table.body, { ...pick(table), shoeSize: 43 });

      expect(result.issues?.map((issue) => issue.path?.[0]?.key)).toEqual(['shoeSize']);
    });

    it('refuses the tracking fields from callers', () => {
      for (const name of ['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy']) {
        expect(v.is(table.body, { ...pick(table), [name]: 'x' }), name).toBe(false);
      }
    });

    it('cannot make a row that is too large for D1', () => {
      const row = v.strictObject({ ...accountTrackingFields, ...table.serverFields, ...table.body.entries });

      expect(jsonBytesMax(row, table.name)).toBeLessThan(limits.rowBytesMax);
    });
  },
);

/** The fields of the example that a caller may write. */
function pick(table: Table): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(table.example).filter(([name]) => name in table.body.entries));
}
