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
 * Updates the bindings of the state from those that the API returns.
 *
 * A binding keeps the fields that it has in the state, with the returned values. Fields that the API adds, such as a
 * second name of an id, are not a change. The text of a secret cannot be read and is kept. Removed bindings disappear,
 * new ones are appended.
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

/** Values that the API adds inside a field, such as a default in `simple`, are not a change either. */
function keepShape(
  old: PropertyValue | undefined,
  live: PropertyValue | undefined,
): PropertyValue | undefined {
  if (!isObject(old) || !isObject(live)) return live;
  return withoutUndefined(Object.fromEntries(Object.keys(old).map((key) => [key, live[key]])));
}
