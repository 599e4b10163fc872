import { accountTables } from '../../../schema/account/tables.ts';
import type { Table } from '../../../schema/model/define-table.ts';
import type { TestAccount } from '../../testing/account-worker.ts';
import type { ContractOperation } from '../../testing/contract.ts';
import { type ContractRequest, listRequests, parameterRequests } from '../../testing/contract-requests.ts';
import type { ExampleRows } from '../../testing/example-rows.ts';

/** The tools that requests are made with. */
export interface ContractTools {
  readonly account: TestAccount;
  readonly rows: ExampleRows;
  readonly token: string;
}

/** Requests that cause every response of one operation that bad input alone does not. */
export type RequestsOf = (
  operation: ContractOperation,
  tools: ContractTools,
) => Promise<readonly ContractRequest[]>;

const ANY = { 'if-match': '*' };

/** Fields without which an example can be deleted at once. */
const DELETABLE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  documents: { retainUntil: undefined },
};

/** Requests for one operation. Those of collections follow from the model, all others are listed here. */
export const goodAccountRequests: RequestsOf = async (operation, tools) => {
  const own = REQUESTS[operation.operationId];
  if (own !== undefined) return await own(operation, tools);
  const [, exported] = /^\/v1\/exports\/([a-z-]+)$/.exec(operation.path) ?? [];
  if (exported !== undefined) return await exportRequests(exported, operation, tools);
  const [, collection, isRow] = /^\/v1\/([a-z-]+)(\/\{id\})?$/.exec(operation.path) ?? [];
  const table = accountTables.find((candidate) => candidate.collection === collection);
  if (table === undefined) return [{ path: operation.path, status: 200 }];
  return isRow === undefined
    ? await collectionRequests(table, operation, tools)
    : await rowRequests(table, operation, tools);
};

/** A list with each of its parameters, or a create. */
async function collectionRequests(
  table: Table,
  operation: ContractOperation,
  { rows }: ContractTools,
): Promise<readonly ContractRequest[]> {
  if (operation.method === 'POST') return await createRequests(table, operation.path, rows);
  if (!table.readOnly) await Promise.all([rows.create(table.collection), rows.create(table.collection)]);
  return listRequests(operation);
}

/** An export in both formats and with each of its parameters. */
async function exportRequests(
  collection: string,
  { path, parameters }: ContractOperation,
  { rows }: ContractTools,
): Promise<readonly ContractRequest[]> {
  const table = accountTables.find((candidate) => candidate.collection === collection);
  if (table?.readOnly === false) await rows.create(collection);
  return [
    { path, status: 200 },
    { path: `${path}?format=csv`, status: 200 },
    { path: `${path}?format=xml`, status: 400 },
    { path: `${path}?limit=5`, status: 400 },
    ...parameterRequests(path, parameters, ['sort']),
  ];
}

async function createRequests(
  table: Table,
  path: string,
  rows: ExampleRows,
): Promise<readonly ContractRequest[]> {
  const key = { 'idempotency-key': crypto.randomUUID() };
  const body = await rows.body(table.collection);
  return [
    { path, body, headers: key, status: 201 },
    { path, body, headers: key, status: 201 },
    { path, body: otherBody(body), headers: key, status: 422 },
    { path, body: { ...body, shoeSize: 43 }, status: 422 },
    ...(table.indexes.length > 0 ? [{ path, body, status: 409 }] : []),
    ...danglingBodies(table, body).map((dangling) => ({ path, body: dangling, status: 422 })),
  ];
}

/** Another valid body, which a key that was used cannot come with. */
function otherBody(body: Record<string, unknown>): Record<string, unknown> {
  const field = ['lastName', 'name', 'title', 'relationship', 'url'].find(
    (name) => typeof body[name] === 'string',
  );
  if (field === undefined) throw new Error('the body has no text that can be changed');
  return { ...body, [field]: `${body[field]}x` };
}

