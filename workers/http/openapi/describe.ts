import type { GenericSchema } from 'valibot';
import type { Table } from '../../../schema/model/define-table.ts';
import type { RequestError } from '../problems/request-error.ts';

/** A schema of JSON Schema 2020-12, as OpenAPI 3.1 takes it. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** What a value looks like: a valibot schema, a piece of JSON Schema, or a named schema of the document. */
export type DescribedSchema = GenericSchema | JsonSchema | NamedSchema;

/** A schema that the document keeps under a name and that several routes share. */
export interface NamedSchema {
  readonly named: string;
  /** Left out for what the document has anyway: rows and pages of the tables, problems. */
  readonly schema?: GenericSchema | JsonSchema;
}

/** Headers of answers that the document knows already. Any other is described where it is used. */
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

/** A header of an answer that only some routes have. */
export interface HeaderDescription {
  /** In lower case. */
  readonly name: string;
  readonly description: string;
  readonly schema: DescribedSchema;
  readonly example: unknown;
  /** Whether the answer always has it. Default false. */
  readonly required?: boolean;
}

/** A parameter besides those that follow from the route's traits. */
export interface ParameterDescription {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly description: string;
  /** A list in the query is written with commas: `a,b`. */
  readonly schema: DescribedSchema;
  /**
   * For required parameters. The docs page fills an example in when somebody tries the route out, so that an optional
   * parameter with one would be sent by accident.
   */
  readonly example?: unknown;
  /** Default: true in the path, false elsewhere. */
  readonly required?: boolean;
}

/** A body of one media type. */
export interface ContentDescription {
  /** Left out for bytes. */
  readonly schema?: DescribedSchema;
  /** A real one: a test holds it against the schema. Left out for bytes. */
  readonly example?: unknown;
}

/** The body that a route takes. */
export interface BodyDescription {
  /** Default true. */
  readonly required?: boolean;
  readonly description?: string;
  /** Media type → what it holds. */
  readonly content: Readonly<Record<string, ContentDescription>>;
}

/** A successful answer. */
export interface ResponseDescription {
  readonly description: string;
  /** Those that the answer always has; `optionalHeaders` are there sometimes. Default none. */
  readonly headers?: readonly (StandardHeader | HeaderDescription)[];
  readonly optionalHeaders?: readonly StandardHeader[];
  /** Media type → what it holds. Default: the answer has no body. */
  readonly content?: Readonly<Record<string, ContentDescription>>;
}

/** Failures that every Worker knows; each has its status and its words in `problem.ts`. */
export type ProblemKind = Exclude<RequestError['kind'], 'own'>;

/** A failure of kind `own`, described with the same code and status as the refusal has. */
export interface OwnProblemDescription {
  readonly code: string;
  readonly status: number;
  /** Headers that it may have besides those of its status. Default none. */
  readonly optionalHeaders?: readonly StandardHeader[];
}

/**
 * Who may call a route: anybody without a token, everyone who is signed in, an operator of the platform, a part of the
 * factory by its signature, or those who have one permission such as `clients:read`.
 */
export type RouteAccess = 'public' | 'user' | 'operator' | 'platform' | `${string}:${string}`;

/**
 * One route in words and schemas, kept beside it in `<name>.openapi.ts`, which no Worker imports. What follows from
 * the traits is not repeated: parameters of the path that are ids, 401 and 403 of a route with a token, 400 of a
 * malformed bookmark, 500, 503 of a busy database, 412 and 428 of `ifMatch`, 304 of `ifNoneMatch`, and for a JSON body
 * 400, 413, 415 and 422.
 */
