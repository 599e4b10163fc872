import type { ApiRequest } from './api-client.ts';
import type { ContractOperation } from './contract.ts';

/** A request of the contract test and its expected status. */
export interface ContractRequest extends ApiRequest {
  readonly path: string;
  /** Default: any described status. */
  readonly status?: number;
}

/**
 * Requests of a list with every supported filter and sort.
 *
 * @param path Path of the list, when the path of its operation has parameters.
 */
export function listRequests(
  { path: template, parameters }: ContractOperation,
  path = template,
): readonly ContractRequest[] {
  return [
    { path, status: 200 },
    { path: `${path}?limit=1&count=exact`, status: 200 },
    { path: `${path}?fields=id,createdAt`, status: 200, headers: { prefer: 'consistency=strong' } },
    { path: `${path}?cursor=nonsense`, status: 400 },
    ...parameterRequests(path, parameters, ['cursor', 'fields', 'sort']),
  ];
}

/** One request for each query parameter except some, with a value that fits its schema. */
export function parameterRequests(
  path: string,
  parameters: ContractOperation['parameters'],
  without: readonly string[],
): readonly ContractRequest[] {
  return parameters
    .filter((parameter) => parameter.in === 'query' && !without.includes(parameter.name))
    .map(({ name, schema }) => ({ path: `${path}?${encodeURIComponent(name)}=${sampleOf(schema)}` }));
}

function sampleOf(schema: Readonly<Record<string, unknown>>): string {
  const {
    type,
    items,
    pattern,
    enum: words,
    default: fallback,
  } = schema as {
    readonly type?: string;
    readonly items?: Readonly<Record<string, unknown>>;
    readonly pattern?: string;
    readonly enum?: readonly string[];
    readonly default?: unknown;
  };
  if (type === 'array' && items !== undefined) return sampleOf(items);
  const prefix = /^\^([a-z]+-)\[/.exec(pattern ?? '')?.[1];
  if (prefix !== undefined) return prefix.padEnd(prefix.length + 26, '0');
  return String(words?.[0] ?? fallback ?? (type === 'integer' ? 1 : '2026-01-01'));
}
