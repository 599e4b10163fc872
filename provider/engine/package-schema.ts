import { providerConfig } from './provider-config.ts';
import type { InputSpec, OutputSpec, ResourceType } from './resource-type.ts';

/**
 * Writes the Pulumi schema of a package from its resource types, for `pulumi package get-schema`.
 *
 * @param version Semantic version without a leading v.
 */
export function toPackageSchema(name: string, version: string, types: readonly ResourceType[]): object {
  return {
    name,
    version,
    description: `Resources of the package ${name} as Freehold's provider serves them.`,
    license: 'Apache-2.0',
    config: { variables: mapValues(providerConfig, toPropertySchema) },
    provider: { inputProperties: mapValues(providerConfig, toPropertySchema) },
    resources: Object.fromEntries(types.map((type) => [type.token, toResourceSchema(type)])),
  };
}

function toResourceSchema(type: ResourceType): object {
  const required = Object.keys(type.inputs).filter((name) => type.inputs[name]?.required);
  return {
    description: type.description,
    inputProperties: mapValues(type.inputs, toInputSchema),
    requiredInputs: required,
    properties: { ...mapValues(type.inputs, toPropertySchema), ...mapValues(type.outputs, toPropertySchema) },
    required: [...required, ...Object.keys(type.outputs)],
  };
}

function toInputSchema(spec: InputSpec): object {
  return {
    ...toPropertySchema(spec),
    ...(spec.replaces && { willReplaceOnChanges: true }),
    ...(['string', 'number', 'boolean'].includes(typeof spec.default) && { default: spec.default }),
  };
}

function toPropertySchema({ type, description }: OutputSpec): object {
  const any = { $ref: 'pulumi.json#/Any' };
  if (type === 'array') return { type, description, items: any };
  if (type === 'object') return { type, description, additionalProperties: any };
  return { type, description };
}

function mapValues<Value>(
  record: { readonly [name: string]: Value },
  map: (value: Value) => object,
): { [name: string]: object } {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
