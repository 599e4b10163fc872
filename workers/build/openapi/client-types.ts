import { join, resolve } from 'node:path';
import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { JsonSchema } from '../../http/openapi/describe.ts';

const folder = resolve(import.meta.dirname, '../../../clients/typescript');

/** Where the types of the clients are. */
export const accountTypesPath = join(folder, 'account-api.ts');
export const platformTypesPath = join(folder, 'platform-api.ts');

/** TypeScript types of a document's paths, bodies and answers. */
export async function clientTypes(document: JsonSchema, api: 'account' | 'platform'): Promise<string> {
  const nodes = await openapiTypes(document as unknown as OpenAPI3, {
    alphabetize: false,
    // A field that has a default may be left out of a request; in an answer it is required anyway.
    defaultNonNullable: false,
    silent: true,
  });
  return `// Written by \`npm run docs\` from the OpenAPI document of the ${api} API.\n\n${astToString(nodes)}`;
}
