import {
  isList,
  isObject,
  type Properties,
  type PropertyValue,
  toPlain,
  withoutUndefined,
} from '../engine/property-value.ts';
import { toPulumiCase } from './wire-case.ts';

/**
 * Brings the bindings of the state up to date with the ones that the service tells.
 *
 * A binding keeps the fields it has in the state, each with what the service says of it now; what the service
 * adds, such as a second name for an id, is no change. The text of a secret cannot be read back and stays.
 * Bindings that are gone disappear, new ones come last.
 */
export function refreshBindings(
  olds: readonly PropertyValue[],
  live: PropertyValue | undefined,
): readonly PropertyValue[] {
  const remote = (isList(live) ? live : []).map(toPulumiCase).filter(isObject);
  const kept = olds.filter(isObject).flatMap((old) => {
    const counterpart = remote.find((binding) => isSameBinding(binding, old));
    return counterpart === undefined ? [] : [refreshBinding(old, counterpart)];
  });
  const added = remote.filter((binding) => !olds.some((old) => isObject(old) && isSameBinding(binding, old)));
  return [...kept, ...added];
}

function isSameBinding(left: Properties, right: Properties): boolean {
  return left.type === right.type && left.name === right.name;
}

function refreshBinding(old: Properties, counterpart: Properties): PropertyValue {
  const isSecret = old.type === 'secret_text';
  const fields = Object.keys(old).map((field) => {
    const isUnreadable = isSecret && field === 'text';
    return [field, isUnreadable ? old[field] : keepShape(old[field], counterpart[field])] as const;
  });
  return toPlain(withoutUndefined(Object.fromEntries(fields)));
}

/** What the service adds inside a field, such as a default of `simple`, is no change either. */
function keepShape(
  old: PropertyValue | undefined,
  live: PropertyValue | undefined,
): PropertyValue | undefined {
  if (!isObject(old) || !isObject(live)) return live;
  return withoutUndefined(Object.fromEntries(Object.keys(old).map((key) => [key, live[key]])));
}
