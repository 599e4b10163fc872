import { type ReleaseMessage, releasePath } from '../../../schema/factory/release-message.ts';
import { providers } from '../../../schema/platform/tables/providers.ts';
import type { ContractOperation } from '../../testing/contract.ts';
import { type ContractRequest, listRequests } from '../../testing/contract-requests.ts';
import type { TestPlatform } from '../../testing/platform-worker.ts';

/** Makes requests, sent by an operator unless they have another token. */
type RequestsOf = (
  operation: ContractOperation,
  platform: TestPlatform,
) => Promise<readonly ContractRequest[]>;

const ANY = { 'if-match': '*' };
const OTHER = { 'if-match': '"99"' };

/** Requests for one operation of the platform's API that cause every response that bad input alone does not. */
export const goodPlatformRequests: RequestsOf = async (operation, platform) => {
  const own = REQUESTS[operation.operationId];
  if (own !== undefined) return await own(operation, platform);
  return operation.operationId.startsWith('list')
    ? listRequests(operation)
    : [{ path: operation.path, status: 200 }];
};

function readRequests(path: string, version: number): readonly ContractRequest[] {
  return [
    { path, status: 200 },
    { path, headers: { 'if-none-match': `"${version}"` }, status: 304 },
  ];
}

function newKey(): { readonly 'idempotency-key': string } {
  return { 'idempotency-key': crypto.randomUUID() };
}

function newSlug(): string {
  return `firm-${crypto.randomUUID().slice(0, 8)}`;
}

/** An account that is served. */
async function activeAccount({ signUp, register, change }: TestPlatform): Promise<string> {
  const { account, operation } = await signUp(newSlug());
  await register(account.id);
  await change('operations', operation.id, { status: 'succeeded' });
  return account.id;
}

async function newProvider({ call, people }: TestPlatform): Promise<string> {
  const request = { method: 'POST', token: people.operator, body: providers.example };
  return String((await call('/v1/providers', request)).headers.get('location'));
}

/** Reports a release as the service does. */
async function newRelease({ callSigned }: TestPlatform): Promise<string> {
  const name = crypto.randomUUID().replaceAll('-', '').slice(0, 16);
  const message: ReleaseMessage = {
    name,
    accountBundleSha256: 'a'.repeat(64),
    platformBundleSha256: 'b'.repeat(64),
    accountMigration: '0012_keep_standing',
    platformMigration: '0004_serve_releases_and_webhooks',
    madeAt: '2026-03-31T09:30:00.000Z',
    note: 'Search by postcode.',
  };
  await callSigned('PUT', releasePath(name), message);
  return `/v1/releases/${name}`;
}

const ENDPOINT = { url: 'http://127.0.0.1:9/hooks', eventTypes: ['account.*', 'release.created'] };

async function newEndpoint({ call, people }: TestPlatform): Promise<string> {
  const request = { method: 'POST', token: people.operator, body: ENDPOINT };
  return String((await call('/v1/webhook-endpoints', request)).headers.get('location'));
}

/** A failed delivery. */
async function failedDelivery(platform: TestPlatform) {
  const endpoint = await newEndpoint(platform);
  const request = { method: 'POST', token: platform.people.operator };
  const id = String((await platform.call(`${endpoint}/tests`, request)).body.id);
  await platform.database
    .prepare("update webhook_deliveries set body = json_set(body, '$.status', 'failed') where id = ?")
    .bind(id)
    .run();
  return { endpoint, id };
}

