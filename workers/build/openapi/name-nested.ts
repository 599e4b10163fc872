import type { JsonSchema } from '../../http/openapi/describe.ts';

type Schemas = Readonly<Record<string, JsonSchema>>;

/**
 * Moves the object schemas within components to components of their own, because generators of clients make a class of each
 * component, and fail on or multiply what has no name. One that several components have is named after its field
 * (`Phone`, `Address`), any other after its component and its field.
 */
export function nameNested(schemas: Schemas): Schemas {
  const owners = new Map<string, Set<string>>();
  for (const [name, schema] of Object.entries(schemas)) {
    mapNested(schema, '', (nested) => {
      const text = JSON.stringify(nested);
      owners.set(text, (owners.get(text) ?? new Set()).add(name));
      return nested;
    });
  }
  const named: Record<string, JsonSchema> = { ...schemas };
  const names = new Map<string, string>();
  const nameOf = (text: string, owner: string, base: string): string => {
    const isShared = (owners.get(text)?.size ?? 0) > 1;
    const candidates = [
      ...(isShared ? [base, `${base}Fields`] : []),
      `${owner}${base}`,
      // An arm with one field, whose value has the plain name.
      `${owner}Of${base}`,
    ];
    const free = candidates.find((candidate) => named[candidate] === undefined);
    if (free === undefined) throw new Error(`there is no free name for ${base} in ${owner}`);
    return free;
  };
  for (const [owner, schema] of Object.entries(schemas)) {
    named[owner] = mapNested(schema, '', (nested, base, original) => {
      const text = JSON.stringify(original);
      const name = names.get(text) ?? nameOf(text, owner, base);
      names.set(text, name);
      named[name] = nested;
      return { $ref: `#/components/schemas/${name}` };
    });
  }
  return Object.fromEntries(Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Replaces the object schemas below a schema, the innermost first.
 *
 * @param base Name of what the schema is the value of; empty for a component itself.
 * @param replace Gets the schema with its parts replaced, its name, and the schema as it was.
 */
function mapNested(
  schema: JsonSchema,
  base: string,
  replace: (nested: JsonSchema, base: string, original: JsonSchema) => JsonSchema,
): JsonSchema {
  const below = (part: JsonSchema, name: string): JsonSchema => {
    const mapped = mapNested(part, name, replace);
    return isObject(part) ? replace(mapped, name, part) : mapped;
  };
  const { properties, items } = schema as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly items?: JsonSchema;
  };
  const mapped: Record<string, unknown> = { ...schema };
  if (properties !== undefined) {
    mapped.properties = Object.fromEntries(
      Object.entries(properties).map(([name, part]) => [name, below(part, toSingular(name))]),
    );
  }
  if (items !== undefined) mapped.items = below(items, base === '' ? 'Item' : base);
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const arms = schema[keyword] as readonly JsonSchema[] | undefined;
    if (arms === undefined) continue;
    const isChoice = arms.filter(isObject).length > 1;
    mapped[keyword] = arms.map((arm) => below(arm, isChoice ? `${base}${armName(arm)}` : base || 'Part'));
  }
  return mapped;
}

/** An arm of a choice is known by its constant (`kind: email`), or else by the first field that it must have. */
function armName({ properties = {}, required = [] }: JsonSchema): string {
  const constant = Object.values(properties as Record<string, JsonSchema>).find(
    (property) => typeof property.const === 'string',
  )?.const;
  return toSingular(String(constant ?? (required as readonly string[])[0] ?? 'part'));
}

function isObject(schema: JsonSchema): boolean {
  return Object.keys((schema.properties ?? {}) as object).length > 0;
}

/** `previousVersions` → `PreviousVersion`. */
function toSingular(field: string): string {
  const one = field
    .replace(/ies$/, 'y')
    .replace(/(ss|ch|sh|x)es$/, '$1')
    .replace(/([^s])s$/, '$1');
  return `${one.charAt(0).toUpperCase()}${one.slice(1)}`;
}
