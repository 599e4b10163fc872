import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { queryDatabase } from '../../storage/d1-query.ts';
import { type DatabaseRecord, jurisdictions } from '../../storage/records.ts';
import { readBody } from '../http/body.ts';
import { type CloudContext, type CloudRequest, instantOf, param, queryOf } from '../http/context.ts';
import { answer, page, refuse } from '../http/envelope.ts';
import type { Route } from '../http/route.ts';

const base = '/accounts/:account/d1/database';
const perPageDefault = 100;
const locationHints = ['wnam', 'enam', 'weur', 'eeur', 'apac', 'oc'] as const;

const readReplication = v.object({ mode: v.picklist(['auto', 'disabled']) });

const createBody = v.object({
  name: v.pipe(
    v.string(),
    v.regex(/^[\w-]{1,64}$/u, 'must be 1 to 64 letters, digits, hyphens or underscores'),
  ),
  jurisdiction: v.nullish(v.picklist(jurisdictions)),
  primary_location_hint: v.nullish(v.picklist(locationHints)),
  read_replication: v.optional(readReplication),
});

/** The API requires `read_replication` and accepts no other field; clients send the whole resource. */
const updateBody = v.object({ read_replication: readReplication });

/** Databases: create, list, get, update, delete. */
export const d1Routes: readonly Route[] = [
  { method: 'GET', path: base, handle: listDatabases },
  { method: 'POST', path: base, handle: createDatabase },
  { method: 'GET', path: `${base}/:database`, handle: getDatabase },
  { method: 'PUT', path: `${base}/:database`, handle: updateDatabase },
  { method: 'PATCH', path: `${base}/:database`, handle: updateDatabase },
  { method: 'DELETE', path: `${base}/:database`, handle: deleteDatabase },
];

function listDatabases(request: CloudRequest, context: CloudContext): Response {
  const query = queryOf(request);
  const name = query.get('name') ?? '';
  const found = context.registry.databases.list().filter((record) => record.name.includes(name));
  // An exact match comes first, so that a caller who takes the first result gets it.
  found.sort((left, right) => Number(right.name === name) - Number(left.name === name));
  const [items, info] = page(found, query, perPageDefault);
  return answer(items.map(toSummary), info);
}

async function createDatabase(request: CloudRequest, context: CloudContext): Promise<Response> {
  const body = await readBody(request, createBody);
  if ('error' in body) return refuse(body.error);
  const { name, jurisdiction, primary_location_hint: hint, read_replication: replication } = body.value;
  if (context.registry.databases.list().some((record) => record.name === name)) {
    return refuse({ kind: 'database_exists', name });
  }
  const uuid = randomUUID();
  const record: DatabaseRecord = {
    uuid,
    name,
    createdAt: instantOf(context),
    jurisdiction: jurisdiction ?? null,
    primaryLocationHint: hint ?? null,
    readReplication: replication?.mode ?? 'disabled',
    tableCount: 0,
    volume: uuid,
  };
  context.registry.databases.put(record);
  // Migrations follow a creation within milliseconds, so the process is started while the response is sent.
  context.pool.warm(`d1:${uuid}`);
  return answer(toDetails(record, context));
}

async function getDatabase(request: CloudRequest, context: CloudContext): Promise<Response> {
  const { databases } = context.registry;
  // wrangler looks a database up by name, every other client by id.
  const wanted = param(request, 'database');
  const record = databases.get(wanted) ?? databases.list().find(({ name }) => name === wanted);
  if (record === undefined) return refuse({ kind: 'database_not_found', uuid: wanted });
  const fields = queryOf(request).get('fields')?.split(',');
  // A Worker may have changed the schema. Counting the tables of an open database is cheap.
  const isOpen = fields === undefined && context.pool.isRunning(`d1:${record.uuid}`);
  const details = toDetails(
    (isOpen ? await countTables(context, record.uuid) : undefined) ?? record,
    context,
  );
  const isAsked = (name: string): boolean => fields === undefined || fields.includes(name);
  return answer(Object.fromEntries(Object.entries(details).filter(([name]) => isAsked(name))));
}

async function updateDatabase(request: CloudRequest, context: CloudContext): Promise<Response> {
  const record = context.registry.databases.get(param(request, 'database'));
  if (record === undefined) return refuse({ kind: 'database_not_found', uuid: param(request, 'database') });
  const body = await readBody(request, updateBody);
  if ('error' in body) return refuse(body.error);
  const updated = { ...record, readReplication: body.value.read_replication.mode };
  context.registry.databases.put(updated);
  return answer(toDetails(updated, context));
}

async function deleteDatabase(request: CloudRequest, context: CloudContext): Promise<Response> {
  const uuid = param(request, 'database');
  if (context.registry.databases.get(uuid) === undefined) return refuse({ kind: 'database_not_found', uuid });
  await context.pool.withdraw(`d1:${uuid}`, () => {
    const record = context.registry.databases.get(uuid);
    context.registry.databases.delete(uuid);
    if (record !== undefined) context.volumes.remove('d1', record.volume, uuid);
  });
  return answer(null);
}

/** Counts the tables again and stores the count. Undefined when the database has been deleted. */
export async function countTables(context: CloudContext, uuid: string): Promise<DatabaseRecord | undefined> {
  const sql = String.raw`SELECT count(*) FROM sqlite_schema
    WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE '\_cf\_%' ESCAPE '\'`;
  const results = await queryDatabase(context.pool, uuid, [{ sql, params: [] }]);
  const record = context.registry.databases.get(uuid);
  if (record === undefined || 'kind' in results) return record;
  const tableCount = Number(results[0]?.rows[0]?.[0] ?? 0);
  if (tableCount === record.tableCount) return record;
  const updated = { ...record, tableCount };
  context.registry.databases.put(updated);
  return updated;
}

function toSummary(record: DatabaseRecord): Record<string, unknown> {
  return {
    uuid: record.uuid,
    name: record.name,
    version: 'production',
    created_at: record.createdAt,
    jurisdiction: record.jurisdiction,
  };
}

function toDetails(record: DatabaseRecord, context: CloudContext): Record<string, unknown> {
  return {
    ...toSummary(record),
    num_tables: record.tableCount,
    file_size: context.volumes.sizeBytes('d1', record.volume, record.uuid),
    read_replication: { mode: record.readReplication },
  };
}
