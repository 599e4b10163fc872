import type {
  ContentDescription,
  JsonSchema,
  ResponseDescription,
  RouteAccess,
  RouteDescription,
} from '../../http/openapi/describe.ts';
import { type DocumentedHeader, headerParameters, responseHeaders } from './headers.ts';
import { listParameters } from './list-parameters.ts';
import { byStatus } from './problems.ts';
import type { Direction, Schemas } from './schemas.ts';
import { type ApiTraits, impliedHeaders, impliedParameters, problemsOf } from './traits.ts';

/** Collects the shared components of a document's operations. */
export interface Components {
  readonly schemas: Schemas;
  readonly parameters: Map<string, unknown>;
  readonly headers: Map<string, unknown>;
}

/** An OpenAPI 3.1 operation, made from a route's description. */
export function toOpenApiOperation(
  route: RouteDescription,
  api: ApiTraits,
  components: Components,
): JsonSchema {
  const { access, body } = route;
  const isPermission = access.includes(':');
  return {
    operationId: route.operationId,
    summary: route.summary,
    ...describe(route.description, access === 'operator' ? 'For operators only.' : undefined, needs(access)),
    tags: [route.tag],
    ...(access === 'public' ? { security: [] } : {}),
    ...(isPermission ? { 'x-permission': access } : {}),
    ...(access === 'operator' ? { 'x-role': access } : {}),
    parameters: [...ownParameters(route, components), ...sharedParameters(route, components)],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            ...describe(body.description),
            required: body.required ?? true,
            content: toContent(body.content, 'request', components),
          },
        }),
    responses: { ...successes(route, api, components), ...problemResponses(route, api, components) },
  };
}

function needs(access: RouteAccess): string | undefined {
  return access.includes(':') ? `Requires the permission \`${access}\`.` : undefined;
}

function describe(...parts: readonly (string | undefined)[]): { readonly description?: string } {
  const text = parts.filter((part) => part !== undefined).join('\n\n');
  return text === '' ? {} : { description: text };
}

/** Undescribed path parameters are ids; the route's own parameters follow. */
function ownParameters(
  { path, list, parameters = [] }: RouteDescription,
  { schemas }: Components,
): unknown[] {
  const listed = list === undefined ? [] : listParameters(list.table, list.scope);
  const described = new Set(parameters.map(({ name, in: place }) => `${place} ${name}`));
  const ids = [...path.matchAll(/:(\w+)/g)].flatMap(([, name]) =>
    described.has(`path ${name}`)
      ? []
      : [{ name, in: 'path', required: true, schema: { type: 'string' }, description: 'Id of the row.' }],
  );
  const own = [...listed, ...parameters].map(
    ({ name, in: place, description, schema, example, required }) => {
      const json = schemas.toSchema(schema, 'request');
      const isList = place === 'query' && json.type === 'array';
      const isRequired = required ?? place === 'path';
      return {
        name,
        in: place,
        description,
        ...(isRequired ? { required: true } : {}),
        ...(isList ? { style: 'form', explode: false } : {}),
        schema: json,
        ...(isRequired && example !== undefined ? { example } : {}),
      };
    },
  );
  return [...ids, ...own];
}

function sharedParameters(route: RouteDescription, { parameters }: Components): unknown[] {
  return impliedParameters(route).map((component) => {
    const parameter = headerParameters[component];
    if (parameter === undefined) throw new Error(`no header parameter is named ${component}`);
    const { name, required, example, ...rest } = parameter;
    const needed = required ? { required, example } : {};
    parameters.set(component, { name, in: 'header', ...needed, ...rest });
    return { $ref: `#/components/parameters/${component}` };
  });
}

function successes(route: RouteDescription, api: ApiTraits, components: Components): Record<string, unknown> {
  const shared = everyAnswer(route, api, components, alwaysOnSuccess);
  const all = Object.entries(route.responses).map(([status, response]) => [
    status,
    toResponse(response, shared, components),
  ]);
  if (route.ifNoneMatch) {
    const description = 'The caller already has the current version.';
    all.push(['304', toResponse({ description, headers: ['etag'] }, shared, components)]);
  }
  return Object.fromEntries(all);
}

