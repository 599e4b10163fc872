type Json = Readonly<Record<string, unknown>>;

/**
 * A document in which every object has only the described fields. The published document leaves responses open, so that
 * a later release may add fields; in tests every field of a response must be described.
 *
 * An object is closed where it is used, not where it is named: a named schema may be part of several others.
 */
export function closeSchemas(document: Json): Json {
  const { components, ...rest } = document;
  const { schemas, ...others } = components as Readonly<Record<string, Json>>;
  const named = Object.entries(schemas ?? {}).map(([name, schema]) => [name, closeMembers(schema as Json)]);
  return {
    ...closeMembers(rest),
    components: { ...closeMembers(others), schemas: Object.fromEntries(named) },
  };
}

function closeMembers(value: Json): Json {
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, KEPT.has(key) ? member : close(member, key)]),
  );
}

/** Keywords whose contents are values instead of schemas. */
const KEPT = new Set(['example', 'examples', 'default', 'enum', 'const']);

function close(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((item) => close(item, key));
  if (typeof value !== 'object' || value === null) return value;
  const closed = closeMembers(value as Json);
  // The parts of an `allOf` see each other's fields, so only the whole can be closed.
  return key !== 'allOf' && isClosable(closed) ? { ...closed, unevaluatedProperties: false } : closed;
}

function isClosable(schema: Json): boolean {
  if (typeof schema.$ref === 'string') return schema.$ref.startsWith('#/components/schemas/');
  if (Array.isArray(schema.allOf)) return !schema.allOf.some(isProblem);
  return (
    schema.type === 'object' && typeof schema.properties === 'object' && !('additionalProperties' in schema)
  );
}

/** Problems may have further members. */
function isProblem(part: unknown): boolean {
  return (part as Json).$ref === '#/components/schemas/Problem';
}
