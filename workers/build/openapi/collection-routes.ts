import type { Table } from '../../../schema/model/define-table.ts';
import { permissionFor } from '../../../schema/model/permissions.ts';
import {
  bodyOf,
  type CollectionDescription,
  type CollectionOperation,
  pageOf,
  type ResponseDescription,
  type RouteAccess,
  type RouteDescription,
  rowOf,
} from '../../http/openapi/describe.ts';
import { declaredListsInWords } from './list-parameters.ts';
import { patchOf } from './schemas.ts';

/** Properties of a collection's routes that do not follow from its model. */
export interface CollectionRoutesOptions {
  readonly table: Table;
  /** All tables of the database: rows that refer to a row prevent its deletion. */
  readonly tables: readonly Table[];
  readonly tag: string;
  /** Default none. */
  readonly description?: CollectionDescription | undefined;
  /** Who may call the routes. Default: the permission of each verb. */
  readonly access?: { readonly read: RouteAccess; readonly write: RouteAccess };
}

/** The routes that `collection()` adds for a table. */
export function collectionRoutes(options: CollectionRoutesOptions): readonly RouteDescription[] {
  const { table, description } = options;
  const routes = Object.entries(table.readOnly ? reads(options) : { ...reads(options), ...writes(options) });
  const served = routes.filter(
    ([operation]) => !description?.without?.includes(operation as CollectionOperation),
  );
  return served.map(([operation, route]) => {
    const own = description?.operations?.[operation as CollectionOperation] ?? {};
    return {
      ...route,
      ...(own.description === undefined ? {} : { description: own.description }),
      parameters: [...(route.parameters ?? []), ...(own.parameters ?? [])],
      problems: [...(route.problems ?? []), ...(own.problems ?? [])],
      responses: own.responses ?? route.responses,
    };
  });
}

type Routes = Readonly<Partial<Record<CollectionOperation, RouteDescription>>>;

function reads({ table, tag, access }: CollectionRoutesOptions): Routes {
  const read = access?.read ?? (permissionFor(table, 'read') as RouteAccess);
  const path = `/v1/${table.collection}`;
  const { one, many, name } = collectionWords(table);
  return {
    list: {
      ...{ method: 'get', path, tag, operationId: `list${name.many}`, access: read },
      summary: `List ${many}`,
      description: declaredListsInWords(table),
      list: { table },
      responses: { 200: { description: 'One page.', content: json(pageOf(table.collection)) } },
    },
    get: {
      ...{ method: 'get', path: `${path}/:id`, tag, operationId: `get${name.one}`, access: read },
      summary: `Read ${article(one)}`,
      ifNoneMatch: true,
      responses: { 200: oneRow(table, 'The row.') },
      problems: ['row_not_found', 'invalid_query'],
    },
  };
}

function writes({ table, tables, tag, access }: CollectionRoutesOptions): Routes {
  const write = access?.write ?? (permissionFor(table, 'write') as RouteAccess);
  const remove = access?.write ?? (permissionFor(table, 'delete') as RouteAccess);
  const path = `/v1/${table.collection}`;
  const { one, name } = collectionWords(table);
  const body = { content: json(bodyOf(table.collection)) };
  const patch = { named: patchOf(table) };
  const writeProblems = [
    ...(table.indexes.length > 0 ? (['duplicate'] as const) : []),
    ...(Object.keys(table.references).length > 0 ? (['unknown_reference'] as const) : []),
  ];
  const change = { access: write, tag, path: `${path}/:id`, ifMatch: 'required' } as const;
  const changeProblems = [
    ...(['row_not_found', 'conflict'] as const),
    ...(table.states === undefined ? [] : (['state_not_next'] as const)),
    ...writeProblems,
  ];
  const isNamed = tables.some(({ references }) => Object.values(references).includes(table.collection));
  return {
    create: {
      ...{ method: 'post', path, tag, operationId: `create${name.one}`, access: write },
      summary: `Create ${article(one)}`,
      idempotencyKey: 'optional',
      body,
      responses: {
        201: {
          ...oneRow(table, 'The new row.'),
          headers: ['etag', 'location'],
          optionalHeaders: ['idempotency-replayed'],
        },
      },
      problems: writeProblems,
    },
    replace: {
      ...{ method: 'put', ...change, operationId: `replace${name.one}` },
      summary: `Replace ${article(one)}`,
      description: 'Fields that are omitted are removed or reset to their default.',
      body,
      responses: { 200: oneRow(table, 'The changed row.') },
      problems: changeProblems,
    },
    patch: {
      ...{ method: 'patch', ...change, operationId: `patch${name.one}` },
      summary: `Change some fields of ${article(one)}`,
      description: 'A JSON merge patch (RFC 7396).',
      body: { content: { ...json(patch, 'application/merge-patch+json'), ...json(patch) } },
      responses: { 200: oneRow(table, 'The changed row.') },
      problems: changeProblems,
    },
    delete: {
      ...{ ...change, method: 'delete', access: remove, operationId: `delete${name.one}` },
      summary: `Delete ${article(one)}`,
      ...(isNamed ? { description: 'Refused while other rows refer to this one.' } : {}),
      responses: { 204: { description: 'The row is deleted.' } },
      problems: ['row_not_found', 'conflict', ...(isNamed ? (['still_referenced'] as const) : [])],
    },
  };
}

function oneRow(table: Table, description: string): ResponseDescription {
  return { description, headers: ['etag'], content: json(rowOf(table.collection)) };
}

function json(schema: { readonly named: string }, mediaType = 'application/json') {
  return { [mediaType]: { schema } };
}

/** `case-tasks` → `case task`, `case tasks`, and `CaseTask`, `CaseTasks` for the names of operations. */
export function collectionWords({ collection }: Table) {
  const many = collection.replaceAll('-', ' ');
  const one = many.replace(/ies$/, 'y').replace(/s$/, '');
  return { one, many, name: { one: pascal(one), many: pascal(many) } };
}

function pascal(words: string): string {
  return words.replace(/(?:^| )(.)/g, (_match, letter: string) => letter.toUpperCase());
}

function article(noun: string): string {
  return `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
