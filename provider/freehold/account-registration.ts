import { accountRegistrationToken } from '../../schema/factory/resource-tokens.ts';
import type { Statement } from '../../schema/model/list-statement.ts';
import { systemAuthor } from '../../schema/model/tracking.ts';
import type { CloudflareApi } from '../api/cloudflare-api.ts';
import type { Properties } from '../engine/property-value.ts';
import { ProviderFailure } from '../engine/provider-failure.ts';
import { defineResource, type InputSpecs, type InputsOf } from '../engine/resource-type.ts';
import { type DatabaseAddress, runBatch } from './d1-query.ts';

/**
 * Fields of the row that say where the account is. They are what is stored, read back and taken away again.
 */
const routingFields = ['workerUrl', 'scriptName', 'databaseId', 'bucketName', 'placement', 'cell'] as const;

const inputs = {
  cloudflareAccountId: {
    type: 'string',
    description: 'Cloudflare account of the platform.',
    required: true,
    replaces: true,
  },
  platformDatabaseId: {
    type: 'string',
    description: 'D1 database with the registry.',
    required: true,
    replaces: true,
  },
  accountId: { type: 'string', description: 'Id of the row in `accounts`.', required: true, replaces: true },
  workerUrl: { type: 'string', description: 'Where the Worker of the account answers.', required: true },
  scriptName: { type: 'string', description: 'Name of the Worker script.', required: true },
  databaseId: { type: 'string', description: 'D1 database of the account.', required: true },
  bucketName: { type: 'string', description: 'R2 bucket of the account.', required: true },
  placement: { type: 'string', description: 'How the Worker is deployed.', default: 'script' },
  cell: { type: 'string', description: 'Which Cloudflare account of the operator.', default: 'default' },
  release: {
    type: 'string',
    description: 'Release of the code, stored whenever the row is written. A new one alone is no change.',
    keptOnRefresh: true,
    neverDiffers: true,
  },
} as const satisfies InputSpecs;

type Inputs = InputsOf<typeof inputs>;

/**
 * The line in the registry that makes an account reachable: it stores where the Worker, the database and the
 * bucket are, and turns an account that is being provisioned, or whose provisioning failed, into an active
 * one. Deleting it makes the account unreachable, and `offboarding` until nothing of it is left.
 */
export const accountRegistration = defineResource({
  token: accountRegistrationToken,
  description: "Stores an account's Worker, database and bucket on its row in the registry.",
  inputs,
  outputs: { status: { type: 'string', description: 'Status of the account after the registration.' } },

  async create(api, news) {
    return { id: toId(news), outputs: await register(api, news) };
  },

  update: (api, _id, news) => register(api, news),

  async read(api, id) {
    const registration = parseId(id);
    const fields = routingFields.map((name) => `json_extract(body, '$.${name}') AS ${name}`).join(', ');
    const [rows] = await runBatch(api, toDatabase(registration), [
      {
        sql: `SELECT ${fields}, json_extract(body, '$.status') AS status FROM accounts WHERE id = ?1`,
        parameters: [registration.accountId],
      },
    ]);
    const row = rows?.[0];
    if (row === undefined || row.status === 'offboarded' || typeof row.workerUrl !== 'string') {
      return undefined;
    }
    const { status, ...routing } = row;
    return { id, inputs: { ...registration, ...routing }, outputs: { status } };
  },

  // Not `offboarded`: the data is still there, and goes after this. Who sees to its end says that there is none left.
  async delete(api, id) {
    const registration = parseId(id);
    const gone = routingFields.filter((name) => name !== 'placement' && name !== 'cell');
    await runBatch(api, toDatabase(registration), [
      {
        sql: `UPDATE accounts SET body = json_set(json_remove(body, ${gone.map((name) => `'$.${name}'`).join(', ')}),
  '$.status', 'offboarding', ${trackingSql(2)})
WHERE id = ?1 AND json_extract(body, '$.status') <> 'offboarded'
  AND (json_extract(body, '$.status') <> 'offboarding' OR json_extract(body, '$.workerUrl') IS NOT NULL)`,
        parameters: [registration.accountId, now(), systemAuthor],
      },
    ]);
  },
});

/** Stores the routing fields. One call, since the row's absence shows in the second statement. */
async function register(api: CloudflareApi, news: Inputs): Promise<{ status: string }> {
  const stored: Readonly<Record<string, string>> = {
    workerUrl: news.workerUrl,
    scriptName: news.scriptName,
    databaseId: news.databaseId,
    bucketName: news.bucketName,
    placement: news.placement ?? 'script',
    cell: news.cell ?? 'default',
    ...(news.release !== undefined && { release: news.release }),
  };
  const fields = Object.keys(stored);
  const assignments = fields.map((name, index) => `'$.${name}', ?${index + 4}`).join(', ');
  const update: Statement = {
    sql: `UPDATE accounts SET body = json_set(body, ${assignments},
  '$.status', CASE WHEN json_extract(body, '$.status') IN ('provisioning', 'failed') THEN 'active'
    ELSE json_extract(body, '$.status') END, ${trackingSql(2)})
WHERE id = ?1 AND json_extract(body, '$.status') <> 'offboarded'`,
    parameters: [news.accountId, now(), systemAuthor, ...Object.values(stored)],
  };
  const [, rows] = await runBatch(api, toDatabase(news), [
    update,
    {
      sql: "SELECT json_extract(body, '$.status') AS status FROM accounts WHERE id = ?1",
      parameters: [news.accountId],
    },
  ]);
  const status = rows?.[0]?.status;
  const { accountId, platformDatabaseId } = news;
  if (status === undefined) {
    throw new ProviderFailure({ kind: 'account_row_missing', accountId, platformDatabaseId });
  }
  if (status === 'offboarded') throw new ProviderFailure({ kind: 'account_row_closed', accountId, status });
  return { status: String(status) };
}

/** The tracking fields of a changed row; its instant is parameter `first`, its author the next one. */
function trackingSql(first: number): string {
  return `'$.version', json_extract(body, '$.version') + 1, '$.updatedAt', ?${first}, '$.updatedBy', ?${first + 1}`;
}

function now(): string {
  return new Date().toISOString();
}

type Registration = Pick<Inputs, 'cloudflareAccountId' | 'platformDatabaseId' | 'accountId'>;

function toDatabase({
  cloudflareAccountId,
  platformDatabaseId,
}: Omit<Registration, 'accountId'>): DatabaseAddress {
  return { cloudflareAccountId, databaseId: platformDatabaseId };
}

function toId({ cloudflareAccountId, platformDatabaseId, accountId }: Registration): string {
  return `${cloudflareAccountId}/${platformDatabaseId}/${accountId}`;
}

function parseId(id: string): Registration & Properties {
  const [cloudflareAccountId, platformDatabaseId, accountId, ...rest] = id.split('/');
  if (cloudflareAccountId && platformDatabaseId && accountId && rest.length === 0) {
    return { cloudflareAccountId, platformDatabaseId, accountId };
  }
  throw new ProviderFailure({
    kind: 'id_unreadable',
    token: accountRegistrationToken,
    id,
    form: '<Cloudflare account id>/<platform database id>/<account id>',
  });
}
