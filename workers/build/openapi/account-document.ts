import { join, resolve } from 'node:path';
import { accountTables } from '../../../schema/account/tables.ts';
import type { Table } from '../../../schema/model/define-table.ts';
import type { JsonSchema, RouteDescription } from '../../http/openapi/describe.ts';
import { collectionRoutes } from './collection-routes.ts';
import { inReadingOrder, openApiDocument } from './document.ts';
import { forEveryCollection } from './every-collection.ts';
import { findDescriptions } from './find-descriptions.ts';

const accountFolder = resolve(import.meta.dirname, '../../account');
/** Routes that both Workers have. */
const sharedFolder = resolve(import.meta.dirname, '../../http');

/** Where the document of the account API is kept; the Worker serves this file. */
export const accountDocumentPath = join(accountFolder, 'openapi/openapi.json');

const TAGS: Readonly<Record<string, string>> = {
  'Users and groups': 'Who may sign in, and what they may do.',
  Clients: 'The people the firm looks after, those who depend on them, and how.',
  Cases: 'Pieces of work and the steps they take.',
  Documents: 'Files of clients and cases: their description, their bytes and their versions.',
  Contacts: 'Firms and people the account deals with.',
  Search: 'Finding rows of several collections by words.',
  'Bulk data': 'Bringing many rows in and taking many out.',
  Privacy: 'What data protection law asks of the firm: export, erasure, retention.',
  Audit: 'Who did what to which row, and when.',
  Webhooks: 'Being told of changes.',
  Service: 'How the Worker is, and this document.',
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

/** A table that nobody has put anywhere is a group of its own. */
function tagOf({ collection }: Table): string {
  const words = collection.replaceAll('-', ' ');
  return TAG_OF_COLLECTION[collection] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** Every route of an account's Worker, those of the platform alone included. */
export async function accountApiRoutes(): Promise<readonly RouteDescription[]> {
  const { routes, collections } = await findDescriptions([sharedFolder, accountFolder]);
  const fromModels = accountTables.flatMap((table) => {
    const description = collections.find(({ collection }) => collection === table.collection);
    const tag = description?.tag ?? tagOf(table);
    return collectionRoutes({ table, tables: accountTables, tag, description });
  });
  return inReadingOrder([...fromModels, ...routes], Object.keys(TAGS));
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
    // Whoever is signed in need not be a user of this account.
    personalProblems: ['forbidden', 'rate_limited'],
    personalHeaders: ['ratelimit-policy', 'ratelimit'],
  });
}

const DESCRIPTION = `Everything the people of one firm work with. The API is the same under \`https://<slug>.<zone>\` and under
\`https://<zone>/a/<slug>\`; paths are relative to where this document is.

- **Sign-in**: an OIDC access token as \`Authorization: Bearer …\`. Rights come from the groups of the user.
- **Problems**: every failure is an \`application/problem+json\` document (RFC 9457) whose \`type\` says what went wrong
  and whose \`errors\` name each wrong field.
- **Versions**: a row has an \`ETag\`. Changes need \`If-Match\` with it, or \`*\`.
- **Repeating**: a create with an \`Idempotency-Key\` can be sent again; it happens once.
- **Lists**: \`field=value\`, \`field[in]=a,b\`, \`field[gte]=…\`, \`field[lte]=…\`, \`field[prefix]=…\`, \`sort\`, and
  \`nextCursor\` of a page as \`cursor\` of the next.
- **Consistency**: an answer has an \`x-d1-bookmark\`, such as \`00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683.1f0c2a9b7d3e4f56\`.
  Send it with the next request, from wherever that comes, and it sees at least what this answer saw.
  \`Prefer: consistency=strong\` reads what the primary holds at this moment. A bookmark of another API is refused.
- Every path that has GET has HEAD; another method is answered 405 with \`Allow\`, an unknown path 404.`;
