import { join, resolve } from 'node:path';
import { platformAuditEvents } from '../../../schema/platform/tables/audit-events.ts';
import { providers } from '../../../schema/platform/tables/providers.ts';
import { platformTables } from '../../../schema/platform/tables.ts';
import type { JsonSchema, RouteDescription } from '../../http/openapi/describe.ts';
import { shownAccounts, shownOperations } from '../../platform/accounts/shown-tables.ts';
import { collectionRoutes } from './collection-routes.ts';
import { inReadingOrder, openApiDocument } from './document.ts';
import { findDescriptions } from './find-descriptions.ts';

const platformFolder = resolve(import.meta.dirname, '../../platform');
/** Routes that both Workers have. */
const sharedFolder = resolve(import.meta.dirname, '../../http');

/** Where the document of the platform's API is kept; the Worker serves this file. */
export const platformDocumentPath = join(platformFolder, 'openapi/openapi.json');

const TAGS: Readonly<Record<string, string>> = {
  Accounts: 'The firms: signing up, and how they are.',
  Operations: 'What the factory does to an account, step by step.',
  Marketplace: 'Businesses that firms place work with.',
  Audit: 'What operators and the factory did, and when.',
  Service: 'How the Worker is, and this document.',
};

/** Every route of the platform's own API, those between the parts of the factory included. */
export async function platformApiRoutes(): Promise<readonly RouteDescription[]> {
  const { routes } = await findDescriptions([sharedFolder, platformFolder]);
  const tables = platformTables;
  const access = { read: 'user', write: 'operator' } as const;
  const fromModels = [
    ...collectionRoutes({ table: providers, tables, tag: 'Marketplace', access }),
    ...collectionRoutes({
      ...{ table: platformAuditEvents, tables, tag: 'Audit' },
      access: { read: 'operator', write: 'operator' },
    }),
  ];
  return inReadingOrder([...fromModels, ...routes], Object.keys(TAGS));
}

/** The OpenAPI document of the platform's API. */
export async function platformDocument(): Promise<JsonSchema> {
  return openApiDocument({
    title: 'Freehold platform API',
    description: DESCRIPTION,
    tables: [shownAccounts, shownOperations, providers, platformAuditEvents],
    tags: TAGS,
    routes: await platformApiRoutes(),
    personalProblems: [],
    personalHeaders: [],
  });
}

const DESCRIPTION = `Signing firms up, and what is done to them. What a firm works with is the API of its own account, at its \`url\`.

- **Sign-in**: an OIDC access token as \`Authorization: Bearer …\`. People see the accounts that they signed up;
  operators see and do everything.
- **Problems**: every failure is an \`application/problem+json\` document (RFC 9457) whose \`type\` says what went wrong
  and whose \`errors\` name each wrong field.
- **What takes a while** is answered 202 with an operation to watch, and needs an \`Idempotency-Key\`: sent again, it
  happens once.
- **Lists**: \`field=value\`, \`field[in]=a,b\`, \`field[gte]=…\`, \`field[lte]=…\`, \`field[prefix]=…\`, \`sort\`, and
  \`nextCursor\` of a page as \`cursor\` of the next.
- **Consistency**: an answer has an \`x-d1-bookmark\`. Send it with the next request, from wherever that comes, and it
  sees at least what this answer saw. \`Prefer: consistency=strong\` reads what the primary holds at this moment.
- Every path that has GET has HEAD; another method is answered 405 with \`Allow\`, an unknown path 404.`;
