import type { Table } from '../../../schema/model/define-table.ts';
import type { JsonSchema, RouteDescription } from '../../http/openapi/describe.ts';
import { nameNested } from './name-nested.ts';
import { type Components, toOpenApiOperation } from './operation.ts';
import { problemSchema } from './problems.ts';
import { createSchemas } from './schemas.ts';
import { shareParts } from './share-parts.ts';
import type { ApiTraits } from './traits.ts';

/** The parts of a document other than its routes. */
export interface DocumentOptions extends ApiTraits {
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  readonly tables: readonly Table[];
  /** Name → description, in display order. */
  readonly tags: Readonly<Record<string, string>>;
  /** Signed routes between the parts of the factory are omitted from the document. */
  readonly routes: readonly RouteDescription[];
}

/** Builds an OpenAPI 3.1 document. Equal models and descriptions give equal documents. */
export function openApiDocument(options: DocumentOptions): JsonSchema {
  const components: Components = {
    schemas: createSchemas(options.tables, { Problem: problemSchema }),
    parameters: new Map(),
    headers: new Map(),
  };
  const paths: Record<string, Record<string, JsonSchema>> = {};
  const operationIds = new Set<string>();
  const usedTags = new Set<string>();
  for (const route of options.routes) {
    if (route.access === 'platform' || route.isHidden) continue;
    if (!Object.hasOwn(options.tags, route.tag))
      throw new Error(`${route.operationId} has the unknown tag ${route.tag}`);
    if (operationIds.has(route.operationId)) throw new Error(`two routes are named ${route.operationId}`);
    operationIds.add(route.operationId);
    usedTags.add(route.tag);
    const path = toTemplate(route.path);
    const operations = paths[path] ?? {};
    if (operations[route.method] !== undefined) throw new Error(`${route.method} ${path} is described twice`);
    paths[path] = { ...operations, [route.method]: toOpenApiOperation(route, options, components) };
  }
  const shared = shareParts(inOrder(paths));
  return {
    openapi: '3.1.1',
    info: {
      title: options.title,
      version: '1',
      description: options.description,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    // Relative to the document, so that it is correct under every host and prefix.
    servers: [{ url: '.' }],
    security: [{ accessToken: [] }],
    tags: Object.entries(options.tags)
      .filter(([name]) => usedTags.has(name))
      .map(([name, description]) => ({ name, description })),
    paths: shared.paths,
    components: {
      securitySchemes: {
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An OIDC access token (`typ` at+jwt) of the issuer, with the audience of this API.',
        },
      },
      parameters: inOrder({ ...shared.parameters, ...Object.fromEntries(components.parameters) }),
      headers: inOrder(Object.fromEntries(components.headers)),
      responses: inOrder(shared.responses),
      schemas: nameNested(components.schemas.components()),
    },
  };
}

/** Routes in display order of their tags, and then by path. */
export function inReadingOrder(
  routes: readonly RouteDescription[],
  tags: readonly string[],
): readonly RouteDescription[] {
  return routes.toSorted(
    (left, right) =>
      tags.indexOf(left.tag) - tags.indexOf(right.tag) ||
      (left.path < right.path ? -1 : Number(left.path > right.path)),
  );
}

/** `/v1/documents/:id/content` → `/v1/documents/{id}/content`. */
function toTemplate(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

function inOrder<Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}
