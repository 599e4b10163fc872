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
 * Says what a program would have written to get the resource that the service tells.
 *
 * With inputs of a last update, those are the ones that a refresh brings up to date; another one appears only
 * where the service departs from its default. Without any (an import), all that are not at their default
 * appear.
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

/** Marks what was a secret as a secret again, so that a refresh never writes one in clear. */
export function keepSecret(old: PropertyValue | undefined, value: PropertyValue): PropertyValue {
  if (old === undefined || !containsSecret(old)) return value;
  return isSame(toPlain(old), value) ? old : toSecret(value);
}
