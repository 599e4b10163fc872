/** The parts of a valibot schema that documentation reads. */
interface SchemaParts {
  readonly type: string;
  readonly wrapped?: SchemaParts;
  readonly default?: unknown;
  readonly item?: SchemaParts;
  readonly entries?: Readonly<Record<string, SchemaParts>>;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly pipe?: readonly ActionParts[];
}

/** A step of a pipe: a check, or the schema that the pipe starts with. */
interface ActionParts {
  readonly type: string;
  readonly message?: unknown;
  readonly requirement?: unknown;
}

/** A description of a field, for people. */
export interface FieldDescription {
  /** E.g. `date such as 2026-03-31`, `up to 50 × text of up to 40 characters`. */
  readonly holds: string;
  /** Whether a body must have it. */
  readonly required: boolean;
  /** JSON of the default value when the caller sends none. */
  readonly fallback: string | undefined;
}

/** Describes a field by its schema. */
export function describeField(schema: unknown): FieldDescription {
  const parts = schema as SchemaParts;
  if (parts.type !== 'optional' || parts.wrapped === undefined) {
    return { holds: inWords(parts), required: true, fallback: undefined };
  }
  const fallback = parts.default === undefined ? undefined : JSON.stringify(parts.default);
  return { holds: inWords(parts.wrapped), required: false, fallback };
}

function inWords(schema: SchemaParts): string {
  switch (schema.type) {
    case 'optional':
    case 'nullable':
      return schema.wrapped === undefined ? schema.type : inWords(schema.wrapped);
    case 'array':
      return `up to ${lengthMax(schema)} × ${schema.item === undefined ? 'anything' : inWords(schema.item)}`;
    case 'strict_object':
      return `{ ${Object.keys(schema.entries ?? {}).join(', ')} }`;
    case 'picklist':
      return (schema.options ?? []).map(code).join(' ');
    case 'variant':
      return `{ kind, … } with kind ${(schema.options as readonly SchemaParts[]).map(kindOf).join(' ')}`;
    case 'boolean':
      return '`true` or `false`';
    default:
      return wish(schema) ?? `text of up to ${lengthMax(schema)} characters`;
  }
}

function code(value: unknown): string {
  return `\`${value}\``;
}

function kindOf(option: SchemaParts): string {
  return code(option.entries?.kind?.literal);
}

/** What a check requires, taken from the message that callers get when it fails. */
function wish(schema: SchemaParts): string | undefined {
  for (const { message } of schema.pipe ?? []) {
    const phrase = typeof message === 'string' ? /^must be ((?:an? |<).+)$/.exec(message)?.[1] : undefined;
    if (phrase !== undefined) {
      return phrase.replace(/^an? /, '').replace(/<(\w+)>:read/, '`<$1>:read`');
    }
  }
  return undefined;
}

function lengthMax(schema: SchemaParts): string {
  const requirement = actionsOf(schema).find(({ type }) => type === 'max_length')?.requirement;
  return typeof requirement === 'number' ? requirement.toLocaleString('en-GB') : 'any number of';
}

/** The actions of a pipe, preceded by those of the pipe that it starts with. */
function actionsOf(schema: SchemaParts): readonly ActionParts[] {
  const [first, ...rest] = schema.pipe ?? [];
  return first !== undefined && 'pipe' in first ? [...actionsOf(first as SchemaParts), ...rest] : rest;
}
