import { createHash, createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * A kind of resource with files. Miniflare keeps the files in folders ("volumes").
 *
 * Every resource starts in its own volume, because workerd keeps a `metadata.sqlite` in each folder that two processes
 * cannot open at the same time. Resources of one kind share a volume only when a script binds both of them.
 */
export type StorageKind = 'd1' | 'r2' | 'kv';

const objectClasses: Record<StorageKind, string> = {
  d1: 'miniflare-D1DatabaseObject',
  r2: 'miniflare-R2BucketObject',
  kv: 'miniflare-KVNamespaceObject',
};

/** The volumes under the state folder of the local cloud. */
export class Volumes {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Folder of a volume, created if it is missing. */
  open(kind: StorageKind, volume: string): string {
    const directory = this.#directory(kind, volume);
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return directory;
  }

  /** Bytes of a resource's SQLite file including its write-ahead log; 0 before the first use. */
  sizeBytes(kind: StorageKind, volume: string, id: string): number {
    const files = this.#entries(kind, volume, id).filter(
      (entry) => !entry.endsWith('-shm') && existsSync(entry),
    );
    const sizes = files.map((file) => statSync(file).size);
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  /** Whether the resource was ever written. */
  exists(kind: StorageKind, volume: string, id: string): boolean {
    return this.#entries(kind, volume, id).some((entry) => existsSync(entry));
  }

  /** Moves the files of a resource. Safe to repeat after a crash: moved files are skipped. */
  move(kind: StorageKind, id: string, from: string, to: string): void {
    this.open(kind, to);
    const targets = this.#entries(kind, to, id);
    this.#entries(kind, from, id).forEach((source, index) => {
      const target = targets[index];
      if (target === undefined || !existsSync(source)) return;
      mkdirSync(path.dirname(target), { recursive: true });
      renameSync(source, target);
    });
    this.#removeWhenUnused(kind, from);
  }

  /** Removes the files of a resource, and its volume when that is empty. */
  remove(kind: StorageKind, volume: string, id: string): void {
    for (const entry of this.#entries(kind, volume, id)) rmSync(entry, { recursive: true, force: true });
    this.#removeWhenUnused(kind, volume);
  }

  #directory(kind: StorageKind, volume: string): string {
    return path.join(this.#root, kind, volume);
  }

  #entries(kind: StorageKind, volume: string, id: string): string[] {
    const directory = this.#directory(kind, volume);
    const file = path.join(
      directory,
      objectClasses[kind],
      `${durableObjectId(objectClasses[kind], id)}.sqlite`,
    );
    // Besides the SQLite file, a bucket or namespace has a folder of blobs named after it.
    return [file, `${file}-wal`, `${file}-shm`, ...(kind === 'd1' ? [] : [path.join(directory, id)])];
  }

  #removeWhenUnused(kind: StorageKind, volume: string): void {
    const directory = this.#directory(kind, volume);
    const objects = path.join(directory, objectClasses[kind]);
    const left = existsSync(objects)
      ? readdirSync(objects).filter((name) => !name.startsWith('metadata.'))
      : [];
    if (left.length > 0) return;
    rmSync(objects, { recursive: true, force: true });
    if (existsSync(directory) && readdirSync(directory).length === 0) rmdirSync(directory);
  }
}

/** File name that workerd gives a Durable Object: Miniflare derives it from class and resource id. */
function durableObjectId(uniqueKey: string, name: string): string {
  const key = createHash('sha256').update(uniqueKey).digest();
  const nameDigest = createHmac('sha256', key).update(name).digest().subarray(0, 16);
  const check = createHmac('sha256', key).update(nameDigest).digest().subarray(0, 16);
  return Buffer.concat([nameDigest, check]).toString('hex');
}
