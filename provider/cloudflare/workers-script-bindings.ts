import {
  isList,
  isObject,
  isSame,
  type Properties,
  type PropertyValue,
  withoutUndefined,
} from '../property-value.ts';
import { toPulumiCase } from './wire-case.ts';

/**
 * Brings the bindings of the state up to date with the ones that the service tells.
 *
 * A binding keeps its form in the state as long as the service agrees with each field of it; what the service adds to it, such as a second name
 * for an id, is no change. The text of a secret cannot be read back and stays. Bindings that are gone disappear, new ones come last.
 */
export function refreshBindings(
  olds: readonly PropertyValue[],
  live: PropertyValue | undefined,
): readonly PropertyValue[] {
  const remote = (isList(live) ? live : []).map(toPulumiCase).filter(isObject);
  const kept = olds.filter(isObject).flatMap((old) => {
    const counterpart = remote.find((binding) => isSameBinding(binding, old));
    if (counterpart === undefined) return [];
    return [agrees(old, counterpart) ? old : withText(counterpart, old)];
  });
  const added = remote.filter((binding) => !olds.some((old) => isObject(old) && isSameBinding(binding, old)));
  return [...kept, ...added];
}

function isSameBinding(left: Properties, right: Properties): boolean {
  return left.type === right.type && left.name === right.name;
}

function agrees(old: Properties, counterpart: Properties): boolean {
  return Object.entries(old).every(
    ([field, value]) => isUnreadable(old, field) || isSame(value, counterpart[field]),
  );
}

function isUnreadable(binding: Properties, field: string): boolean {
  return binding.type === 'secret_text' && field === 'text';
}

function withText(counterpart: Properties, old: Properties): PropertyValue {
  return withoutUndefined({
    ...counterpart,
    ...(isUnreadable(old, 'text') && { text: old.text }),
  });
}
