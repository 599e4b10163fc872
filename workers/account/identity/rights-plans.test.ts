import { type CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedGroupIds } from '../../../schema/account/seed.ts';
import { accountTables } from '../../../schema/account/tables.ts';
import { listedReferences } from '../../../schema/model/listed-references.ts';
import { migrate, startTestDatabases, type TestDatabases } from '../../../schema/testing/test-database.ts';
import type { Access } from '../../http/collection/access.ts';
import type { Change } from '../../http/collection/collection-options.ts';
import { checkPreconditions } from '../../http/collection/precondition.ts';
import { accountBuilder } from '../database/account-builder.ts';
import { anAdministratorRemains } from './administrators.ts';
import { ownsRightsOfGroup, ownsRightsOfUser } from './granted-rights.ts';
import { claimQuery, hasPermission, isActive, userIdOf } from './grants.ts';

const administrator = { status: 'active', groupIds: [seedGroupIds.administrators] };
const leaves: Change = {
  action: 'delete',
  id: 'usr-1',
  before: { id: 'usr-1', version: 1, etag: '"1"', fields: administrator },
  after: undefined,
};
const grants: Change = {
  action: 'create',
  id: 'grp-1',
  before: undefined,
  after: { permissions: ['clients:read'] },
};
// Of the claim, only whose it is goes into these questions.
const access = { subject: 'subject-of-ada' } as Access;

const questions: readonly (readonly [string, () => CompiledQuery])[] = [
  ['who asks and what they may do', () => claimQuery(access.subject, 1)],
  [
    'whether a write is allowed',
    () =>
      sql`select ${userIdOf(access.subject)}, ${isActive(access.subject)},
        ${hasPermission(access.subject, 'clients:write')}`.compile(accountBuilder),
  ],
  ['whether an administrator remains', () => checkPreconditions(anAdministratorRemains(leaves))],
  [
    'whether the rights of a user are the caller’s own',
    () => checkPreconditions(ownsRightsOfUser(leaves, access)),
  ],
  [
    'whether the rights of a group are the caller’s own',
    () => checkPreconditions(ownsRightsOfGroup(grants, access)),
  ],
];

describe('the question', () => {
  let databases: TestDatabases;

  beforeAll(async () => {
    databases = await startTestDatabases('account');
    await migrate(databases, 'account', 'account');
  }, 60_000);

  afterAll(() => databases.dispose());

  it.each(questions)(
    '%s reads no table from end to end, however many people there are',
    async (_what, ask) => {
      const { sql: text, parameters } = ask();
      const steps = await databases.query(
        'account',
        `EXPLAIN QUERY PLAN ${text}`,
        ...(parameters as readonly string[]),
      );
      const details = steps.map(({ detail }) => String(detail));
      const tables = accountTables.flatMap((table) => [
        table.name,
        ...listedReferences(table).map(({ entries }) => entries),
      ]);
      // The aliases that the questions give their tables.
      const names = new Set([...tables, 'membership', 'given']);
      const scans = details.filter(
        (detail) => names.has(/^SCAN (\w+)/.exec(detail)?.[1] ?? '') && !detail.includes('VIRTUAL TABLE'),
      );
      expect(scans).toEqual([]);
      // Nearly every user is active, so that an index by the status finds the whole table.
      expect(details.filter((detail) => detail.includes('users_by_status'))).toEqual([]);
      expect(details.some((detail) => detail.startsWith('SEARCH'))).toBe(true);
    },
  );
});
