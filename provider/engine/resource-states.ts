import { type Properties, type PropertyValue, unknownValue, withoutUndefined } from './property-value.ts';
import { keepSecret } from './refresh-inputs.ts';
import type { LiveResource, ResourceType } from './resource-type.ts';

/**
 * Writes the state of a resource: what the program gave, secrets still wrapped, over what the service
 * computed, over the defaults of what nobody gave.
 */
export function toState(
  type: ResourceType,
  inputs: Properties,
  outputs: LiveResource['outputs'],
): Properties {
  const state = { ...defaults(type), ...withoutUndefined(outputs), ...inputs };
  return type.withSecrets?.(state) ?? state;
}

/** Writes the state that a preview shows: what only the service can compute is unknown. */
export function toPreviewState(
  type: ResourceType,
  inputs: Properties,
  known: LiveResource['outputs'],
): Properties {
  const unknown = Object.fromEntries(Object.keys(type.outputs).map((name) => [name, unknownValue]));
  return toState(type, inputs, { ...unknown, ...known });
}

/** Writes the state after a refresh: what was a secret in the old state is one again. */
export function toRefreshedState(
  type: ResourceType,
  inputs: Properties,
  live: LiveResource,
  old: Properties,
): Properties {
  const outputs: Record<string, PropertyValue> = {};
  for (const [name, value] of Object.entries(withoutUndefined(live.outputs))) {
    outputs[name] = keepSecret(old[name], value);
  }
  // What the service chose, because the program did not, is shown in the state although it is no input of the
  // program.
  const chosen: Record<string, PropertyValue> = {};
  for (const [name, spec] of Object.entries(type.inputs)) {
    const value = live.inputs[name];
    if (spec.chosenByService && value !== undefined && value !== null)
      chosen[name] = keepSecret(old[name], value);
  }
  return toState(type, inputs, { ...chosen, ...outputs });
}

function defaults(type: ResourceType): Properties {
  return withoutUndefined(
    Object.fromEntries(Object.entries(type.inputs).map(([name, spec]) => [name, spec.default])),
  );
}
