import { accountTables } from '../../schema/account/tables.ts';
import type { Table } from '../../schema/model/define-table.ts';
import type { TestAccount } from './account-worker.ts';

/** Creates any number of rows of any table from its example. */
export interface ExampleRows {
  /** A body that can be created now: the rows that it refers to exist, and unique fields are new. */
  readonly body: (collection: string) => Promise<Record<string, unknown>>;
  /**
   * @param fields Fields that differ from the example; undefined omits one.
   * @returns The new row.
   */
  readonly create: (
    collection: string,
    fields?: Readonly<Record<string, unknown>>,
  ) => Promise<Record<string, unknown> & { readonly id: string }>;
}

/** Messages to an example address would leave the machine; nothing listens on this one. */
const OF_THIS_MACHINE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'webhook-endpoints': { url: 'http://127.0.0.1:9/hooks' },
};

/** Rows of an account, created with the rights of a token. */
export function createExampleRows(account: TestAccount, token: string): ExampleRows {
  let made = 0;
  const body: ExampleRows['body'] = async (collection) => {
    const table = tableOf(collection);
    const fields: Record<string, unknown> = { ...table.example, ...OF_THIS_MACHINE[collection] };
    made += 1;
    for (const name of table.indexes.flatMap(({ unique }) => unique)) {
      const path = table.columns.find((column) => column.name === name)?.path ?? '';
      if (typeof fields[path] === 'string')
        fields[path] = path === 'email' ? `n${made}.${fields[path]}` : `${fields[path]}-${made}`;
    }
    for (const [field, target] of Object.entries(table.references)) {
      if (fields[field] === undefined) continue;
      const { id } = await create(target);
      fields[field] = Array.isArray(fields[field]) ? [id] : id;
    }
    return Object.fromEntries(Object.entries(fields).filter(([name]) => name in table.body.entries));
  };
  const create: ExampleRows['create'] = async (collection, fields = {}) => {
    const request = { method: 'POST', token, body: { ...(await body(collection)), ...fields } };
    const answer = await account.call(`/v1/${collection}`, request);
    if (answer.status !== 201)
      throw new Error(`creating one of ${collection}: ${answer.status} ${answer.text}`);
    return answer.body as Record<string, unknown> & { readonly id: string };
  };
  return { body, create };
}

function tableOf(collection: string): Table {
  const tables: readonly Table[] = accountTables;
  const table = tables.find((candidate) => candidate.collection === collection);
  if (table === undefined) throw new Error(`no table has the collection ${collection}`);
  return table;
}
