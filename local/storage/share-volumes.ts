import type { Group } from './group.ts';
import type { Registry } from './registry.ts';
import { bucketId } from './resource-key.ts';
import type { StorageKind, Volumes } from './volumes.ts';

interface Movable {
  readonly volume: string;
  readonly movedFrom?: string;
}

/**
 * Moves the resources of each kind in a group into one volume.
 *
 * The new volume is recorded before the files move and the old one is removed afterwards, so the next start of the group
 * completes the move after a crash.
 *
 * @param release Called before files move; then no process may have them open.
 * @returns The group with its updated records.
 */
export async function shareVolumes(
  group: Group,
  registry: Registry,
  volumes: Volumes,
  release: () => Promise<void>,
): Promise<Group> {
  const isSettled = [group.databases, group.buckets, group.namespaces].every((records: readonly Movable[]) =>
    records.every((record) => record.volume === records[0]?.volume && record.movedFrom === undefined),
  );
  if (isSettled) return group;
  await release();
  const settle = <T extends Movable>(
    kind: StorageKind,
    records: readonly T[],
    idOf: (record: T) => string,
    put: (record: T) => void,
  ): T[] => {
    const target = records.map((record) => record.volume).sort()[0];
    const finish = (record: T, from: string): T => {
      volumes.move(kind, idOf(record), from, record.volume);
      const { movedFrom: _, ...settled } = record;
      put(settled as T);
      return settled as T;
    };
    return records.map((record) => {
      const here = record.movedFrom === undefined ? record : finish(record, record.movedFrom);
      if (target === undefined || here.volume === target) return here;
      const moving = { ...here, volume: target, movedFrom: here.volume };
      put(moving);
      return finish(moving, here.volume);
    });
  };
  return {
    ...group,
    databases: settle(
      'd1',
      group.databases,
      ({ uuid }) => uuid,
      (record) => registry.databases.put(record),
    ),
    buckets: settle('r2', group.buckets, bucketId, (record) => registry.buckets.put(record)),
    namespaces: settle(
      'kv',
      group.namespaces,
      ({ id }) => id,
      (record) => registry.namespaces.put(record),
    ),
  };
}
