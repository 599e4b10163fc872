import { join, resolve } from 'node:path';
import { accountTables } from '../../../schema/account/tables.ts';
import { limits } from '../../../schema/limits.ts';
import type { JsonSchema, ParameterDescription, RouteDescription } from '../../http/openapi/describe.ts';
import { collectionRoutes } from './collection-routes.ts';
import { openApiDocument } from './document.ts';
import { findDescriptions } from './find-descriptions.ts';
import { filterParameters, sortParameter } from './list-parameters.ts';

const accountFolder = resolve(import.meta.dirname, '../../account');
/** Routes that both Workers have. */
const sharedFolder = resolve(import.meta.dirname, '../../http');

/** Where the document of the account API is kept; the Worker serves this file. */
export const accountDocumentPath = join(accountFolder, 'openapi/openapi.json');

const TAGS = {
  'Users and groups': 'Who may sign in, and what they may do.',
  Clients: 'The people the firm looks after, those who depend on them, and how.',
  Cases: 'Pieces of work and the steps they take.',
  Documents: 'Files of clients and cases: their description, their bytes and their versions.',
  Contacts: 'Firms and people the account deals with.',
  Search: 'Finding rows of several collections by words.',
  'Bulk data': 'Bringing many rows in and taking many out.',
  Privacy: 'What data protection law asks of the firm: export, erasure, retention.',
  'Audit trail': 'Who did what to which row, and when.',
  Webhooks: 'Being told of changes.',
  Operation: 'How the Worker is, and this document.',
};

const TAG_OF_COLLECTION: Readonly<Record<string, keyof typeof TAGS>> = {
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
  'audit-events': 'Audit trail',
  'webhook-endpoints': 'Webhooks',
};

/** Every route of an account's Worker, those of the platform alone included. */
export async function accountRoutes(): Promise<readonly RouteDescription[]> {
  const { routes, collections } = await findDescriptions([sharedFolder, accountFolder]);
  const fromModels = accountTables.flatMap((table) => {
    const description = collections.find(({ collection }) => collection === table.collection);
    const tag = description?.tag ?? TAG_OF_COLLECTION[table.collection];
    if (tag === undefined) throw new Error(`the collection ${table.collection} has no tag`);
    const listParameters = [...filterParameters(table), sortParameter(table), ...PAGE_PARAMETERS];
    return collectionRoutes({ table, tables: accountTables, tag, description, listParameters });
  });
  const order = Object.keys(TAGS);
  return [...fromModels, ...routes].sort(
    (left, right) =>
      order.indexOf(left.tag) - order.indexOf(right.tag) ||
      (left.path < right.path ? -1 : Number(left.path > right.path)),
  );
}

const PAGE_PARAMETERS: readonly ParameterDescription[] = [
  {
    name: 'limit',
    in: 'query',
    description: 'Rows of a page at most.',
    schema: { type: 'integer', minimum: 1, maximum: limits.listLimitMax, default: limits.listLimitDefault },
    example: limits.listLimitDefault,
  },
  {
    name: 'cursor',
    in: 'query',
    description: '`nextCursor` of the page before, of a list with the same filters and the same sort.',
    schema: { type: 'string', maxLength: limits.cursorLengthMax },
    example: 'WyIyMDI2LTAxLTAxIiwiY2xpLTAxIl0',
  },
];

/** The OpenAPI document of the account API. */
export async function accountDocument(): Promise<JsonSchema> {
  return openApiDocument({
    title: 'Freehold account API',
    description: DESCRIPTION,
    tables: accountTables,
    tags: TAGS,
    routes: await accountRoutes(),
    headerParameters: [],
    problems: [],
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
- **Consistency**: an answer has an \`x-d1-bookmark\`. Send it with the next request, which then sees at least as much.
- Every path that has GET has HEAD; another method is answered 405 with \`Allow\`, an unknown path 404.`;
