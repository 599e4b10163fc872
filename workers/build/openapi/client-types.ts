import { join, resolve } from 'node:path';
import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { JsonSchema } from '../../http/openapi/describe.ts';

const folder = resolve(import.meta.dirname, '../../../clients/typescript');

/** Path of the types of the account client. */
export const accountTypesPath = join(folder, 'account-api.ts');
export const platformTypesPath = join(folder, 'platform-api.ts');

type Operations = Readonly<Record<string, Readonly<Record<string, { readonly parameters: JsonSchema[] }>>>>;

/** TypeScript types of a document's paths, bodies and responses, and the paths that take an `Idempotency-Key`. */
export async function clientTypes(document: JsonSchema, api: 'account' | 'platform'): Promise<string> {
  const nodes = await openapiTypes(withOptionalKeys(document) as unknown as OpenAPI3, {
    alphabetize: false,
    // A field with a default is optional in a request; in a response it is required anyway.
    defaultNonNullable: false,
    silent: true,
  });
  const posts = idempotentPosts(document).map((path) => `  '${path}',\n`);
  return [
    `// Written by \`npm run docs\` from the OpenAPI document of the ${api} API.\n`,
    astToString(nodes),
    '/** Paths whose POST takes an `Idempotency-Key`. */',
    `export const idempotentPosts: readonly string[] = [\n${posts.join('')}];\n`,
  ].join('\n');
}

/** Makes `Idempotency-Key` optional, because the client generates one. */
function withOptionalKeys(document: JsonSchema): JsonSchema {
  const { components } = document as { components: { parameters: Record<string, JsonSchema> } };
  const parameters = Object.entries(components.parameters).map(([component, parameter]) => {
    const { required, ...optional } = parameter;
    return [component, parameter.name === 'Idempotency-Key' ? optional : parameter];
  });
  return { ...document, components: { ...components, parameters: Object.fromEntries(parameters) } };
}

function idempotentPosts({ paths }: JsonSchema): readonly string[] {
  return Object.entries(paths as Operations)
    .filter(([, { post }]) =>
      post?.parameters.some(({ $ref }) => /\/idempotencyKey(?:Optional)?$/.test(String($ref))),
    )
    .map(([path]) => path);
}
