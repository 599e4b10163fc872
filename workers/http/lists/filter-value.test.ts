import { describe, expect, it } from 'vitest';
import { auditEvents } from '../../../schema/account/tables/audit-events.ts';
import { cases } from '../../../schema/account/tables/cases.ts';
import { clients } from '../../../schema/account/tables/clients.ts';
import { contactCompanies } from '../../../schema/account/tables/contact-companies.ts';
import type { FilterOperator, Table } from '../../../schema/model/define-table.ts';
import { parseFilterValue } from './filter-value.ts';

const USER = 'usr-01kdw5h80c0000000000000004';

function read(table: Table, field: string, text: string, operator: FilterOperator = 'eq') {
  const column = table.columns.find((candidate) => candidate.field === field);
  if (column === undefined) throw new Error(`${table.name} has no column for ${field}`);
  return parseFilterValue(text, operator, column, table);
}

describe('parseFilterValue', () => {
  it.each([
    [clients, 'status', 'bogus', 'must be one of prospect, active, dormant, archived'],
    [clients, 'status', 'Active', 'must be one of prospect, active, dormant, archived'],
    [auditEvents, 'action', 'peek', expect.stringContaining('must be one of create, update, delete')],
    [clients, 'adviserId', 'me', 'must be an id that starts with usr-'],
    [clients, 'adviserId', 'cli-01kdw5h80c0000000000000001', 'must be an id that starts with usr-'],
    [clients, 'dateOfBirth', 'tomorrow', 'must be a date such as 2026-03-31'],
    [clients, 'dateOfBirth', '2026-02-30', 'must be a date that exists'],
    [clients, 'dateOfBirth', '2026-03-31T00:00:00.000Z', expect.stringContaining('must ')],
    [cases, 'dueOn', '~', 'must be a date such as 2026-03-31'],
    [cases, 'openedAt', 'soon', 'must be an instant such as 2026-03-31T09:30:00.000Z'],
    [clients, 'email', 'nobody', 'must be an e-mail address'],
    [clients, 'reference', 'x'.repeat(41), 'must have at most 40 characters'],
    [clients, 'lastName', 'a\u0000b', 'must have 1 to 254 characters'],
    [clients, 'lastName', '\u200b', 'must not be empty'],
  ])('says what the field accepts: %o %s', (table, field, text, problem) => {
    expect(read(table, field, text)).toEqual(problem);
  });

  it.each([
    [clients, 'status', 'active', 'eq', 'active'],
    [clients, 'adviserId', USER, 'eq', USER],
    [clients, 'email', ' Ada@HarbourVale.example ', 'eq', 'ada@harbourvale.example'],
    [clients, 'lastName', 'Hälsing', 'eq', 'halsing'],
    [clients, 'lastName', 'O’Hara', 'eq', "o'hara"],
    [clients, 'lastName', 'Łó', 'prefix', 'lo'],
    [clients, 'lastName', 'x ', 'prefix', 'x '],
    [clients, 'reference', 'HV-1\u200b', 'prefix', 'HV-1'],
    [clients, 'postcode', 'nr1 3qt', 'eq', 'NR1 3QT'],
    [clients, 'postcode', 'nr13qt', 'eq', 'NR1 3QT'],
    [contactCompanies, 'kind', 'solicitor', 'eq', 'solicitor'],
    [cases, 'dueOn', '2026-03-31', 'gte', '2026-03-31'],
    [cases, 'openedAt', '2026-03-31T09:30:00Z', 'gte', '2026-03-31T09:30:00.000Z'],
    [cases, 'openedAt', '2026-03-31T09:30Z', 'gte', '2026-03-31T09:30:00.000Z'],
    [cases, 'updatedAt', '2026-03-31', 'gte', '2026-03-31T00:00:00.000Z'],
    [cases, 'updatedAt', '2026-03-31', 'lte', '2026-03-31T23:59:59.999Z'],
    [cases, 'createdAt', '2026-03-31', 'lte', '2026-03-31T23:59:59.999Z'],
  ] as const)('normalizes a value as rows do: %o %s %s %s', (table, field, text, operator, value) => {
    expect(read(table, field, text, operator)).toEqual({ value });
  });
});
