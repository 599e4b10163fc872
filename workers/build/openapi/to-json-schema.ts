import { type OverrideActionContext, toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { emailForm } from '../../../schema/model/email-address.ts';
import type { JsonSchema } from '../../http/openapi/describe.ts';

/** JSON Schema formats by the check messages in `schema/model/fields.ts`. */
const FORMATS: readonly (readonly [RegExp, JsonSchema])[] = [
  [/^must be a date such as/, { format: 'date' }],
  [/^must be an instant such as/, { format: 'date-time' }],
  [/^must be an e-mail address$/, { format: 'idn-email', pattern: emailForm.source }],
  [/^must be an https:\/\/ address$/, { format: 'uri', pattern: '^https://' }],
];

/** The JSON Schema of a request value. */
export function inputSchema(schema: GenericSchema): JsonSchema {
  return tidy(toJsonSchema(schema, { ...options, typeMode: 'input' }) as JsonSchema);
}

/** The JSON Schema of a response value, in which fields with a default are always present. */
export function outputSchema(schema: GenericSchema): JsonSchema {
  return withDefaultsFilled(tidy(toJsonSchema(schema, { ...options, typeMode: 'output' }) as JsonSchema));
}

const options = {
  target: 'draft-2020-12',
  // Checks that JSON Schema cannot express become descriptions, see `describeAction()`.
  errorMode: 'ignore',
  overrideAction: describeAction,
} as const;

/** Turns the message of our own checks into a description, and into a format where there is one. */
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
  const text = phrase.startsWith('not ') ? `must ${phrase}` : phrase;
  const isForm = phrase !== 'be one line without control characters' && !phrase.startsWith('one line');
  return {
    ...jsonSchema,
    ...(requirement instanceof RegExp ? { pattern: requirement.source } : {}),
    ...(prefix === undefined ? {} : { pattern: `^${prefix}-[0-9a-hjkmnp-tv-z]{26}$` }),
    ...known,
    ...(isForm && jsonSchema.description === undefined
      ? { description: `${text.charAt(0).toUpperCase()}${text.slice(1)}.` }
      : {}),
  };
}

/** Removes keywords without effect. */
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

/** Maps every object of a schema, outer ones first, and removes undefined values. */
function mapObjects(schema: JsonSchema, change: (schema: JsonSchema) => JsonSchema): JsonSchema {
  const entries = Object.entries(change(schema)).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, mapValue(value, change)]));
}

function mapValue(value: unknown, change: (schema: JsonSchema) => JsonSchema): unknown {
  if (Array.isArray(value)) return value.map((item) => mapValue(item, change));
  return typeof value === 'object' && value !== null ? mapObjects(value as JsonSchema, change) : value;
}
