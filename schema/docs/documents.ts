import { accountTables } from '../account/tables.ts';
import { supportTablesOf } from '../migrate/database-definition.ts';
import type { Tier } from '../model/define-table.ts';
import { platformTables } from '../platform/tables.ts';
import { accountStatesDocument } from './account-states-document.ts';
import { diagramsDocument } from './diagrams-document.ts';
import { type DocumentedDatabase, tablesDocument } from './tables-document.ts';

const otherTables = (tier: Tier) => [...supportTablesOf[tier].map(({ name }) => name), 'schema_migrations'];

const databases: readonly DocumentedDatabase[] = [
  {
    title: 'Platform database',
    describes: 'One for the whole factory: the registry, the marketplace and the operations on accounts.',
    tables: platformTables,
    supportTables: otherTables('platform'),
  },
  {
    title: 'Account database',
    describes: 'One for each account, bound to that account’s Worker alone.',
    tables: accountTables,
    supportTables: otherTables('account'),
  },
];

/** The generated documents: file name in `docs/` → text. */
export function generatedDocuments(): Readonly<Record<string, string>> {
  return {
    'account-states.md': accountStatesDocument(),
    'db-tables.md': tablesDocument(databases),
    'db-diagrams.md': diagramsDocument(databases),
  };
}

/** Folder of the documents. */
export const documentsFolder = new URL('../../docs/', import.meta.url);
