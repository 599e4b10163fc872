import type { GenericSchema } from 'valibot';
import type { Table } from '../../../schema/model/define-table.ts';
import type { RequestError } from '../problems/request-error.ts';

/** A schema in JSON Schema 2020-12, as OpenAPI 3.1 uses it. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** The schema of a value: valibot, JSON Schema, or a named schema of the document. */
export type DescribedSchema = GenericSchema | JsonSchema | NamedSchema;

/** A schema with a name in the document, shared by several routes. */
export interface NamedSchema {
  readonly named: string;
  /** Omitted for schemas that the document defines itself: rows and pages of tables, problems. */
  readonly schema?: GenericSchema | JsonSchema;
}

/** Response headers that the document describes centrally. Any other is described where it is used. */
export type StandardHeader =
  | 'accept-ranges'
  | 'content-digest'
  | 'content-disposition'
  | 'content-length'
  | 'content-range'
  | 'etag'
  | 'idempotency-replayed'
  | 'link'
  | 'location'
  | 'ratelimit'
  | 'ratelimit-policy'
  | 'repr-digest'
  | 'retry-after';

/** A response header that only some routes have. */
export interface HeaderDescription {
  /** In lower case. */
  readonly name: string;
  readonly description: string;
  readonly schema: DescribedSchema;
  readonly example: unknown;
  /** Whether the response always has it. Default false. */
  readonly required?: boolean;
}

/** A parameter that does not follow from the route's traits. */
export interface ParameterDescription {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly description: string;
  /** A list in the query is written with commas: `a,b`. */
  readonly schema: DescribedSchema;
  /**
   * For required parameters only. The docs page fills examples in when a route is tried out, so an optional parameter
   * with an example would be sent by accident.
   */
  readonly example?: unknown;
  /** Default: true in the path, false elsewhere. */
  readonly required?: boolean;
}

/** A body of one media type. */
export interface ContentDescription {
  /** Omitted for bytes. */
  readonly schema?: DescribedSchema;
  /** A real example: a test validates it against the schema. Omitted for bytes. */
  readonly example?: unknown;
}

/** The request body of a route. */
export interface BodyDescription {
  /** Default true. */
  readonly required?: boolean;
  readonly description?: string;
  /** Media type → its content. */
  readonly content: Readonly<Record<string, ContentDescription>>;
}

/** A successful response. */
export interface ResponseDescription {
  readonly description: string;
  /** Headers that the response always has; those that it may have are `optionalHeaders`. Default none. */
  readonly headers?: readonly (StandardHeader | HeaderDescription)[];
  readonly optionalHeaders?: readonly StandardHeader[];
  /** Media type → its content. Default: no body. */
  readonly content?: Readonly<Record<string, ContentDescription>>;
}

/** Failures that every Worker knows; `problem.ts` has the status and text of each. */
export type ProblemKind = Exclude<RequestError['kind'], 'own'>;

/** A failure of kind `own`, with the code and status of the refusal. */
export interface OwnProblemDescription {
  readonly code: string;
  readonly status: number;
  /** Headers that it may have in addition to those of its status. Default none. */
  readonly optionalHeaders?: readonly StandardHeader[];
}

/**
 * Who may call a route: the public, any signed-in person, an operator of the platform, a part of the factory with a
 * signature, or a person with a permission such as `clients:read`.
 */
export type RouteAccess = 'public' | 'user' | 'operator' | 'platform' | `${string}:${string}`;

/**
 * The description of one route, kept next to it in `<name>.openapi.ts`, which no Worker imports. The generator adds what
 * follows from the traits: id parameters of the path, 401 and 403 of a route with a token, 400 of a malformed bookmark,
 * 500, 503 of a busy database, 412 and 428 of `ifMatch`, 304 of `ifNoneMatch`, and 400, 413, 415 and 422 of a JSON
 * body.
 */