function toResponse(
  { description, headers = [], optionalHeaders = [], content }: ResponseDescription,
  shared: readonly [string, unknown][],
  components: Components,
): JsonSchema {
  const own = headers.map((header): [string, unknown] =>
    typeof header === 'string'
      ? [header, headerRef(header, true, components)]
      : [
          header.name,
          {
            description: header.description,
            ...(header.required ? { required: true } : {}),
            schema: components.schemas.toSchema(header.schema, 'response'),
            example: header.example,
          },
        ],
  );
  const optional = optionalHeaders.map((name): [string, unknown] => [
    name,
    headerRef(name, false, components),
  ]);
  return {
    description,
    headers: Object.fromEntries([...own, ...optional, ...shared]),
    ...(content === undefined ? {} : { content: toContent(content, 'response', components) }),
  };
}

/** Implied headers that every success has; a refusal may come before they are known. */
const alwaysOnSuccess: readonly string[] = ['x-d1-bookmark', 'ratelimit-policy'];

/**
 * Headers of every response of a route.
 *
 * @param always Implied headers that are always present. Default: none.
 */
function everyAnswer(
  route: RouteDescription,
  api: ApiTraits,
  components: Components,
  always: readonly string[] = [],
): readonly [string, unknown][] {
  const implied = impliedHeaders(route, api).map((name): [string, unknown] => [
    name,
    headerRef(name, always.includes(name), components),
  ]);
  return [...implied, ['traceparent', headerRef('traceparent', true, components)]];
}

function headerRef(
  name: keyof typeof responseHeaders,
  required: boolean,
  { headers }: Components,
): { readonly $ref: string } {
  const { description, schema, example }: DocumentedHeader = responseHeaders[name];
  const component = required ? name : `${name}.optional`;
  headers.set(component, { description, ...(required ? { required } : {}), schema, example });
  return { $ref: `#/components/headers/${component}` };
}

function toContent(
  content: Readonly<Record<string, ContentDescription>>,
  direction: Direction,
  { schemas }: Components,
): JsonSchema {
  return Object.fromEntries(
    Object.entries(content).map(([mediaType, { schema, example }]) => [
      mediaType,
      {
        ...(schema === undefined ? {} : { schema: schemas.toSchema(schema, direction) }),
        ...(example === undefined ? {} : { example }),
      },
    ]),
  );
}

/** Headers that follow from a problem's status: always, or sometimes. */
const PROBLEM_HEADERS: Readonly<
  Record<number, Readonly<Partial<Record<keyof typeof responseHeaders, boolean>>>>
> = {
  401: { 'www-authenticate': true },
  409: { 'retry-after': false },
  412: { etag: false },
  415: { accept: false, 'accept-encoding': false },
  416: { 'content-range': true },
  428: { etag: true },
  429: { 'retry-after': true },
  503: { 'retry-after': true },
};

/** Headers of the problems that only this route has. */
function ownHeaders({ problems = [] }: RouteDescription, status: number): Readonly<Record<string, boolean>> {
  const own = problems.filter((problem) => typeof problem !== 'string' && problem.status === status);
  return Object.fromEntries(
    own.flatMap((problem) =>
      typeof problem === 'string' ? [] : (problem.optionalHeaders ?? []).map((name) => [name, false]),
    ),
  );
}

/** One response per status. Operations with the same problems share the response. */
function problemResponses(route: RouteDescription, api: ApiTraits, components: Components) {
  // Reads and writes share their problems, which therefore have the headers of a read.
  const shared = everyAnswer({ ...route, method: 'get' }, api, components);
  const responses = [...byStatus(problemsOf(route, api))].map(([status, codes]) => {
    const ofStatus = { ...ownHeaders(route, status), ...PROBLEM_HEADERS[status] };
    const headers = Object.entries(ofStatus).map(([header, always]): [string, unknown] => [
      header,
      headerRef(header as keyof typeof responseHeaders, always, components),
    ]);
    const types = codes.map((code) => `urn:freehold:problem:${code}`);
    const problem = components.schemas.toSchema({ named: 'Problem' }, 'response');
    const schema = {
      allOf: [problem, { properties: { type: { enum: types } } }],
    };
    const response = {
      description: `${codes.map((code) => `\`${code}\``).join(', ')}.`,
      headers: Object.fromEntries([...headers, ...shared]),
      content: { 'application/problem+json': { schema } },
    };
    return [String(status), response];
  });
  return Object.fromEntries(responses);
}
