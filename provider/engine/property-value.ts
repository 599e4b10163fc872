/**
 * A property as engine and provider exchange it: JSON with sentinels for secrets and unknown values.
 */
export type PropertyValue =
  | null
  | boolean
  | number
  | string
  | readonly PropertyValue[]
  | { readonly [key: string]: PropertyValue };

/** The properties of one resource, by their camelCase name. */
export type Properties = { readonly [key: string]: PropertyValue };

/** Sent by the engine in a preview for a value that only the update will produce. */
export const unknownValue = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';

const signatureKey = '4dabf18193072939515e22adb298388d';
const secretSignature = '1b47061264138c4ac30d75fd1eb44270';

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is { readonly [key: string]: PropertyValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. `Array.isArray` alone does not narrow a read-only one. */
export function isList(value: PropertyValue | undefined): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

/** Whether a value is wrapped as a secret, which the engine encrypts in the state. */
function isSecret(value: PropertyValue | undefined): boolean {
  return isObject(value) && value[signatureKey] === secretSignature;
}

/** Wraps a value as a secret. A wrapped one stays as it is. */
export function toSecret(value: PropertyValue): PropertyValue {
  return isSecret(value) ? value : { [signatureKey]: secretSignature, value };
}

/** Whether a value or any part of it satisfies a predicate. */
function somePart(value: PropertyValue | undefined, predicate: (part: PropertyValue) => boolean): boolean {
  if (value === undefined) return false;
  if (predicate(value)) return true;
  if (isList(value)) return value.some((item) => somePart(item, predicate));
  if (isObject(value)) return Object.values(value).some((item) => somePart(item, predicate));
  return false;
}

/** Whether a value contains a secret. */
export function containsSecret(value: PropertyValue | undefined): boolean {
  return somePart(value, isSecret);
}

/** Whether a value is or contains an unknown value. */
export function containsUnknown(value: PropertyValue | undefined): boolean {
  return somePart(value, (part) => part === unknownValue);
}

/**
 * Removes the secret wrappers, keys with `null`, and the `__defaults` that bridged providers add to inputs.
 */
export function toPlain(value: PropertyValue): PropertyValue {
  if (isList(value)) return value.map(toPlain);
  if (!isObject(value)) return value;
  if (isSecret(value)) return toPlain(value.value ?? null);
  return toPlainProperties(value);
}

/** {@link toPlain} for the properties of a resource. */
export function toPlainProperties(properties: Properties): Properties {
  const plain: Record<string, PropertyValue> = {};
  for (const [key, value] of Object.entries(properties)) {
    if (key === '__defaults') continue;
    const inner = toPlain(value);
    if (inner !== null) plain[key] = inner;
  }
  return plain;
}

/** Whether two plain values are equal; the order of keys does not matter, that of lists does. */
export function isSame(left: PropertyValue | undefined, right: PropertyValue | undefined): boolean {
  if (left === right) return true;
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]));
  }
  if (isObject(left) && isObject(right)) {
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...keys].every((key) => isSame(left[key], right[key]));
  }
  return false;
}

/** Drops the keys whose value is `undefined`, which the wire cannot carry. */
export function withoutUndefined(properties: {
  readonly [key: string]: PropertyValue | undefined;
}): Record<string, PropertyValue> {
  const defined: Record<string, PropertyValue> = {};
  for (const [key, value] of Object.entries(properties)) if (value !== undefined) defined[key] = value;
  return defined;
}
