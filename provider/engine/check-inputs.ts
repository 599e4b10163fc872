import {
  containsUnknown,
  isList,
  isObject,
  type Properties,
  type PropertyValue,
  toPlain,
  toPlainProperties,
} from './property-value.ts';
import type { InputFailure, InputSpec, ResourceType } from './resource-type.ts';

/**
 * Compares the inputs of a program with the specs of their resource type.
 *
 * @param news Inputs as the engine sent them, secrets wrapped, unknown values as sentinels.
 * @param olds Inputs of the last update, empty on creation.
 * @returns One failure for each input that is missing, unknown to the type, or of a wrong type or value.
 */
export async function checkInputs(
  type: ResourceType,
  news: Properties,
  olds: Properties,
): Promise<readonly InputFailure[]> {
  const failures: InputFailure[] = [];
  const known: Record<string, PropertyValue> = {};
  for (const [property, value] of Object.entries(news)) {
    if (property === '__defaults' || value === null) continue;
    const spec = type.inputs[property];
    if (spec === undefined) {
      failures.push({ property, reason: `${type.token} has no input of this name` });
    } else if (!containsUnknown(value)) {
      const plain = toPlain(value);
      known[property] = plain;
      const reason = wrongness(spec, plain);
      if (reason !== undefined) failures.push({ property, reason });
    }
  }
  for (const [property, spec] of Object.entries(type.inputs)) {
    if (spec.required && (news[property] ?? null) === null) failures.push({ property, reason: 'required' });
  }
  if (failures.length === 0 && type.check !== undefined) {
    failures.push(...(await type.check(known, toPlainProperties(olds))));
  }
  return failures;
}

function wrongness(spec: InputSpec, value: PropertyValue): string | undefined {
  if (!isOfType(spec.type, value)) return `must be of type ${spec.type}`;
  if (spec.values !== undefined && !spec.values.includes(String(value))) {
    return `must be one of ${spec.values.join(', ')}`;
  }
  return undefined;
}

function isOfType(type: InputSpec['type'], value: PropertyValue): boolean {
  switch (type) {
    case 'array':
      return isList(value);
    case 'object':
      return isObject(value);
    default:
      return typeof value === type;
  }
}