async function rowRequests(
  table: Table,
  { method }: ContractOperation,
  { account, rows, token }: ContractTools,
): Promise<readonly ContractRequest[]> {
  const { collection } = table;
  if (table.readOnly) {
    const list = await account.call(`/v1/${collection}?limit=1`, { token });
    const [row] = list.body.items as readonly { readonly id: string; readonly version: number }[];
    return readRequests(`/v1/${collection}/${row?.id}`, row?.version ?? 1);
  }
  const row = await rows.create(collection, DELETABLE[collection]);
  const path = `/v1/${collection}/${row.id}`;
  if (method === 'GET') return readRequests(path, Number(row.version));
  const unsure = [
    { path, ...(method === 'DELETE' ? {} : { body: row }), status: 428 },
    { path, ...(method === 'DELETE' ? {} : { body: row }), headers: { 'if-match': '"99"' }, status: 412 },
  ];
  const fields = onlyCallers(table, row);
  const sent = unsure.map((request) => ('body' in request ? { ...request, body: fields } : request));
  if (method === 'DELETE') {
    const named = await namedRow(table, rows);
    return [
      ...sent,
      ...named.map((other) => ({ path: other, headers: ANY, status: 409 })),
      { path, headers: ANY, status: 204 },
    ];
  }
  const body = method === 'PATCH' ? {} : fields;
  const mediaType = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const headers = { ...ANY, 'content-type': mediaType };
  return [
    ...sent,
    { path, body, headers, status: 200 },
    { path, body: { ...body, shoeSize: 43 }, headers, status: 422 },
    ...(await takenValues(table, rows, method === 'PATCH')).map((request) => ({
      ...request,
      headers,
      status: 409,
    })),
    ...(await wrongStates(table, rows, method === 'PATCH')).map((request) => ({
      ...request,
      headers,
      status: 409,
    })),
  ];
}

/** A row that another row refers to, if a table has references to this one. */
async function namedRow(table: Table, rows: ExampleRows): Promise<readonly string[]> {
  const references = accountTables.flatMap((other: Table) =>
    Object.entries(other.references)
      .filter(([, collection]) => collection === table.collection)
      .map(([field]) => ({ other, field, isInExample: Object.hasOwn(other.example, field) })),
  );
  const [reference] = references.toSorted(
    (left, right) => Number(right.isInExample) - Number(left.isInExample),
  );
  if (reference === undefined) return [];
  const { other, field, isInExample } = reference;
  const fields = isInExample ? {} : { [field]: (await rows.create(table.collection)).id };
  const naming = await rows.create(other.collection, fields);
  return [`/v1/${table.collection}/${[naming[field]].flat()[0]}`];
}

/** A change to a value that another row already has, if it must be unique. */
async function takenValues(
  table: Table,
  rows: ExampleRows,
  isPatch: boolean,
): Promise<readonly { readonly path: string; readonly body: object }[]> {
  const [index] = table.indexes;
  if (index === undefined) return [];
  const [first, second] = [await rows.create(table.collection), await rows.create(table.collection)];
  const paths = table.columns.filter(({ name }) => index.unique.includes(name)).map(({ path }) => path);
  const taken = Object.fromEntries(paths.map((path) => [path, first[path]]));
  const body = { ...(isPatch ? {} : onlyCallers(table, second)), ...taken };
  return [{ path: `/v1/${table.collection}/${second.id}`, body }];
}

/** A change to a state that may not follow the present one, if the table has states. */
async function wrongStates(
  table: Table,
  rows: ExampleRows,
  isPatch: boolean,
): Promise<readonly { readonly path: string; readonly body: object }[]> {
  if (table.states === undefined) return [];
  const { field, transitions } = table.states;
  const states = Object.keys(transitions);
  const pairs = states.flatMap((from) => states.map((to) => [from, to] as const));
  const [from, to] = pairs.find(([from, to]) => from !== to && !transitions[from]?.includes(to)) ?? [];
  if (from === undefined) return [];
  const row = await rows.create(table.collection, { [field]: from });
  const body = { ...(isPatch ? {} : onlyCallers(table, row)), [field]: to };
  return [{ path: `/v1/${table.collection}/${row.id}`, body }];
}

function readRequests(path: string, version: number): readonly ContractRequest[] {
  return [
    { path, status: 200 },
    { path, headers: { 'if-none-match': `"${version}"` }, status: 304 },
  ];
}

