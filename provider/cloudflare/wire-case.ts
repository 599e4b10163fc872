import { isList, isObject, type PropertyValue } from '../engine/property-value.ts';

/** Renames the keys of a value, at every depth, from Pulumi's camelCase to the API's snake_case. */
export function toWireCase(value: PropertyValue): PropertyValue {
  return renameKeys(value, (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

/** Renames the keys of a value, at every depth, from the API's snake_case to Pulumi's camelCase. */
export function toPulumiCase(value: PropertyValue): PropertyValue {
  return renameKeys(value, (key) => key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()));
}

function renameKeys(value: PropertyValue, rename: (key: string) => string): PropertyValue {
  if (isList(value)) return value.map((item) => renameKeys(item, rename));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [rename(key), renameKeys(inner, rename)]),
  );
}
