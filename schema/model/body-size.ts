/** The parts of a valibot schema that bound the size of its values. */
interface SchemaParts {
  readonly type: string;
  readonly wrapped?: SchemaParts;
  readonly item?: SchemaParts;
  readonly entries?: Readonly<Record<string, SchemaParts>>;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
}

/** JSON writes a control character as six bytes, more than UTF-8 needs for any other UTF-16 unit. */
const bytesPerCharacterMax = 6;
const numberBytesMax = 24;

/**
 * The most bytes that the JSON of a value of this schema can take. Only the tests use it: they prove that no body can
 * exceed a D1 row, so the Workers do not measure bodies before they write them.
 *
 * @throws For a part without a bound, naming its path.
 */
export function jsonBytesMax(schema: unknown, at = 'body'): number {
  const parts = schema as SchemaParts;
  switch (parts.type) {
    case 'optional':
    case 'nullable':
      return Math.max(4, jsonBytesMax(parts.wrapped, at));
    case 'strict_object':
      return Object.entries(parts.entries ?? {}).reduce(
        (sum, [name, entry]) => sum + name.length + 4 + jsonBytesMax(entry, `${at}.${name}`),
        2,
      );
    case 'array':
      return 2 + bound(parts, at) * (jsonBytesMax(parts.item, `${at}[]`) + 1);
    case 'variant':
      return Math.max(...(parts.options ?? []).map((option) => jsonBytesMax(option, at)));
    case 'picklist':
      return Math.max(...(parts.options ?? []).map((option) => JSON.stringify(option).length));
    case 'literal':
      return JSON.stringify(parts.literal).length;
    case 'string':
      return 2 + bound(parts, at) * bytesPerCharacterMax;
    case 'number':
      return numberBytesMax;
    case 'boolean':
      return 5;
    default:
      throw new Error(`${at} is a ${parts.type}, a type that jsonBytesMax() cannot measure`);
  }
}

function bound(schema: SchemaParts, at: string): number {
  const lengths = actionsOf(schema).flatMap(({ type, requirement }) =>
    type === 'max_length' && typeof requirement === 'number' ? [requirement] : [],
  );
  if (lengths.length === 0) {
    throw new Error(`${at} has no maximum`);
  }
  // A transformation may lengthen a value, so the largest bound of the pipe counts.
  return Math.max(...lengths);
}

/** The actions of a pipe, preceded by those of the pipe that it starts with. */
function actionsOf(schema: SchemaParts): NonNullable<SchemaParts['pipe']> {
  const [first, ...rest] = schema.pipe ?? [];
  return first !== undefined && 'pipe' in first ? [...actionsOf(first as SchemaParts), ...rest] : rest;
}