const REQUESTS: Readonly<Record<string, RequestsOf>> = {
  signUp: async ({ path }, { token, people }) => {
    const headers = newKey();
    const body = { name: 'Mill Brook Legal', slug: newSlug() };
    const unverified = await token({ emailVerified: false });
    return [
      { path, body, headers, status: 202 },
      { path, body, headers, status: 202 },
      { path, body: { ...body, name: 'Another' }, headers, status: 422 },
      { path, body, headers: newKey(), token: people.ada, status: 409 },
      { path, body: { ...body, slug: 'No Slug' }, headers: newKey(), status: 422 },
      { path, body, status: 400 },
      { path, body: { ...body, slug: newSlug() }, headers: newKey(), token: unverified, status: 403 },
    ];
  },
  getAccount: async (_operation, { signUp }) => {
    const { account } = await signUp(newSlug());
    return [
      ...readRequests(`/v1/accounts/${account.id}`, 1),
      { path: `/v1/accounts/${account.slug}`, status: 200 },
      { path: '/v1/accounts/nobody', status: 404 },
    ];
  },
  listOperationsOfAccount: async (operation, platform) => [
    ...listRequests(operation, `/v1/accounts/${await activeAccount(platform)}/operations`),
    { path: '/v1/accounts/nobody/operations', status: 404 },
  ],
  startOperation: async (_operation, platform) => {
    const path = `/v1/accounts/${await activeAccount(platform)}/operations`;
    const headers = newKey();
    const upgrade = { kind: 'upgrade' };
    return [
      { path, body: upgrade, headers, status: 202 },
      { path, body: upgrade, headers, status: 202 },
      { path, body: upgrade, headers: newKey(), status: 409 },
      { path, body: { kind: 'provision' }, headers: newKey(), status: 409 },
      { path, body: { kind: 'offboard', confirm: 'another' }, headers: newKey(), status: 422 },
      { path, body: upgrade, status: 400 },
      { path: '/v1/accounts/nobody/operations', body: upgrade, headers: newKey(), status: 404 },
    ];
  },
  getOperation: async (_operation, { signUp }) => {
    const path = `/v1/operations/${(await signUp(newSlug())).operation.id}`;
    return [
      { path, status: 200 },
      // Dispatching it can change its version at any moment.
      { path, headers: { 'if-none-match': '*' }, status: 304 },
    ];
  },
  watchOperation: async (_operation, { signUp, change }) => {
    const { operation } = await signUp(newSlug());
    await change('operations', operation.id, {
      status: 'failed',
      revision: 3,
      reason: 'The quota is used up.',
    });
    const path = `/v1/operations/${operation.id}/events`;
    return [
      { path, status: 200 },
      { path, headers: { 'last-event-id': '3' }, status: 204 },
    ];
  },

  createProvider: async ({ path }) => {
    const headers = newKey();
    const body = providers.example;
    return [
      { path, body, headers, status: 201 },
      { path, body, headers, status: 201 },
      { path, body: { ...body, name: 'Another' }, headers, status: 422 },
      { path, body: { ...body, shoeSize: 43 }, status: 422 },
    ];
  },
  getProvider: async (_operation, platform) => readRequests(await newProvider(platform), 1),
  replaceProvider: async (_operation, platform) => changes(await newProvider(platform), providers.example),
  patchProvider: async (_operation, platform) =>
    changes(await newProvider(platform), { status: 'suspended' }, 'application/merge-patch+json'),
  deleteProvider: async (_operation, platform) => removals(await newProvider(platform)),
  listReleases: async (operation, platform) => {
    await newRelease(platform);
    return listRequests(operation);
  },
  getRelease: async (_operation, platform) => readRequests(await newRelease(platform), 1),

  createWebhookEndpoint: async ({ path }) => {
    const headers = newKey();
    return [
      { path, body: ENDPOINT, headers, status: 201 },
      { path, body: ENDPOINT, headers, status: 201 },
      { path, body: { ...ENDPOINT, description: 'Another' }, headers, status: 422 },
      { path, body: { ...ENDPOINT, eventTypes: ['account.renamed'] }, status: 422 },
    ];
  },
  getWebhookEndpoint: async (_operation, platform) => readRequests(await newEndpoint(platform), 1),
  replaceWebhookEndpoint: async (_operation, platform) => changes(await newEndpoint(platform), ENDPOINT),
  patchWebhookEndpoint: async (_operation, platform) =>
    changes(await newEndpoint(platform), { status: 'disabled' }, 'application/merge-patch+json'),
  deleteWebhookEndpoint: async (_operation, platform) => removals(await newEndpoint(platform)),
  rotateWebhookSecret: async (_operation, platform) => {
    const path = `${await newEndpoint(platform)}/secret-rotations`;
    return [
      { path, body: { overlapHours: -1 }, status: 422 },
      { path, body: { overlapHours: 1 }, status: 201 },
    ];
  },
  testWebhookEndpoint: async (_operation, platform) => [
    { path: `${await newEndpoint(platform)}/tests`, status: 202 },
  ],
  replayWebhookEvents: async (_operation, platform) => {
    const path = `${await newEndpoint(platform)}/replays`;
    return [
      { path, body: { since: 'yesterday' }, status: 422 },
      { path, body: { since: new Date().toISOString() }, status: 202 },
    ];
  },
  listDeliveriesOfWebhookEndpoint: async (_operation, platform) => {
    const path = `${(await failedDelivery(platform)).endpoint}/deliveries`;
    return [
      { path, status: 200 },
      { path: `${path}?status=failed&limit=1`, status: 200 },
    ];
  },
  replayWebhookDelivery: async (_operation, platform) => {
    const { endpoint, id } = await failedDelivery(platform);
    return [{ path: `${endpoint}/deliveries/${id}/replays`, status: 202 }];
  },
  getWebhookDelivery: async (_operation, platform) =>
    readRequests(`/v1/webhook-deliveries/${(await failedDelivery(platform)).id}`, 1),

  getAuditEvent: async (_operation, { call, people, signUp }) => {
    await signUp(newSlug());
    const { body } = await call('/v1/audit-events?limit=1', { token: people.operator });
    const [event] = body.items as readonly { readonly id: string; readonly version: number }[];
    return readRequests(`/v1/audit-events/${event?.id}`, event?.version ?? 1);
  },
};

function changes(path: string, body: object, mediaType = 'application/json'): readonly ContractRequest[] {
  const headers = { 'content-type': mediaType };
  return [
    { path, body, headers, status: 428 },
    { path, body, headers: { ...headers, ...OTHER }, status: 412 },
    { path, body: { ...body, shoeSize: 43 }, headers: { ...headers, ...ANY }, status: 422 },
    { path, body, headers: { ...headers, ...ANY }, status: 200 },
  ];
}

function removals(path: string): readonly ContractRequest[] {
  return [
    { path, status: 428 },
    { path, headers: OTHER, status: 412 },
    { path, headers: ANY, status: 204 },
  ];
}
