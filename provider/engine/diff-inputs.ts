import {
  isList,
  isObject,
  isSame,
  type Properties,
  type PropertyValue,
  toPlainProperties,
} from './property-value.ts';
import type { ResourceType } from './resource-type.ts';

/** One changed value inside the inputs. */
export interface InputChange {
  /** Pulumi property path, such as `bindings[2].text`. */
  readonly path: string;
  readonly kind: 'add' | 'delete' | 'update';
  /** Whether the change replaces the resource. */
  readonly replaces: boolean;
}

/**
 * Compares the inputs of the last update with those of the program.
 *
 * An omitted input equals its default. A value that is unknown in a preview counts as a change.
 *
 * @returns The changed values, in the order of the specs; empty when nothing changed.
 */
export function diffInputs(type: ResourceType, olds: Properties, news: Properties): readonly InputChange[] {
  const before = toPlainProperties(olds);
  const after = toPlainProperties(news);
  return Object.entries(type.inputs).flatMap(([name, spec]) => {
    if (spec.neverDiffers) return [];
    const changes = changesWithin(
      name,
      before[name] ?? spec.default ?? null,
      after[name] ?? spec.default ?? null,
    );
    return changes.map((change) => ({ ...change, replaces: spec.replaces === true }));
  });
}

type Change = Omit<InputChange, 'replaces'>;

function changesWithin(path: string, before: PropertyValue, after: PropertyValue): Change[] {
  if (isSame(before, after)) return [];
  if (before === null) return [{ path, kind: 'add' }];
  if (after === null) return [{ path, kind: 'delete' }];
  if (isList(before) && isList(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      changesWithin(`${path}[${index}]`, before[index] ?? null, after[index] ?? null),
    );
  }
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) =>
      changesWithin(path + pathStep(key), before[key] ?? null, after[key] ?? null),
    );
  }
  return [{ path, kind: 'update' }];
}

/** Pulumi writes keys that are not plain names in brackets, such as `checksums["0001_initial.sql"]`. */
function pathStep(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `["${key}"]`;
}