/** The body with each reference in turn to a row that does not exist. */
function danglingBodies(table: Table, body: Readonly<Record<string, unknown>>) {
  return Object.entries(table.references)
    .filter(([field]) => body[field] !== undefined)
    .map(([field]) => {
      const nothing = String([body[field]].flat()[0]).replace(/.{10}$/, '0000000000');
      return { ...body, [field]: Array.isArray(body[field]) ? [nothing] : nothing };
    });
}

function onlyCallers(table: Table, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name in table.body.entries));
}

/** A document with two versions of its bytes. */
async function documentWithBytes({ account, rows, token }: ContractTools): Promise<string> {
  const { id } = await rows.create('documents', DELETABLE.documents);
  for (const body of ['first', 'second']) {
    await account.call(`/v1/documents/${id}/content`, { method: 'PUT', token, body, headers: BYTES });
  }
  return `/v1/documents/${id}`;
}

const BYTES = { 'content-type': 'application/octet-stream' };
const DIGEST_OF_NOTHING = 'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:';

/** A stream of nine MiB without a content length. */
async function* unmeasured(): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < 9; sent++) yield new Uint8Array(1024 * 1024);
}

function downloads(path: string): readonly ContractRequest[] {
  return [
    { path, status: 200 },
    { path, headers: { range: 'bytes=0-1' }, status: 206 },
    { path, headers: { range: 'bytes=99-' }, status: 416 },
    { path, headers: { 'if-none-match': '*' }, status: 304 },
    { path, headers: { 'if-match': '"other"' }, status: 412 },
  ];
}

/** An upload of three bytes in one part. */
async function startUpload({ account, rows, token }: ContractTools): Promise<string> {
  const { id } = await rows.create('documents', DELETABLE.documents);
  const path = `/v1/documents/${id}/uploads`;
  const started = await account.call(path, { method: 'POST', token, body: { sizeBytes: 3 } });
  return `${path}/${started.body.uploadId}`;
}

async function sendPart(upload: string, { account, token }: ContractTools): Promise<void> {
  await account.call(`${upload}/parts/1`, { method: 'PUT', token, body: 'abc', headers: BYTES });
}

async function completedUpload(tools: ContractTools): Promise<string> {
  const upload = await startUpload(tools);
  await sendPart(upload, tools);
  await tools.account.call(`${upload}/completion`, { method: 'POST', token: tools.token });
  return upload;
}

/** A failed delivery. */
async function failedDelivery({ account, rows, token }: ContractTools) {
  const { id: endpointId } = await rows.create('webhook-endpoints');
  const path = `/v1/webhook-endpoints/${endpointId}/tests`;
  const { body } = await account.call(path, { method: 'POST', token });
  const id = String(body.id);
  await account.database
    .prepare("update webhook_deliveries set body = json_set(body, '$.status', 'failed') where id = ?")
    .bind(id)
    .run();
  return { endpointId, id };
}

async function heldClient({ rows }: ContractTools): Promise<string> {
  const { id } = await rows.create('clients');
  await rows.create('documents', { ...DELETABLE.documents, clientId: id, legalHold: true });
  return id;
}

function newKey(): { readonly 'idempotency-key': string } {
  return { 'idempotency-key': crypto.randomUUID() };
}

