import * as v from 'valibot';
import type { Binding } from '../../storage/records.ts';
import type { Registry } from '../../storage/registry.ts';
import { bindingTarget } from '../../storage/resource-key.ts';
import { supportedBindingTypes } from '../../storage/runtime-options.ts';
import type { ApiError } from '../http/api-error.ts';

/**
 * Checks that binding names are unique and their resources exist.
 *
 * @param scriptName The script with the bindings; it may bind to itself before it exists.
 */
export function checkBindings(
  bindings: readonly Binding[],
  scriptName: string,
  registry: Registry,
): ApiError | undefined {
  const names = new Set<string>();
  for (const binding of bindings) {
    if (names.has(binding.name)) {
      return { kind: 'binding_invalid', message: `Multiple bindings have the name ${binding.name}` };
    }
    names.add(binding.name);
    const error = checkBinding(binding, scriptName, registry);
    if (error !== undefined) return error;
  }
  return undefined;
}

function checkBinding(binding: Binding, scriptName: string, registry: Registry): ApiError | undefined {
  if (!supportedBindingTypes.has(binding.type)) {
    return {
      kind: 'binding_invalid',
      message: `binding ${binding.name}: the local cloud does not support bindings of type ${binding.type}`,
    };
  }
  const id = bindingTarget(binding)?.replace(/^[^:]+:/u, '') ?? '';
  switch (binding.type) {
    case 'd1':
      return registry.databases.get(id) === undefined
        ? { kind: 'bound_database_not_found', binding: binding.name, id }
        : undefined;
    case 'r2_bucket':
      return registry.buckets.get(id) === undefined
        ? {
            kind: 'bound_bucket_not_found',
            bucket: String(binding.bucket_name),
            jurisdiction: String(binding.jurisdiction ?? 'default'),
          }
        : undefined;
    case 'kv_namespace':
      return registry.namespaces.get(id) === undefined
        ? { kind: 'bound_namespace_not_found', id }
        : undefined;
    case 'service':
      return id !== scriptName && registry.scripts.get(id) === undefined
        ? { kind: 'bound_service_not_found', binding: binding.name, service: id }
        : undefined;
    case 'ratelimit':
      return isRateLimit(binding)
        ? undefined
        : {
            kind: 'binding_invalid',
            message: `binding ${binding.name} of type ratelimit must have a namespace_id of digits and simple { limit, period: 10 | 60 }`,
          };
    case 'plain_text':
    case 'secret_text':
      return typeof binding.text === 'string'
        ? undefined
        : {
            kind: 'binding_invalid',
            message: `binding ${binding.name} of type ${binding.type} must have a text`,
          };
    default:
      return undefined;
  }
}

const rateLimit = v.looseObject({
  namespace_id: v.pipe(v.string(), v.regex(/^[1-9]\d*$/)),
  simple: v.looseObject({
    limit: v.pipe(v.number(), v.integer(), v.minValue(1)),
    period: v.picklist([10, 60]),
  }),
});

function isRateLimit(binding: Binding): boolean {
  return v.is(rateLimit, binding);
}
