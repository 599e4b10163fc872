import type { JsonSchema } from '../../http/openapi/describe.ts';

type Operation = JsonSchema & { readonly parameters: readonly JsonSchema[] };

/** What is so short that a reference to it would be longer. */
const WORTH_SHARING_CHARACTERS = 80;

/** Paths whose operations refer to the parameters that several of them have alike, and those parameters. */
export interface SharedParameters {
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  /** Name of the component → parameter. */
  readonly parameters: Readonly<Record<string, JsonSchema>>;
}

/** Moves every parameter that stands in a document more than once to its components: `limit`, `status.2`. */
export function shareParameters(
  paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>,
): SharedParameters {
  const uses = new Map<string, number>();
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    for (const parameter of (operation as Operation).parameters) {
      const text = JSON.stringify(parameter);
      uses.set(text, (uses.get(text) ?? 0) + 1);
    }
  }
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  const share = (parameter: JsonSchema): JsonSchema => {
    const text = JSON.stringify(parameter);
    if ('$ref' in parameter || uses.get(text) === 1 || text.length < WORTH_SHARING_CHARACTERS)
      return parameter;
    if (!names.has(text)) {
      // The names of components take letters, digits, dots, hyphens and underscores.
      const base = String(parameter.name).replaceAll('[', '.').replaceAll(']', '');
      const count = (taken.get(base) ?? 0) + 1;
      taken.set(base, count);
      names.set(text, count === 1 ? base : `${base}.${count}`);
    }
    return { $ref: `#/components/parameters/${names.get(text)}` };
  };
  const shared = mapValues(paths, (methods) =>
    mapValues(methods, (operation) => ({
      ...operation,
      parameters: (operation as Operation).parameters.map(share),
    })),
  );
  const parameters = [...names].map(([text, name]) => [name, JSON.parse(text) as JsonSchema]);
  return { paths: shared, parameters: Object.fromEntries(parameters) };
}

function mapValues<From, To>(
  entries: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value)]));
}
