import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { toEmailAddress } from '../../schema/model/email-address.ts';
import type { ApiAnswer, ApiRequest } from './api-client.ts';
import { closeSchemas } from './close-schemas.ts';

/** An operation of a document, with what tests need of it. */
export interface ContractOperation {
  readonly operationId: string;
  /** In capitals. */
  readonly method: string;
  /** `/v1/clients/{id}`. */
  readonly path: string;
  readonly isOpen: boolean;
  readonly permission: string | undefined;
  /** Whether only operators of the platform may call it. */
  readonly isForOperators: boolean;
  readonly parameters: readonly Parameter[];
  /** Media types of its body, if it accepts one. */
  readonly mediaTypes: readonly string[];
  /** Example of its body, if it has one. */
  readonly exampleBody: unknown;
  /** Status → codes of its problems; empty for a success. */
  readonly statuses: ReadonlyMap<number, readonly string[]>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly example?: unknown;
}

/** Compares requests and responses with an OpenAPI document, and records what it has seen. */
export interface Contract {
  readonly operations: readonly ContractOperation[];
  /**
   * All differences between a response and the document: an undescribed operation or status; a missing, invalid or
   * undescribed header; another media type; a body that does not match. For a success the request is compared too.
   */
  readonly differences: (path: string, request: ApiRequest, answer: ApiAnswer) => readonly string[];
  /** `operationId status` of everything seen. */
  readonly seen: ReadonlySet<string>;
}

type Json = Readonly<Record<string, unknown>>;

/** Headers that every response may have: of the connection, of security, and of the tests. */
const COMMON_HEADERS =
  /^(?:cache-control|connection|content-(?:encoding|length|security-policy|type)|cross-origin-resource-policy|date|freehold-maintenance-within|keep-alive|referrer-policy|strict-transport-security|transfer-encoding|vary|x-content-type-options|x-test-.+)$/;

const BASE = 'document';

