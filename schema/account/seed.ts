import { systemAuthor } from '../model/tracking.ts';

/** Ids of the groups that every account starts with. Their time part is `seededAt`. */
export const seedGroupIds = {
  administrators: 'grp-01kdvdna000000000000000001',
  advisers: 'grp-01kdvdna000000000000000002',
  caseworkers: 'grp-01kdvdna000000000000000003',
  readOnly: 'grp-01kdvdna000000000000000004',
} as const;

const seededAt = '2026-01-01T00:00:00.000Z';

const work = ['clients', 'client-dependants', 'client-dependant-clients', 'cases', 'case-tasks', 'documents'];
const contacts = ['contact-companies', 'contact-individuals'];
const people = ['users', 'groups'];

function may(
  collections: readonly string[],
  ...verbs: readonly ('read' | 'write' | 'delete')[]
): readonly string[] {
  return collections.flatMap((collection) => verbs.map((verb) => `${collection}:${verb}`));
}

/** A row that a migration inserts. */
export interface SeedRow {
  /** SQL name of the table. */
  readonly table: string;
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

function group(id: string, name: string, description: string, permissions: readonly string[]): SeedRow {
  return {
    table: 'groups',
    id,
    body: {
      name,
      description,
      permissions,
      createdAt: seededAt,
      createdBy: systemAuthor,
      updatedAt: seededAt,
      updatedBy: systemAuthor,
      version: 1,
    },
  };
}

/**
 * Rows that every account starts with. Their bodies lack `accountId`, because one migration serves all
 * accounts; the Worker adds it to the rows that it shows.
 */
export const accountSeed: readonly SeedRow[] = [
  group(seedGroupIds.administrators, 'Administrators', 'May do everything.', ['account:admin']),
  group(seedGroupIds.advisers, 'Advisers', 'Look after clients and their cases.', [
    ...may(work, 'read', 'write', 'delete'),
    ...may(contacts, 'read', 'write', 'delete'),
    ...may(people, 'read'),
    'clients:sensitive',
    'documents:download',
  ]),
  group(seedGroupIds.caseworkers, 'Caseworkers', 'Prepare and carry out the work; may not delete.', [
    ...may(work, 'read', 'write'),
    ...may(contacts, 'read', 'write'),
    ...may(people, 'read'),
    'documents:download',
  ]),
  group(
    seedGroupIds.readOnly,
    'Read-only',
    'May look at everything but sensitive fields, and change nothing.',
    [...may([...work, ...contacts, ...people], 'read'), 'documents:download'],
  ),
];