/** Requests of operations that are not generated from a model. */
const REQUESTS: Readonly<Record<string, RequestsOf>> = {
  search: async () => [
    { path: '/v1/search?q=holl', status: 200 },
    { path: '/v1/search?q=holl&types=clients,cases&limit=1', status: 200 },
  ],

  verifyAuditEvents: async () => [
    { path: '/v1/audit-events/verification', status: 200 },
    { path: '/v1/audit-events/verification?cursor=nonsense', status: 400 },
  ],

  getHousehold: async ({ path }, { rows }) => {
    const { id } = await rows.create('clients');
    return [
      { path: path.replace('{id}', id), status: 200 },
      { path: path.replace('{id}', 'cli-01kdw5h80c0000000000000000'), status: 404 },
    ];
  },
  getCase: async (_operation, { rows }) => {
    const path = `/v1/cases/${(await rows.create('cases')).id}`;
    return [
      ...readRequests(path, 1),
      { path: `${path}?expand=tasks`, status: 200 },
      { path: `${path}?expand=everything`, status: 400 },
    ];
  },
  listTasksOfCase: async ({ path }, { rows }) => {
    const { id } = await rows.create('cases');
    return [
      { path: path.replace('{id}', id), status: 200 },
      { path: `${path.replace('{id}', id)}?sort=-position&count=exact`, status: 200 },
      { path: `${path.replace('{id}', id)}?cursor=nonsense`, status: 400 },
      { path: path.replace('{id}', 'cas-01kdw5h80c0000000000000000'), status: 404 },
    ];
  },

  importRows: async () => {
    const path = '/v1/imports/clients';
    const lines = { 'content-type': 'application/x-ndjson', ...newKey() };
    return [
      { path, body: '{"lastName":"Imported"}\n{"lastName":7}\n', headers: lines, status: 200 },
      { path, body: 'shoeSize\r\n43\r\n', headers: { 'content-type': 'text/csv', ...newKey() }, status: 422 },
      {
        path,
        body: 'lastName\r\nCsv\r\n',
        headers: { 'content-type': 'text/csv', ...newKey() },
        status: 200,
      },
      { path: `${path}?mode=never`, body: '{}', headers: { ...lines, ...newKey() }, status: 400 },
      { path, body: '<x/>', headers: { 'content-type': 'application/xml', ...newKey() }, status: 415 },
      { path: '/v1/imports/nothing', body: '{}', headers: { ...lines, ...newKey() }, status: 404 },
    ];
  },
  exportSubject: async (_operation, { rows }) => [
    { path: `/v1/clients/${(await rows.create('clients')).id}/subject-export`, status: 200 },
  ],
  eraseClient: async (_operation, tools) => {
    const path = `/v1/clients/${(await tools.rows.create('clients')).id}/erasure`;
    const headers = newKey();
    const body = { reason: 'Asked for it by letter.' };
    return [
      { path, body, status: 400 },
      { path, body: {}, headers, status: 422 },
      { path: `/v1/clients/${await heldClient(tools)}/erasure`, body, headers: newKey(), status: 409 },
      { path, body, headers, status: 200 },
      { path, body, headers, status: 200 },
    ];
  },
  getErasure: async (_operation, { account, rows, token }) => {
    const path = `/v1/clients/${(await rows.create('clients')).id}/erasure`;
    const body = { reason: 'Asked for it by letter.' };
    await account.call(path, { method: 'POST', token, body, headers: newKey() });
    return [{ path, status: 200 }];
  },
  getRetention: async (_operation, { account, token }) => {
    const { headers } = await account.call('/v1/retention', { token });
    const etag = headers.get('etag') ?? '';
    return [
      { path: '/v1/retention', status: 200 },
      { path: '/v1/retention', headers: { 'if-none-match': etag }, status: 304 },
    ];
  },
  setRetention: async ({ path, exampleBody: body }) => [
    { path, body, status: 428 },
    { path, body, headers: { 'if-match': '"99"' }, status: 412 },
    { path, body: { shoes: [] }, headers: ANY, status: 422 },
    { path, body, headers: ANY, status: 200 },
  ],
  runRetention: async ({ path }) => [
    { path, body: { dryRun: true }, status: 200 },
    { path, body: { dryRun: true, cursor: 'x' }, status: 400 },
    { path, body: { dryRun: 'perhaps' }, status: 422 },
  ],

  rotateWebhookSecret: async ({ path }, { rows }) => {
    const rotations = path.replace('{id}', (await rows.create('webhook-endpoints')).id);
    return [
      { path: rotations, body: { overlapHours: -1 }, status: 422 },
      { path: rotations, body: { overlapHours: 1 }, status: 201 },
    ];
  },
  testWebhookEndpoint: async ({ path }, { rows }) => [
    { path: path.replace('{id}', (await rows.create('webhook-endpoints')).id), status: 202 },
  ],
  replayWebhookEvents: async ({ path }, { rows }) => {
    const replays = path.replace('{id}', (await rows.create('webhook-endpoints')).id);
    return [
      { path: replays, body: { since: 'yesterday' }, status: 422 },
      { path: replays, body: { since: new Date().toISOString() }, status: 202 },
    ];
  },
  listDeliveriesOfWebhookEndpoint: async ({ path }, tools) => {
    const { endpointId } = await failedDelivery(tools);
    return [
      { path: path.replace('{id}', endpointId), status: 200 },
      { path: `${path.replace('{id}', endpointId)}?status=failed&limit=1`, status: 200 },
    ];
  },
  replayWebhookDelivery: async ({ path }, tools) => {
    const { endpointId, id } = await failedDelivery(tools);
    return [{ path: path.replace('{id}', endpointId).replace('{deliveryId}', id), status: 202 }];
  },

  getDocumentContent: async (_operation, tools) => downloads(`${await documentWithBytes(tools)}/content`),
  getDocumentVersionContent: async (_operation, tools) =>
    downloads(`${await documentWithBytes(tools)}/versions/1/content`),
  putDocumentContent: async (_operation, { rows }) => {
    const path = `/v1/documents/${(await rows.create('documents')).id}/content`;
    return [
      { path, body: 'bytes', headers: BYTES, status: 200 },
      { path, body: 'bytes', headers: { ...BYTES, 'if-match': '"99"' }, status: 412 },
      { path, body: 'bytes', headers: { ...BYTES, 'content-digest': DIGEST_OF_NOTHING }, status: 400 },
      { path, body: unmeasured(), headers: BYTES, status: 411 },
      { path, body: 'x=1', headers: { 'content-type': 'application/x-www-form-urlencoded' }, status: 415 },
      { path, body: '', headers: BYTES, status: 428 },
    ];
  },
  listDocumentVersions: async (_operation, tools) => [
    { path: `${await documentWithBytes(tools)}/versions`, status: 200 },
    { path: `${await documentWithBytes(tools)}/versions?limit=1`, status: 200 },
  ],
  purgeDocumentVersion: async (_operation, tools) => {
    const versions = `${await documentWithBytes(tools)}/versions`;
    return [
      { path: `${versions}/1`, headers: { 'if-match': '"99"' }, status: 412 },
      { path: `${versions}/2`, status: 409 },
      { path: `${versions}/1`, status: 204 },
    ];
  },

  listDocumentUploads: async (_operation, tools) => [
    { path: (await startUpload(tools)).replace(/\/[^/]+$/, ''), status: 200 },
  ],
  startDocumentUpload: async (_operation, { rows }) => {
    const path = `/v1/documents/${(await rows.create('documents')).id}/uploads`;
    return [
      { path, body: { sizeBytes: 3, mediaType: 'text/plain' }, status: 201 },
      { path, body: { sizeBytes: -1 }, status: 422 },
      { path, body: { sizeBytes: 3 }, headers: { 'if-match': '"99"' }, status: 412 },
    ];
  },
  getDocumentUpload: async (_operation, tools) => {
    const path = await startUpload(tools);
    await sendPart(path, tools);
    return [{ path, status: 200 }];
  },
  abortDocumentUpload: async (_operation, tools) => [
    { path: await startUpload(tools), status: 204 },
    { path: await completedUpload(tools), status: 409 },
  ],
  putDocumentUploadPart: async (_operation, tools) => {
    const path = `${await startUpload(tools)}/parts/1`;
    return [
      { path, body: 'ab', headers: BYTES, status: 422 },
      { path, body: unmeasured(), headers: BYTES, status: 411 },
      { path, body: 'abc', headers: { ...BYTES, 'content-digest': DIGEST_OF_NOTHING }, status: 400 },
      { path, body: 'abc', headers: { ...BYTES, 'content-encoding': 'gzip' }, status: 415 },
      { path, body: 'abc', headers: BYTES, status: 200 },
      { path: `${await completedUpload(tools)}/parts/1`, body: 'abc', headers: BYTES, status: 409 },
    ];
  },
  completeDocumentUpload: async (_operation, tools) => {
    const path = `${await startUpload(tools)}/completion`;
    const missing = { path, status: 409 };
    const other = await startUpload(tools);
    await sendPart(other, tools);
    const done = await completedUpload(tools);
    return [
      missing,
      { path: `${other}/completion`, body: { sha256: '0'.repeat(64) }, status: 422 },
      { path: `${done}/completion`, status: 200 },
      { path: `${await startUpload(tools)}/completion`, headers: { 'if-match': '"99"' }, status: 412 },
    ];
  },
};