/** Reads a document without external references. */
export function createContract(document: Json): Contract {
  const closed = closeSchemas(document);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // RFC 6531, which the package does not support.
  ajv.addFormat('idn-email', (text: string) => toEmailAddress(text) !== undefined);
  ajv.addSchema(closed, BASE);
  const validators = new Map<string, ValidateFunction>();
  const seen = new Set<string>();

  const follow = (pointer: string): readonly [Json | undefined, string] => {
    const value = pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((at, step) => (at as Json | undefined)?.[unescapeStep(step)], closed) as
      | Json
      | undefined;
    return typeof value?.$ref === 'string' ? follow(value.$ref.slice(1)) : [value, pointer];
  };
  const faults = (pointer: string, value: unknown): readonly string[] => {
    const validate = validators.get(pointer) ?? ajv.compile({ $ref: `${BASE}#${pointer}` });
    validators.set(pointer, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };
  const operations = operationsOf(closed, follow);

  const requestDifferences = (
    operation: ContractOperation,
    path: string,
    request: ApiRequest,
  ): readonly string[] => {
    const at = `/paths/${escapeStep(operation.path)}/${operation.method.toLowerCase()}`;
    const names = new Set(
      operation.parameters.map((parameter) => `${parameter.in} ${parameter.name.toLowerCase()}`),
    );
    const query = [...new URL(path, 'http://contract').searchParams.keys()];
    const unknown = query.filter((name) => !names.has(`query ${name.toLowerCase()}`));
    const mediaType = request.headers?.['content-type'] ?? 'application/json';
    const [contents = {}] = follow(`${at}/requestBody/content`);
    const described = Object.keys(contents).find((type) => covers(type, mediaType));
    const content = described === undefined ? undefined : (contents[described] as Json);
    const isJson = typeof request.body === 'object' && !(request.body instanceof Uint8Array);
    return [
      ...unknown.map((name) => `the query parameter ${name} is not described`),
      ...(request.body !== undefined && content === undefined
        ? [`the body ${mediaType} is not described`]
        : []),
      ...(isJson && content?.schema !== undefined
        ? faults(`${at}/requestBody/content/${escapeStep(mediaType)}/schema`, request.body).map(
            (fault) => `the sent body ${fault}`,
          )
        : []),
    ];
  };

  const headerDifferences = (at: string, { headers }: ApiAnswer): readonly string[] => {
    const [described = {}] = follow(`${at}/headers`);
    const wrong = Object.keys(described).flatMap((name) => {
      const [header, headerAt] = follow(`${at}/headers/${escapeStep(name)}`);
      const value = headers.get(name);
      // The compressed length is another one, unknown when the response begins.
      if (name === 'content-length' && headers.has('content-encoding')) return [];
      if (value === null) return header?.required === true ? [`the header ${name} is missing`] : [];
      const [schema] = follow(`${headerAt}/schema`);
      const read = schema?.type === 'integer' ? Number(value) : value;
      return faults(`${headerAt}/schema`, read).map((fault) => `the header ${name}: ${value} ${fault}`);
    });
    const unknown = [...headers.keys()].filter(
      (name) => !Object.hasOwn(described, name) && !COMMON_HEADERS.test(name),
    );
    return [...wrong, ...unknown.map((name) => `the header ${name} is not described`)];
  };

  /** A page contains rows, or parts of them with `fields`; its schema accepts both for any request. */
  const rowDifferences = (schemaAt: string, path: string, page: unknown): readonly string[] => {
    if (new URL(path, 'http://contract').searchParams.has('fields')) return [];
    const [, pageAt] = follow(schemaAt);
    const [row, rowAt] = follow(`${pageAt}/properties/items/items/anyOf/0`);
    return row === undefined
      ? []
      : (page as { items: unknown[] }).items.flatMap((item) => faults(rowAt, item));
  };

  const bodyDifferences = (at: string, path: string, answer: ApiAnswer): readonly string[] => {
    const [content] = follow(`${at}/content`);
    const mediaType = answer.headers.get('content-type');
    if (content === undefined)
      return answer.text === '' ? [] : ['the response has a body and none is described'];
    const described = Object.keys(content).find((type) => covers(type, mediaType));
    if (described === undefined) return [`the media type ${mediaType} is not described`];
    const schemaAt = `${at}/content/${escapeStep(described)}/schema`;
    if (follow(schemaAt)[0] === undefined || !/[/+]json$/.test(described)) return [];
    const body: unknown = JSON.parse(answer.text);
    return [...faults(schemaAt, body), ...rowDifferences(schemaAt, path, body)].map(
      (fault) => `the body ${fault}`,
    );
  };

  return {
    operations,
    seen,
    differences: (path, request, answer) => {
      const method = request.method ?? 'GET';
      const { pathname } = new URL(path, 'http://contract');
      const operation = operations.find(
        (candidate) => candidate.method === method && toPattern(candidate.path).test(pathname),
      );
      if (operation === undefined) return [`${method} ${pathname} is not an operation of the document`];
      const pointer = `/paths/${escapeStep(operation.path)}/${method.toLowerCase()}/responses/${answer.status}`;
      const [response, at] = follow(pointer);
      if (response === undefined)
        return [`${operation.operationId} has no response ${answer.status}: ${answer.text.slice(0, 300)}`];
      seen.add(`${operation.operationId} ${answer.status}`);
      const found = [
        ...headerDifferences(at, answer),
        ...bodyDifferences(at, path, answer),
        ...(answer.status < 300 ? requestDifferences(operation, path, request) : []),
      ];
      return found.map((difference) => `${operation.operationId} ${answer.status}: ${difference}`);
    },
  };
}

/** Sorts operations with fewer path parameters first: `/v1/search/rebuild` before `/v1/search/{id}`. */
function operationsOf(
  document: Json,
  follow: (pointer: string) => readonly [Json | undefined, string],
): readonly ContractOperation[] {
  const paths = Object.entries(document.paths as Readonly<Record<string, Json>>);
  return paths
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, value]): ContractOperation => {
        const operation = value as Json;
        const parameters = (operation.parameters as readonly Json[]).map((_parameter, index) => {
          const [found] = follow(`/paths/${escapeStep(path)}/${method}/parameters/${index}`);
          return found as unknown as Parameter;
        });
        return {
          operationId: String(operation.operationId),
          method: method.toUpperCase(),
          path,
          isOpen: Array.isArray(operation.security) && operation.security.length === 0,
          permission: operation['x-permission'] as string | undefined,
          isForOperators: operation['x-role'] === 'operator',
          parameters,
          mediaTypes: Object.keys(
            ((operation.requestBody as Json | undefined)?.content as Json | undefined) ?? {},
          ),
          exampleBody: exampleOf(`/paths/${escapeStep(path)}/${method}/requestBody`, follow),
          statuses: new Map(
            Object.keys(operation.responses as Json).map((status) => [
              Number(status),
              codesOf(`/paths/${escapeStep(path)}/${method}/responses/${status}`, follow),
            ]),
          ),
        };
      }),
    )
    .sort((left, right) => parametersIn(left.path) - parametersIn(right.path));
}

/** The example of the first media type, or of its schema. */
function exampleOf(at: string, follow: (pointer: string) => readonly [Json | undefined, string]): unknown {
  const [mediaType = ''] = Object.keys(follow(`${at}/content`)[0] ?? {});
  const contentAt = `${at}/content/${escapeStep(mediaType)}`;
  const [schema] = follow(`${contentAt}/schema`);
  return follow(contentAt)[0]?.example ?? (schema?.examples as readonly unknown[] | undefined)?.[0];
}

function codesOf(
  at: string,
  follow: (pointer: string) => readonly [Json | undefined, string],
): readonly string[] {
  const [, responseAt] = follow(at);
  const schemaAt = `${responseAt}/content/${escapeStep('application/problem+json')}/schema`;
  const [types] = follow(`${schemaAt}/allOf/1/properties/type/enum`);
  return Array.isArray(types) ? types.map((type: string) => type.replace('urn:freehold:problem:', '')) : [];
}

function parametersIn(path: string): number {
  return path.split('{').length;
}

function toPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}

/** Whether a described media type matches that of a body; one without parameters matches all parameters. */
function covers(described: string, mediaType: string | null): boolean {
  if (described === '*/*' || described === mediaType) return true;
  return !described.includes(';') && described === mediaType?.split(';', 1)[0];
}

/** Whether a media type is JSON, but not JSON lines. */
export function isJsonType(mediaType: string): boolean {
  return /^application\/(?:.+\+)?json$/.test(mediaType);
}

/** A key as a token of a JSON pointer in the fragment of a URI. */
function escapeStep(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function unescapeStep(step: string): string {
  return decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
}
