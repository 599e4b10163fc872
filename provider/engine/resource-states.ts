import { type Properties, type PropertyValue, unknownValue, withoutUndefined } from './property-value.ts';
import { keepSecret } from './refresh-inputs.ts';
import type { LiveResource, ResourceType } from './resource-type.ts';

/**
 * Writes the state of a resource from, in order of precedence: the program's inputs with secrets wrapped, the values
 * that the API computed, and defaults.
 */
export function toState(
  type: ResourceType,
  inputs: Properties,
  outputs: LiveResource['outputs'],
): Properties {
  const state = { ...defaults(type), ...withoutUndefined(outputs), ...inputs };
  return type.withSecrets?.(state) ?? state;
}

/** Writes the state for a preview, in which the values that the API computes are unknown. */
export function toPreviewState(
  type: ResourceType,
  inputs: Properties,
  known: LiveResource['outputs'],
): Properties {
  const unknown = Object.fromEntries(Object.keys(type.outputs).map((name) => [name, unknownValue]));
  return toState(type, inputs, { ...unknown, ...known });
}

/** Writes the state after a refresh, with the secrets of the old state wrapped again. */
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
  // The state also shows the values that the API chose for omitted inputs.
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
