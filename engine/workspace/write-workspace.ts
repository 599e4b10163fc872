import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type FreeholdHome, projectRoot } from '../../system/home/home.ts';
import { type Bundles, ensureBundles } from './bundles.ts';
import { replaceLink, writeLaunchers } from './launchers.ts';
import { type ProjectSettings, writeProjectFile } from './project-file.ts';

/** What the workspace is written from, beside the sources. */
export interface WorkspaceOptions {
  readonly pulumiPath: string;
  /** PATH of the caller. */
  readonly path: string;
  readonly settings: Omit<
    ProjectSettings,
    'accountBundle' | 'accountMigrations' | 'platformBundle' | 'platformMigrations'
  >;
}

/**
 * Brings the folder up to date that the service and a bare `pulumi` share: bundles, program, project file, launchers.
 *
 * @returns What the stacks deploy.
 */
export async function writeWorkspace(home: FreeholdHome, options: WorkspaceOptions): Promise<Bundles> {
  await Promise.all(
    [
      home.stacksDirectory,
      home.programDirectory,
      home.stateDirectory,
      home.pulumiHome,
      home.runsDirectory,
    ].map((folder) => mkdir(folder, { recursive: true })),
  );
  const [bundles, { languageHost }] = await Promise.all([
    ensureBundles(home),
    writeLaunchers(home, options),
    // The bundled program leaves the SDKs outside and finds them here.
    replaceLink(join(home.workspace, 'node_modules'), join(projectRoot, 'node_modules')),
  ]);
  const settings: ProjectSettings = {
    ...options.settings,
    accountBundle: bundles.account,
    accountMigrations: join(projectRoot, 'schema', 'migrations', 'account'),
    platformBundle: bundles.platform,
    platformMigrations: join(projectRoot, 'schema', 'migrations', 'platform'),
  };
  await writeProjectFile(home, settings, languageHost);
  return bundles;
}
