type Json = Readonly<Record<string, unknown>>;

/**
 * A document in which every object has only the fields that are described. The published one leaves answers open, so
 * that a later release may add fields; here each field that an answer has must be described.
 */
export function closeSchemas(document: Json): Json {
  return close(document, '') as Json;
}

function close(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((item) => close(item, key));
  if (typeof value !== 'object' || value === null || key === 'example' || key === 'examples') return value;
  const closed = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, close(member, name)]),
  );
  // Problems have further members of their own, and parts of an `allOf` see one another's fields.
  const isOpen = key === 'Problem' || key === 'allOf' || 'additionalProperties' in closed;
  const isObject = closed.type === 'object' && typeof closed.properties === 'object';
  return isObject && !isOpen ? { ...closed, additionalProperties: false } : closed;
}
