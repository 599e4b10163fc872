import { join, resolve } from 'node:path';
import type { Table } from '../../../schema/model/define-table.ts';
import { platformAuditEvents } from '../../../schema/platform/tables/audit-events.ts';
import { providers } from '../../../schema/platform/tables/providers.ts';
import { releases } from '../../../schema/platform/tables/releases.ts';
import { platformWebhookDeliveries } from '../../../schema/platform/tables/webhook-deliveries.ts';
import { platformWebhookEndpoints } from '../../../schema/platform/tables/webhook-endpoints.ts';
import { platformTables } from '../../../schema/platform/tables.ts';
import type { JsonSchema, RouteAccess, RouteDescription } from '../../http/openapi/describe.ts';
import { shownAccounts, shownOperations } from '../../platform/accounts/shown-tables.ts';
import { collectionRoutes } from './collection-routes.ts';
import { inReadingOrder, openApiDocument } from './document.ts';
import { findDescriptions } from './find-descriptions.ts';

const platformFolder = resolve(import.meta.dirname, '../../platform');
/** Routes that both Workers have. */
const sharedFolder = resolve(import.meta.dirname, '../../http');

/** Path of the platform API's document, which the Worker serves. */
export const platformDocumentPath = join(platformFolder, 'openapi/openapi.json');

const TAGS: Readonly<Record<string, string>> = {
  Accounts: 'Sign-up of firms, and the state of their accounts.',
  Operations: 'Operations of the factory on an account, step by step.',
  Releases: 'Versions of the Workers and their migrations.',
  Marketplace: 'Providers that firms place business with.',
  Webhooks: 'Notifications about accounts and releases.',
  Audit: 'Actions of operators and of the factory.',
  Service: 'Health of the Worker, and this document.',
};

/** Every route of the platform's API, including those between the parts of the factory. */
export async function platformApiRoutes(): Promise<readonly RouteDescription[]> {
  const { routes, collections } = await findDescriptions([sharedFolder, platformFolder]);
  const tables = platformTables;
  const describe = (table: Table, tag: string, read: RouteAccess = 'operator') => {
    const description = collections.find(({ collection }) => collection === table.collection);
    return collectionRoutes({ table, tables, tag, description, access: { read, write: 'operator' } });
  };
  const fromModels = [
    ...describe(providers, 'Marketplace', 'user'),
    ...describe(platformWebhookEndpoints, 'Webhooks'),
    ...describe(platformWebhookDeliveries, 'Webhooks'),
    ...describe(platformAuditEvents, 'Audit'),
  ];
  return inReadingOrder([...fromModels, ...routes], Object.keys(TAGS));
}

/** The OpenAPI document of the platform's API. */
export async function platformDocument(): Promise<JsonSchema> {
  return openApiDocument({
    title: 'Freehold platform API',
    description: DESCRIPTION,
    tables: [
      ...[shownAccounts, shownOperations, releases, providers],
      ...[platformWebhookEndpoints, platformWebhookDeliveries, platformAuditEvents],
    ],
    tags: TAGS,
    routes: await platformApiRoutes(),
    personalProblems: ['rate_limited'],
    personalHeaders: ['ratelimit-policy', 'ratelimit'],
  });
}

const DESCRIPTION = `Sign-up of firms, and operations on their accounts. A firm's own data is in the API of its account, at the account's \`url\`.

- **Sign-in**: an OIDC access token as \`Authorization: Bearer …\`. A person sees the accounts that they signed up;
  operators have access to everything.
- **Problems**: every failure is an \`application/problem+json\` document (RFC 9457) whose \`type\` says what went wrong
  and whose \`errors\` name each wrong field.
- **Operations**: a request that takes longer gets 202 with an operation to watch. It requires an \`Idempotency-Key\`, so
  that it can be sent again and is executed once.
- **Lists**: \`field=value\`, \`field[in]=a,b\`, \`field[gte]=…\`, \`field[lte]=…\`, \`field[prefix]=…\`, \`sort\`, and
  the \`nextCursor\` of a page as \`cursor\` of the next.
- **Consistency**: a response has an \`x-d1-bookmark\`. Send it with the next request, from any client, and the response
  reflects at least the same state. \`Prefer: consistency=strong\` reads from the primary.
- Every path with GET also has HEAD. Other methods get 405 with \`Allow\`, and unknown paths 404.`;
