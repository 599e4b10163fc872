import { resolve } from 'node:path';
import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { JsonSchema } from '../../http/openapi/describe.ts';

/** Where the types of the account API's client are. */
export const clientTypesPath = resolve(import.meta.dirname, '../../../clients/typescript/account-api.ts');

/** TypeScript types of a document's paths, bodies and answers. */
export async function clientTypes(document: JsonSchema): Promise<string> {
  const nodes = await openapiTypes(document as unknown as OpenAPI3, {
    alphabetize: false,
    // A field that has a default may be left out of a request; in an answer it is required anyway.
    defaultNonNullable: false,
    silent: true,
  });
  return `// Written by \`npm run docs\` from the OpenAPI document of the account API.\n\n${astToString(nodes)}`;
}