export interface RouteDescription {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** In the router's syntax: `/v1/documents/:id/content`. */
  readonly path: string;
  /** Unique, camelCase, starting with a verb: `getDocumentContent`. */
  readonly operationId: string;
  /** Groups the routes on the docs page, e.g. `Documents`. The API's document lists the tags. */
  readonly tag: string;
  /** One short sentence without a full stop. */
  readonly summary: string;
  /** Markdown with further details for callers. Default none. */
  readonly description?: string;
  readonly access: RouteAccess;
  /**
   * The route is a list of this table and takes its filters, sorts and pages. Fields in `scope` are fixed by the path.
   * Default: not a list.
   */
  readonly list?: { readonly table: Table; readonly scope?: readonly string[] };
  /** Parameters in addition to the ids in the path. Default none. */
  readonly parameters?: readonly ParameterDescription[];
  /** Use of `If-Match`: required (428 without it), or checked only when sent. Default: the header is ignored. */
  readonly ifMatch?: 'required' | 'optional';
  /** Whether the route responds with 304 when `If-None-Match` has the current entity tag. Default false. */
  readonly ifNoneMatch?: boolean;
  /** Use of `Idempotency-Key`. Default: the header is ignored. */
  readonly idempotencyKey?: 'required' | 'optional';
  /** Default: the route takes no body. */
  readonly body?: BodyDescription;
  /** Status → successful response. */
  readonly responses: Readonly<Record<number, ResponseDescription>>;
  /** Failures in addition to those that follow from the traits. Default none. */
  readonly problems?: readonly (ProblemKind | OwnProblemDescription)[];
  /** Whether the route uses the database, so that it has a bookmark and may be busy. Default true. */
  readonly database?: boolean;
  /**
   * The route has `:collection` in its path and takes the parameters of that collection's list. The document then has
   * one operation per collection, with its filters and sorts, a name such as `exportClients`, and the read permission.
   * Default false.
   */
  readonly ofEveryCollection?: boolean;
  /** Omits the route from the document, for routes that only the docs page uses. Default false. */
  readonly isHidden?: boolean;
}

/** Operations that `collection()` serves for a table. */
export type CollectionOperation = 'list' | 'get' | 'create' | 'replace' | 'patch' | 'delete';

/** The description of one operation of a collection, in addition to what follows from the model. */
export interface CollectionOperationDescription
  extends Pick<RouteDescription, 'description' | 'parameters' | 'problems'> {
  /** Default: those of the model. */
  readonly responses?: RouteDescription['responses'];
}

/** The description of a collection with hooks, in addition to what follows from its model. */
export interface CollectionDescription {
  /** Name in the URL: `case-tasks`. */
  readonly collection: string;
  /** Default: the tag that the API gives the table. */
  readonly tag?: string;
  /** Operations that `collection()` does not serve for this table, or that are described as routes. Default none. */
  readonly without?: readonly CollectionOperation[];
  readonly operations?: Readonly<Partial<Record<CollectionOperation, CollectionOperationDescription>>>;
}

/** Describes the collections of one file: `export const collections = describeCollections([...])`. */
export function describeCollections(
  collections: readonly CollectionDescription[],
): readonly CollectionDescription[] {
  return collections;
}

/** Describes the routes of one file. The generator looks for `export const routes = describeRoutes([...])`. */
export function describeRoutes(routes: readonly RouteDescription[]): readonly RouteDescription[] {
  return routes;
}

/** The row of a table as the API shows it: `rowOf('clients')`. */
export function rowOf(collection: string): NamedSchema {
  return { named: schemaName(collection, 'Row') };
}

/** The body that a caller writes to a table: `bodyOf('clients')`. */
export function bodyOf(collection: string): NamedSchema {
  return { named: schemaName(collection, 'Body') };
}

/** One page of a list of a table: `pageOf('clients')`. */
export function pageOf(collection: string): NamedSchema {
  return { named: schemaName(collection, 'Page') };
}

/** Gives a schema a name in the document: `named('HouseholdView', v.strictObject({…}))`. */
export function named(name: string, schema: GenericSchema | JsonSchema): NamedSchema {
  return { named: name, schema };
}

/** `case-tasks` and `Row` → `CaseTasksRow`. */
function schemaName(collection: string, suffix: 'Row' | 'Body' | 'Page'): string {
  const words = collection.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join('') + suffix;
}
