import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { type OpenedRelease, openRelease, type ReleaseOpening } from '../../infra/release/open-release.ts';
import type { ReleaseFailure } from '../../infra/release/release-failure.ts';
import { isReleaseName } from '../../schema/factory/names.ts';
import { readJsonFile } from '../../system/read-json-file.ts';
import { isMissing, writeFileIfChanged } from '../../system/write-file.ts';

/** A release of the store, with what is wrong with it if something is. */
export type ListedRelease =
  | { readonly kind: 'opened'; readonly release: OpenedRelease }
  | Extract<ReleaseFailure, { kind: 'release_damaged' }>;

/** The releases in the home of a factory. They are never changed; `createRelease` adds them. */
export interface ReleaseStore {
  readonly folder: string;
  /** Opens a release and checks its files. */
  open(name: string): Promise<ReleaseOpening>;
  /** All releases, the newest first, damaged ones last. */
  list(): Promise<readonly ListedRelease[]>;
  /**
   * Name of the release that new accounts and upgrades get; undefined before the first.
   *
   * @throws When the file that names it is damaged, with what to do.
   */
  current(): Promise<string | undefined>;
  /** Makes a release the current one, once its files are checked. Deploys nothing. */
  use(name: string): Promise<ReleaseOpening>;
}

const currentFile = v.strictObject({ release: v.pipe(v.string(), v.check(isReleaseName)) });

/** @param folder `releasesDirectory` of a factory's home; it need not exist. */
export function openReleaseStore(folder: string): ReleaseStore {
  const currentPath = join(folder, 'current.json');
  const open = (name: string): Promise<ReleaseOpening> => openRelease(folder, name);
  return {
    folder,
    open,
    async list() {
      const names = await readdir(folder).catch((error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      });
      const openings = await Promise.all(names.filter(isReleaseName).map(open));
      const listed = openings.filter((opening) => opening.kind !== 'release_missing');
      return listed.sort((a, b) => createdAtOf(b).localeCompare(createdAtOf(a)));
    },
    async current() {
      const file = await readJsonFile(currentPath, currentFile);
      if (file.kind === 'damaged') {
        throw new Error(
          `${currentPath} is damaged (${file.reason}): name the current release with freehold release use <name>`,
        );
      }
      return file.kind === 'read' ? file.value.release : undefined;
    },
    async use(name) {
      const opening = await open(name);
      if (opening.kind === 'opened')
        await writeFileIfChanged(currentPath, `${JSON.stringify({ release: name })}\n`);
      return opening;
    },
  };
}

function createdAtOf(listed: ListedRelease): string {
  return listed.kind === 'opened' ? listed.release.createdAt : '';
}

export { describeReleaseFailure } from '../../infra/release/release-failure.ts';
