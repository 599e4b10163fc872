import { join, resolve } from 'node:path';
import { accountTables } from '../../../schema/account/tables.ts';
import type { Table } from '../../../schema/model/define-table.ts';
import type { JsonSchema, RouteDescription } from '../../http/openapi/describe.ts';
import { statusProblems } from '../../http/problems/account-problems.ts';
import { collectionRoutes } from './collection-routes.ts';
import { inReadingOrder, openApiDocument } from './document.ts';
import { forEveryCollection } from './every-collection.ts';
import { findDescriptions } from './find-descriptions.ts';

const accountFolder = resolve(import.meta.dirname, '../../account');
/** Routes that both Workers have. */
const sharedFolder = resolve(import.meta.dirname, '../../http');

/** Path of the account API's document, which the Worker serves. */
export const accountDocumentPath = join(accountFolder, 'openapi/openapi.json');

const TAGS: Readonly<Record<string, string>> = {
  'Users and groups': 'People who may sign in, and their permissions.',
  Clients: 'The people the firm looks after, and their dependants.',
  Cases: 'Pieces of work and their tasks.',
  Documents: 'Files of clients and cases: descriptions, bytes and versions.',
  Contacts: 'Firms and people the account deals with.',
  Search: 'Full-text search over several collections.',
  'Bulk data': 'Import and export of many rows.',
  Privacy: 'Data protection: subject access, erasure and retention.',
  Audit: 'Who did what to which row, and when.',
  Webhooks: 'Notifications about changes.',
  Service: 'Health of the Worker, and this document.',
};

const TAG_OF_COLLECTION: Readonly<Record<string, string>> = {
  users: 'Users and groups',
  groups: 'Users and groups',
  clients: 'Clients',
  'client-dependants': 'Clients',
  'client-dependant-clients': 'Clients',
  cases: 'Cases',
  'case-tasks': 'Cases',
  documents: 'Documents',
  'contact-companies': 'Contacts',
  'contact-individuals': 'Contacts',
  'audit-events': 'Audit',
  'webhook-endpoints': 'Webhooks',
  'webhook-deliveries': 'Webhooks',
};

/** A table without an entry gets its own tag. */
function tagOf({ collection }: Table): string {
  const words = collection.replaceAll('-', ' ');
  return TAG_OF_COLLECTION[collection] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** Every route of an account's Worker, including those that only the platform calls. */
export async function accountApiRoutes(): Promise<readonly RouteDescription[]> {
  const { routes, collections } = await findDescriptions([sharedFolder, accountFolder]);
  const fromModels = accountTables.flatMap((table) => {
    const description = collections.find(({ collection }) => collection === table.collection);
    const tag = description?.tag ?? tagOf(table);
    return collectionRoutes({ table, tables: accountTables, tag, description });
  });
  return inReadingOrder([...fromModels, ...routes.map(withReadiness)], Object.keys(TAGS));
}

/** An account without a standing is not ready; the other reasons are the same for every Worker. */
function withReadiness(route: RouteDescription): RouteDescription {
  if (route.path !== '/readyz') return route;
  return { ...route, problems: [{ code: 'account-provisioning', status: 503 }] };
}

/** The OpenAPI document of the account API. */
export async function accountDocument(): Promise<JsonSchema> {
  return openApiDocument({
    title: 'Freehold account API',
    description: DESCRIPTION,
    tables: accountTables,
    tags: {
      ...Object.fromEntries(accountTables.map((table) => [tagOf(table), table.describes])),
      ...TAGS,
    },
    routes: forEveryCollection(await accountApiRoutes(), accountTables),
    // A signed-in person is not necessarily a user of this account, and the account may not be in service.
    personalProblems: [
      'forbidden',
      'rate_limited',
      ...statusProblems,
      { code: 'country-not-served', status: 403 },
    ],
    personalHeaders: ['ratelimit-policy', 'ratelimit'],
  });
}

const DESCRIPTION = `The API for the people and systems of one firm. It is the same under \`https://<slug>.<zone>\` and under
\`https://<zone>/a/<slug>\`; paths are relative to the URL of this document.

- **Sign-in**: an OIDC access token as \`Authorization: Bearer …\`. Permissions come from the groups of the user.
- **Problems**: every failure is an \`application/problem+json\` document (RFC 9457) whose \`type\` says what went wrong
  and whose \`errors\` name each wrong field.
- **Status**: while the account is being set up, suspended or closed, every request of a person gets one of the problems
  \`account-provisioning\`, \`account-not-ready\`, \`account-suspended\`, \`account-offboarding\` and \`account-not-found\`. The
  \`detail\` gives the reason.
- **Versions**: a row has an \`ETag\`. Changes require \`If-Match\` with that tag, or \`*\`.
- **Retries**: a create with an \`Idempotency-Key\` can be sent again and is executed once.
- **Lists**: \`field=value\`, \`field[in]=a,b\`, \`field[gte]=…\`, \`field[lte]=…\`, \`field[prefix]=…\`, \`sort\`, and
  the \`nextCursor\` of a page as \`cursor\` of the next.
- **Consistency**: a response has an \`x-d1-bookmark\`, such as \`00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683.1f0c2a9b7d3e4f56\`.
  Send it with the next request, from any client, and the response reflects at least the same state.
  \`Prefer: consistency=strong\` reads from the primary. A bookmark of another API is refused.
- Every path with GET also has HEAD. Other methods get 405 with \`Allow\`, and unknown paths 404.`;
