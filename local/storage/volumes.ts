import { createHash, createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Where Miniflare keeps a resource, and how a resource moves to another folder.
 *
 * Every resource starts in a folder (a volume) of its own, because workerd keeps a `metadata.sqlite` in
 * each folder that two processes cannot open at the same time. Only when a script binds two resources
 * of one kind must they share a volume.
 */
export type StorageKind = 'd1' | 'r2' | 'kv';

const objectClasses: Record<StorageKind, string> = {
  d1: 'miniflare-D1DatabaseObject',
  r2: 'miniflare-R2BucketObject',
  kv: 'miniflare-KVNamespaceObject',
};

/** Folders of all data under the state folder of the local cloud. */
export class Volumes {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Folder of a volume, made when missing. */
  open(kind: StorageKind, volume: string): string {
    const directory = this.#directory(kind, volume);
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return directory;
  }

  /** Bytes of a resource's SQLite file on disk, its write-ahead log included; 0 before the first use. */
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

  /** Moves the files of a resource. Safe to repeat after a crash: what has moved is not looked for again. */
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

  /** Removes the files of a resource, and its volume when no other resource lives there. */
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
    // Besides its SQLite file a bucket or a namespace has a folder of blobs named after it.
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

/** Name of the file that workerd gives a Durable Object: Miniflare derives it from class and resource id. */
function durableObjectId(uniqueKey: string, name: string): string {
  const key = createHash('sha256').update(uniqueKey).digest();
  const nameDigest = createHmac('sha256', key).update(name).digest().subarray(0, 16);
  const check = createHmac('sha256', key).update(nameDigest).digest().subarray(0, 16);
  return Buffer.concat([nameDigest, check]).toString('hex');
}
