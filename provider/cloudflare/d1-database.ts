import type { CloudflareApi } from '../api/cloudflare-api.ts';
import { isList, isObject, type Properties, withoutUndefined } from '../engine/property-value.ts';
import { ProviderFailure } from '../engine/provider-failure.ts';
import { defineResource } from '../engine/resource-type.ts';
import { adoptAfterLostAnswer } from './adoption.ts';

const token = 'cloudflare:index/d1Database:D1Database';

/** A D1 database (SQLite at Cloudflare). A change of its name or jurisdiction replaces it. */
export const d1Database = defineResource({
  token,
  description: 'A D1 database.',
  inputs: {
    accountId: { type: 'string', description: 'Cloudflare account.', required: true, replaces: true },
    name: { type: 'string', description: 'Name of the database.', required: true, replaces: true },
    jurisdiction: {
      type: 'string',
      description: 'Jurisdiction in which the data is stored and processed.',
      values: ['eu', 'fedramp'],
      replaces: true,
    },
    primaryLocationHint: {
      type: 'string',
      description: 'Preferred location of the primary; ignored when a jurisdiction is set.',
      values: ['wnam', 'enam', 'weur', 'eeur', 'apac', 'oc'],
      replaces: true,
      keptOnRefresh: true,
    },
    readReplication: {
      type: 'object',
      description: 'Whether D1 keeps read replicas: `{ mode: "auto" | "disabled" }`.',
      chosenByService: true,
    },
  },
  outputs: {
    uuid: { type: 'string', description: 'Id of the database.' },
    createdAt: { type: 'string', description: 'When it was created, ISO 8601.' },
    fileSize: { type: 'number', description: 'Size in bytes.' },
    numTables: { type: 'number', description: 'Number of tables.' },
    version: { type: 'string', description: 'Storage version, `production`.' },
  },

  check(news) {
    const mode = news.readReplication?.mode;
    if (news.readReplication === undefined || mode === 'auto' || mode === 'disabled') return [];
    return [{ property: 'readReplication', reason: 'mode must be "auto" or "disabled"' }];
  },

  async create(api, inputs) {
    const path = databasesPath(inputs.accountId);
    const body = withoutUndefined({
      name: inputs.name,
      jurisdiction: inputs.jurisdiction,
      primary_location_hint: inputs.primaryLocationHint,
      read_replication: inputs.readReplication,
    });
    const database = await api.callForObject('POST', path, { body }).catch((error: unknown) =>
      adoptAfterLostAnswer(
        error,
        () => findByName(api, inputs.accountId, inputs.name),
        (found) => found.created_at,
      ),
    );
    if (typeof database.uuid !== 'string') {
      throw new ProviderFailure({
        kind: 'answer_unusable',
        method: 'POST',
        url: path,
        detail: 'it has no uuid',
      });
    }
    return { id: database.uuid, outputs: toOutputs(database) };
  },

  async read(api, id, inputs) {
    const { accountId, databaseId } = parseId(id, inputs.accountId);
    const database = await api.find(`${databasesPath(accountId)}/${databaseId}`);
    if (database === undefined) return undefined;
    return {
      id: databaseId,
      inputs: {
        accountId,
        name: database.name,
        jurisdiction: database.jurisdiction,
        readReplication: database.read_replication,
      },
      outputs: toOutputs(database),
    };
  },

  async update(api, id, news) {
    // The whole object, as Cloudflare's plugin sends it; the API documents `read_replication` only.
    const database = await api.callForObject('PUT', `${databasesPath(news.accountId)}/${id}`, {
      body: {
        name: news.name,
        jurisdiction: news.jurisdiction ?? null,
        primary_location_hint: news.primaryLocationHint ?? null,
        read_replication: news.readReplication ?? { mode: 'disabled' },
      },
    });
    return toOutputs(database);
  },

  async delete(api, id, inputs) {
    await api.call('DELETE', `${databasesPath(parseId(id, inputs.accountId).accountId)}/${id}`);
  },
});

function databasesPath(accountId: string): string {
  return `/accounts/${encodeURIComponent(accountId)}/d1/database`;
}

function toOutputs(database: Properties) {
  return {
    uuid: database.uuid,
    createdAt: database.created_at,
    fileSize: database.file_size,
    numTables: database.num_tables,
    version: database.version,
  };
}

async function findByName(
  api: CloudflareApi,
  accountId: string,
  name: string,
): Promise<Properties | undefined> {
  const databases = await api.call('GET', `${databasesPath(accountId)}?name=${encodeURIComponent(name)}`);
  // The filter of the API matches parts of names too.
  return isList(databases)
    ? databases.filter(isObject).find((database) => database.name === name)
    : undefined;
}

/** The id in the state is the uuid; the id of an import is prefixed with the Cloudflare account. */
function parseId(id: string, accountId: string | undefined): { accountId: string; databaseId: string } {
  const [first, second, ...rest] = id.split('/');
  if (first && second && rest.length === 0) return { accountId: first, databaseId: second };
  if (first && second === undefined && accountId !== undefined) return { accountId, databaseId: first };
  throw new ProviderFailure({ kind: 'id_unreadable', token, id, form: '<account id>/<database id>' });
}
