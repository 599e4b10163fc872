import {
  containsSecret,
  isSame,
  type Properties,
  type PropertyValue,
  toPlain,
  toSecret,
} from './property-value.ts';
import type { LiveResource, ResourceType } from './resource-type.ts';

/**
 * Derives the inputs of a program from a resource as the API returns it.
 *
 * A refresh updates the inputs of the last update and adds an input only if its value differs from the default. An
 * import has no such inputs and gets all that differ from their default.
 *
 * @param olds Inputs of the last update as the state has them, secrets wrapped.
 */
export function refreshInputs(
  type: ResourceType,
  olds: Properties,
  live: LiveResource['inputs'],
): Properties {
  const isImport = Object.keys(olds).length === 0;
  const refreshed: Record<string, PropertyValue> = {};
  for (const [name, spec] of Object.entries(type.inputs)) {
    const old = olds[name];
    const value = spec.keptOnRefresh && old !== undefined ? toPlain(old) : live[name];
    if (value === undefined || value === null) continue;
    const isExpected = old !== undefined || isImport || !spec.chosenByService;
    const saysSomething = old !== undefined || !isSame(value, spec.default);
    if (isExpected && saysSomething) refreshed[name] = keepSecret(old, value);
  }
  return refreshed;
}

/** Wraps former secrets again, because a refresh must not write one in plain text. */
export function keepSecret(old: PropertyValue | undefined, value: PropertyValue): PropertyValue {
  if (old === undefined || !containsSecret(old)) return value;
  return isSame(toPlain(old), value) ? old : toSecret(value);
}
