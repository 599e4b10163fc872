import type { JsonSchema } from '../../http/openapi/describe.ts';

/** Path → method → operation. */
export type Paths = Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;

type Operation = JsonSchema & {
  readonly parameters: readonly JsonSchema[];
  readonly responses: Readonly<Record<string, JsonSchema>>;
};

/** Parts that are shorter than this are not shared, because a reference would be longer. */
const WORTH_SHARING_CHARACTERS = 80;

/** Paths whose operations refer to shared parts by component name. */
export interface SharedParts {
  readonly paths: Paths;
  readonly parameters: Readonly<Record<string, JsonSchema>>;
  readonly responses: Readonly<Record<string, JsonSchema>>;
}

/** Moves every parameter and response that occurs more than once to the components: `status.2`, `404`. */
export function shareParts(paths: Paths): SharedParts {
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods) as Operation[]);
  const parameters = createPool(
    'parameters',
    operations.flatMap((operation) => operation.parameters),
  );
  const responses = createPool(
    'responses',
    operations.flatMap((operation) => Object.values(operation.responses)),
  );
  const shared = mapValues(paths, (methods) =>
    mapValues(methods, (value): JsonSchema => {
      const operation = value as Operation;
      return {
        ...operation,
        parameters: operation.parameters.map((part) => parameters.share(part, String(part.name))),
        responses: mapValues(operation.responses, (part, status) => responses.share(part, status)),
      };
    }),
  );
  return { paths: shared, parameters: parameters.components(), responses: responses.components() };
}

/** Parts of one kind, possibly with duplicates. */
function createPool(kind: 'parameters' | 'responses', parts: readonly JsonSchema[]) {
  const uses = new Map<string, number>();
  for (const part of parts) uses.set(JSON.stringify(part), (uses.get(JSON.stringify(part)) ?? 0) + 1);
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  return {
    share: (part: JsonSchema, name: string): JsonSchema => {
      const text = JSON.stringify(part);
      if ('$ref' in part || uses.get(text) === 1 || text.length < WORTH_SHARING_CHARACTERS) return part;
      if (!names.has(text)) {
        // Component names may contain letters, digits, dots, hyphens and underscores.
        const base = name.replaceAll('[', '.').replaceAll(']', '');
        const count = (taken.get(base) ?? 0) + 1;
        taken.set(base, count);
        names.set(text, count === 1 ? base : `${base}.${count}`);
      }
      return { $ref: `#/components/${kind}/${names.get(text)}` };
    },
    components: (): Record<string, JsonSchema> =>
      Object.fromEntries([...names].map(([text, name]) => [name, JSON.parse(text) as JsonSchema])),
  };
}

function mapValues<From, To>(
  entries: Readonly<Record<string, From>>,
  change: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value, key)]));
}
