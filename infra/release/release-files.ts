import { join } from 'node:path';
import type { ReleaseTier } from './manifest.ts';

/** Paths of the files of one release. */
export interface ReleaseFiles {
  readonly folder: string;
  readonly manifest: string;
  /** The Pulumi program, an ES module that exports `factoryProgram`. */
  readonly program: string;
  bundle(tier: ReleaseTier): string;
  /** Folder of the migrations, `0001_name.sql` and so on. */
  migrations(tier: ReleaseTier): string;
}

/** @param folder The release's own folder. */
export function filesOfRelease(folder: string): ReleaseFiles {
  return {
    folder,
    manifest: join(folder, 'manifest.json'),
    program: join(folder, 'program.mjs'),
    bundle: (tier) => join(folder, tier, 'index.js'),
    migrations: (tier) => join(folder, tier, 'migrations'),
  };
}