export interface RouteDescription {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As the router has it: `/v1/documents/:id/content`. */
  readonly path: string;
  /** Unique, camelCase, a verb first: `getDocumentContent`. */
  readonly operationId: string;
  /** Groups the routes on the docs page: `Documents`; see `tags.ts` of the API. */
  readonly tag: string;
  /** One short sentence without a full stop. */
  readonly summary: string;
  /** Markdown; what a caller has to know besides. Default none. */
  readonly description?: string;
  readonly access: RouteAccess;
  /**
   * A list of this table: takes its filters, sorts and pages, and refuses others. Fields in `scope` are those that the
   * path asks for already. Default: no list.
   */
  readonly list?: { readonly table: Table; readonly scope?: readonly string[] };
  /** Default none besides the ids of the path. */
  readonly parameters?: readonly ParameterDescription[];
  /** Takes `If-Match`: refused without it (428), or only held to it when it is sent. Default: the header is ignored. */
  readonly ifMatch?: 'required' | 'optional';
  /** Answers 304 to `If-None-Match` with the present entity tag. Default false. */
  readonly ifNoneMatch?: boolean;
  /** Takes `Idempotency-Key`. Default: the header is ignored. */
  readonly idempotencyKey?: 'required' | 'optional';
  /** Default: the route takes no body. */
  readonly body?: BodyDescription;
  /** Status → successful answer. */
  readonly responses: Readonly<Record<number, ResponseDescription>>;
  /** Failures besides those that follow from the traits. Default none. */
  readonly problems?: readonly (ProblemKind | OwnProblemDescription)[];
  /** Whether the route asks the database, so that it has a bookmark and may be busy. Default true. */
  readonly database?: boolean;
  /**
   * The route has `:collection` in its path and asks it like its list: the document has an operation for each, with its
   * filters and sorts, its name after that of this one (`exportClients`), and the permission to read it. Default false.
   */
  readonly ofEveryCollection?: boolean;
  /** Left out of the document: for browsers on the docs page, and no caller's business. Default false. */
  readonly isHidden?: boolean;
}

/** What `collection()` serves for a table. */
export type CollectionOperation = 'list' | 'get' | 'create' | 'replace' | 'patch' | 'delete';

/** What one operation of a collection has besides what follows from the model. */
export interface CollectionOperationDescription
  extends Pick<RouteDescription, 'description' | 'parameters' | 'problems'> {
  /** Default: those of the model. */
  readonly responses?: RouteDescription['responses'];
}

/** What a collection with hooks of its own has besides what follows from its model. */
export interface CollectionDescription {
  /** As in the URL: `case-tasks`. */
  readonly collection: string;
  /** Default: the tag that the API gives the table. */
  readonly tag?: string;
  /** Operations that `collection()` does not serve for this table, or that are described as routes. Default none. */
  readonly without?: readonly CollectionOperation[];
  readonly operations?: Readonly<Partial<Record<CollectionOperation, CollectionOperationDescription>>>;
}

/** The collections of one file: `export const collections = describeCollections([...])`. */
export function describeCollections(
  collections: readonly CollectionDescription[],
): readonly CollectionDescription[] {
  return collections;
}

/** The routes of one file: `export const routes = describeRoutes([...])` is what the generator looks for. */
export function describeRoutes(routes: readonly RouteDescription[]): readonly RouteDescription[] {
  return routes;
}

/** The row of a table as the API shows it: `rowOf('clients')`. */
export function rowOf(collection: string): NamedSchema {
  return { named: schemaName(collection, 'Row') };
}

/** What a caller writes to a table: `bodyOf('clients')`. */
export function bodyOf(collection: string): NamedSchema {
  return { named: schemaName(collection, 'Body') };
}

/** One page of a list of a table: `pageOf('clients')`. */
export function pageOf(collection: string): NamedSchema {
  return { named: schemaName(collection, 'Page') };
}

/** Puts a schema under a name of its own in the document: `named('HouseholdView', v.strictObject({…}))`. */
export function named(name: string, schema: GenericSchema | JsonSchema): NamedSchema {
  return { named: name, schema };
}

/** `case-tasks` and `Row` → `CaseTasksRow`. */
function schemaName(collection: string, suffix: 'Row' | 'Body' | 'Page'): string {
  const words = collection.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join('') + suffix;
}
