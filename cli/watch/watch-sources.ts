import { join, relative } from 'node:path';
import { watch } from 'chokidar';
import { isTest } from '../../engine/releases/source-fingerprint.ts';

/** A watch over the sources of a release. */
export interface SourceWatch {
  /** Resolves when every folder is watched: a change after that is noticed. */
  readonly ready: Promise<void>;
  /** Resolves at the first change that `forget` has not taken away. */
  readonly changed: Promise<void>;
  /** Begins to wait for the next change. */
  forget(): void;
  close(): Promise<void>;
}

/**
 * Notices every file that is saved, made or deleted, except tests.
 *
 * @param root Folder of the project.
 * @param folders Folders below it.
 * @param onError Called with the reason when changes can no longer be noticed.
 */
export function watchSources(
  root: string,
  folders: readonly string[],
  onError: (reason: string) => void,
): SourceWatch {
  let changed = Promise.withResolvers<void>();
  const watcher = watch(
    folders.map((folder) => join(root, folder)),
    {
      ignoreInitial: true,
      ignored: (path, stats) => stats?.isFile() === true && isTest(relative(root, path)),
    },
  );
  watcher.on('all', () => changed.resolve());
  watcher.on('error', (error) => onError(error instanceof Error ? error.message : String(error)));
  return {
    ready: new Promise((resolve) => watcher.once('ready', resolve)),
    get changed() {
      return changed.promise;
    },
    forget() {
      changed = Promise.withResolvers();
    },
    close: () => watcher.close(),
  };
}
