import type { BucketRecord, DatabaseRecord, NamespaceRecord, ScriptRecord } from './records.ts';
import type { Registry } from './registry.ts';
import { bindingTarget, bucketId, type ResourceKey } from './resource-key.ts';

/** Resources that are connected by bindings and therefore run in one workerd process. */
export interface Group {
  readonly keys: readonly ResourceKey[];
  readonly databases: readonly DatabaseRecord[];
  readonly buckets: readonly BucketRecord[];
  readonly namespaces: readonly NamespaceRecord[];
  readonly scripts: readonly ScriptRecord[];
}

/**
 * Finds the group of a resource: everything reachable by bindings, in either direction, and by shared volumes, because
 * only one process may open a folder.
 *
 * @param candidate A script that is about to be stored, used instead of the stored one.
 * @returns Keys in sorted order. A group without members when the resource does not exist.
 */
export function findGroup(registry: Registry, start: ResourceKey, candidate?: ScriptRecord): Group {
  const scripts = new Map(registry.scripts.list().map((script) => [script.name, script]));
  if (candidate !== undefined) scripts.set(candidate.name, candidate);
  const edges = collectEdges(registry, scripts);
  const seen = new Set<string>([start]);
  const queue: string[] = [start];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (const next of edges.get(node) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  const databases = registry.databases.list().filter((record) => seen.has(`d1:${record.uuid}`));
  const buckets = registry.buckets.list().filter((record) => seen.has(`r2:${bucketId(record)}`));
  const namespaces = registry.namespaces.list().filter((record) => seen.has(`kv:${record.id}`));
  const members = [...scripts.values()].filter((record) => seen.has(`script:${record.name}`));
  const keys: ResourceKey[] = [
    ...databases.map((record): ResourceKey => `d1:${record.uuid}`),
    ...buckets.map((record): ResourceKey => `r2:${bucketId(record)}`),
    ...namespaces.map((record): ResourceKey => `kv:${record.id}`),
    ...members.map((record): ResourceKey => `script:${record.name}`),
  ];
  return { keys: keys.sort(), databases, buckets, namespaces, scripts: members };
}

function collectEdges(registry: Registry, scripts: ReadonlyMap<string, ScriptRecord>): Map<string, string[]> {
  const edges = new Map<string, string[]>();
  const connect = (left: string, right: string): void => {
    edges.set(left, [...(edges.get(left) ?? []), right]);
    edges.set(right, [...(edges.get(right) ?? []), left]);
  };
  for (const script of scripts.values()) {
    for (const binding of script.bindings) {
      const target = bindingTarget(binding);
      if (target !== undefined) connect(`script:${script.name}`, target);
    }
  }
  for (const record of registry.databases.list()) connect(`d1:${record.uuid}`, `volume:d1:${record.volume}`);
  for (const record of registry.buckets.list())
    connect(`r2:${bucketId(record)}`, `volume:r2:${record.volume}`);
  for (const record of registry.namespaces.list()) connect(`kv:${record.id}`, `volume:kv:${record.volume}`);
  return edges;
}
