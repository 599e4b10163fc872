import { type OverrideActionContext, toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import type { JsonSchema } from '../../http/openapi/describe.ts';

/** Formats of JSON Schema by the phrase in which `schema/model/fields.ts` asks for them. */
const FORMATS: readonly (readonly [RegExp, JsonSchema])[] = [
  [/^must be a date such as/, { format: 'date' }],
  [/^must be an instant such as/, { format: 'date-time' }],
  [/^must be an e-mail address$/, { format: 'email' }],
  [/^must be an https:\/\/ address$/, { format: 'uri', pattern: '^https://' }],
];

/** The JSON Schema of what a caller sends. */
export function inputSchema(schema: GenericSchema): JsonSchema {
  return tidy(toJsonSchema(schema, { ...options, typeMode: 'input' }) as JsonSchema);
}

/** The JSON Schema of what an answer holds: defaults are filled in, so the fields that have one are always there. */
export function outputSchema(schema: GenericSchema): JsonSchema {
  return withDefaultsFilled(tidy(toJsonSchema(schema, { ...options, typeMode: 'output' }) as JsonSchema));
}

const options = {
  target: 'draft-2020-12',
  // Checks that JSON Schema cannot express are told in words, see `describeAction()`.
  errorMode: 'ignore',
  overrideAction: describeAction,
} as const;

/** Keeps in words, and as a format where there is one, what the phrases of our own checks say. */
function describeAction({ valibotAction, jsonSchema }: OverrideActionContext) {
  const { type, message, requirement } = valibotAction as {
    readonly type: string;
    readonly message?: unknown;
    readonly requirement?: unknown;
  };
  const phrase = typeof message === 'string' ? /^must (?:be )?(.+)$/.exec(message)?.[1] : undefined;
  if (phrase === undefined || (type !== 'regex' && type !== 'check')) return undefined;
  const prefix = /^an id that starts with ([a-z]+)-$/.exec(phrase)?.[1];
  const known = FORMATS.find(([form]) => form.test(String(message)))?.[1] ?? {};
  const isForm = phrase !== 'be one line without control characters' && !phrase.startsWith('one line');
  return {
    ...jsonSchema,
    ...(requirement instanceof RegExp ? { pattern: requirement.source } : {}),
    ...(prefix === undefined ? {} : { pattern: `^${prefix}-[0-9a-hjkmnp-tv-z]{26}$` }),
    ...known,
    ...(isForm && jsonSchema.description === undefined
      ? { description: `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.` }
      : {}),
  };
}

/** Drops what says nothing. */
function tidy(schema: JsonSchema): JsonSchema {
  return mapObjects(schema, ({ $schema: _draft, maximum, ...kept }) => ({
    ...kept,
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
    ...(Array.isArray(kept.required) && kept.required.length === 0 ? { required: undefined } : {}),
  }));
}

function withDefaultsFilled(schema: JsonSchema): JsonSchema {
  return mapObjects(schema, ({ additionalProperties: _open, ...kept }) => {
    const properties = kept.properties as Readonly<Record<string, JsonSchema>> | undefined;
    if (properties === undefined) return kept;
    const filled = Object.keys(properties).filter((name) => properties[name]?.default !== undefined);
    const required = [...new Set([...((kept.required as readonly string[] | undefined) ?? []), ...filled])];
    const withoutDefaults = Object.entries(properties).map(([name, { default: _default, ...property }]) => [
      name,
      property,
    ]);
    return {
      ...kept,
      properties: Object.fromEntries(withoutDefaults),
      ...(required.length > 0 ? { required } : {}),
    };
  });
}

/** Changes every object of a schema, the outer ones first. Values that are undefined fall away. */
function mapObjects(schema: JsonSchema, change: (schema: JsonSchema) => JsonSchema): JsonSchema {
  const entries = Object.entries(change(schema)).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, mapValue(value, change)]));
}

function mapValue(value: unknown, change: (schema: JsonSchema) => JsonSchema): unknown {
  if (Array.isArray(value)) return value.map((item) => mapValue(item, change));
  return typeof value === 'object' && value !== null ? mapObjects(value as JsonSchema, change) : value;
}
