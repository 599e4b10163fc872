import type { GenericSchema, ObjectEntries } from 'valibot';
import * as v from 'valibot';
import type { Table } from '../../../schema/model/define-table.ts';
import { limits } from '../../../schema/model/limits.ts';
import { accountTrackingFields } from '../../../schema/model/tracking.ts';
import { bodyOf, type DescribedSchema, type JsonSchema, pageOf, rowOf } from '../../http/openapi/describe.ts';
import { exampleRow } from '../../http/openapi/example-row.ts';
import { inputSchema, outputSchema } from './to-json-schema.ts';

/** Direction of a value: a field with a default is optional in a request and always present in a response. */
export type Direction = 'request' | 'response';

/** The schemas of one document. Named schemas are collected when they are used. */
export interface Schemas {
  readonly toSchema: (described: DescribedSchema, direction: Direction) => JsonSchema;
  /** Name → schema of all used schemas, in alphabetical order. */
  readonly components: () => Readonly<Record<string, JsonSchema>>;
}

/** Starts the schemas of a document. Rows, bodies and pages of its tables can be used by name. */
export function createSchemas(
  tables: readonly Table[],
  known: Readonly<Record<string, JsonSchema>>,
): Schemas {
  const builders = new Map<string, () => JsonSchema>(
    Object.entries({ ...known, RowCount: rowCountSchema }).map(([name, schema]) => [name, () => schema]),
  );
  for (const table of tables) {
    builders.set(rowOf(table.collection).named, () => rowSchema(table));
    builders.set(bodyOf(table.collection).named, () => bodySchema(table));
    builders.set(patchOf(table), () => patchSchema(table));
    builders.set(partOf(table), () => partSchema(table));
    builders.set(pageOf(table.collection).named, () => pageSchema(table));
  }
  const used = new Map<string, JsonSchema>();
  const toSchema: Schemas['toSchema'] = (described, direction) => {
    if (isNamed(described)) {
      const { named: name, schema } = described;
      const make = schema === undefined ? builders.get(name) : () => toSchema(schema, direction);
      if (make === undefined) throw new Error(`the document has no schema named ${name}`);
      const earlier = used.get(name);
      if (earlier === undefined) {
        used.set(name, {}); // Prevents infinite recursion for a schema that refers to itself.
        used.set(name, toSchema(make(), direction));
      } else if (schema !== undefined && JSON.stringify(earlier) !== JSON.stringify(make())) {
        throw new Error(`two different schemas of the document are named ${name}`);
      }
      return { $ref: `#/components/schemas/${name}` };
    }
    if (isValibot(described))
      return direction === 'request' ? inputSchema(described) : outputSchema(described);
    return Object.fromEntries(
      Object.entries(described).map(([keyword, value]) => [keyword, nested(value, direction)]),
    );
  };
  const nested = (value: unknown, direction: Direction): unknown => {
    if (Array.isArray(value)) return value.map((item) => nested(item, direction));
    if (typeof value !== 'object' || value === null) return value;
    return toSchema(value as DescribedSchema, direction);
  };
  return {
    toSchema,
    components: () => Object.fromEntries([...used].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Name of the schema of a merge patch of a table. */
export function patchOf(table: Table): string {
  return bodyOf(table.collection).named.replace(/Body$/, 'Patch');
}

function isNamed(schema: DescribedSchema): schema is { named: string; schema?: GenericSchema | JsonSchema } {
  return 'named' in schema && typeof schema.named === 'string';
}

function isValibot(schema: DescribedSchema): schema is GenericSchema {
  return 'kind' in schema && schema.kind === 'schema' && '~standard' in schema;
}

/** The body that a caller writes. The example of a table may also contain server fields. */
function bodySchema(table: Table): JsonSchema {
  const example = Object.entries(table.example).filter(([name]) => name in table.body.entries);
  return {
    description: table.describes,
    ...inputSchema(table.body),
    examples: [Object.fromEntries(example)],
  };
}

/** A merge patch: any of the fields, and null for optional ones. */
function patchSchema(table: Table): JsonSchema {
  const { properties = {}, required = [] } = inputSchema(table.body) as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
  };
  // Repeated here, because generators of clients do not follow references into a schema.
  const fields = Object.entries(properties).map(([name, { default: _default, ...field }]) => [
    name,
    required.includes(name) ? field : { anyOf: [field, { type: 'null' }] },
  ]);
  return {
    description: 'The fields to change; null removes a field or resets it to its default.',
    type: 'object',
    properties: Object.fromEntries(fields),
    additionalProperties: false,
  };
}

/** A row in a response: id and tracking fields, the caller's fields, server fields. */
function rowSchema(table: Table): JsonSchema {
  return { description: table.describes, ...partSchema(table, 'whole'), examples: [exampleRow(table)] };
}

/** The fields of a row, of which a list shows the requested ones. */
function partSchema(table: Table, shown: 'whole' | 'part' = 'part'): JsonSchema {
  const id = { type: 'string', pattern: `^${table.idPrefix}-[0-9a-hjkmnp-tv-z]{26}$` };
  const { accountId, ...shared } = accountTrackingFields;
  const tracking: ObjectEntries = table.tier === 'account' ? { accountId, ...shared } : shared;
  const entries = { ...tracking, ...table.body.entries, ...table.serverFields };
  const { properties = {}, required = [] } = outputSchema(v.object(entries) as GenericSchema) as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
  };
  return {
    type: 'object',
    properties: { id, ...properties },
    required: shown === 'whole' ? ['id', ...required] : ['id', 'version'],
  };
}

/** A page of a list. With `fields=` its rows have only the requested fields. */
function pageSchema(table: Table): JsonSchema {
  const row = rowOf(table.collection);
  return {
    type: 'object',
    properties: {
      items: { type: 'array', items: { anyOf: [row, { named: partOf(table) }] } },
      nextCursor: {
        type: ['string', 'null'],
        description: 'Send it as `cursor` to get the next page; null on the last page.',
      },
      count: { named: 'RowCount' },
    },
    required: ['items', 'nextCursor'],
  };
}

function partOf(table: Table): string {
  return rowOf(table.collection).named.replace(/Row$/, 'Fields');
}

const rowCountSchema: JsonSchema = {
  description: 'The number of rows on all pages; with `count=exact`.',
  type: 'object',
  properties: {
    rows: { type: 'integer', minimum: 0, maximum: limits.countRowsMax },
    isExact: { type: 'boolean', description: `False when there are more than ${limits.countRowsMax}.` },
  },
  required: ['rows', 'isExact'],
};
