import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type FreeholdHome, projectRoot } from '../../system/home/home.ts';
import { type Bundles, ensureBundles } from './bundles.ts';
import { replaceLink, writeLaunchers } from './launchers.ts';
import { type ProjectSettings, readProjectSetting, writeProjectFile } from './project-file.ts';

/** What the workspace is written from, beside the sources. */
export interface WorkspaceOptions {
  readonly pulumiPath: string;
  /** PATH of the caller. */
  readonly path: string;
  readonly settings: Omit<
    ProjectSettings,
    'accountBundle' | 'accountMigrations' | 'platformBundle' | 'platformMigrations' | 'platformDatabaseId'
  >;
}

/** The workspace as it was written. */
export interface Workspace {
  readonly bundles: Bundles;
  readonly settings: ProjectSettings;
  /** Path of the Node language host that a bare `pulumi` uses. */
  readonly languageHost: string;
}

/** Brings the folder up to date that the service and a bare `pulumi` share: bundles, program, project file, launchers. */
export async function writeWorkspace(home: FreeholdHome, options: WorkspaceOptions): Promise<Workspace> {
  await Promise.all(
    [
      home.stacksDirectory,
      home.programDirectory,
      home.stateDirectory,
      home.pulumiHome,
      home.runsDirectory,
    ].map((folder) => mkdir(folder, { recursive: true })),
  );
  const [bundles, platformDatabaseId, { languageHost }] = await Promise.all([
    ensureBundles(home),
    readProjectSetting(home, 'platformDatabaseId'),
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
    // Known from the last start; the platform's own stack says what it is now.
    ...(typeof platformDatabaseId === 'string' ? { platformDatabaseId } : {}),
  };
  await writeProjectFile(home, settings, languageHost);
  return { bundles, settings, languageHost };
}

/** Tells all account stacks which database the registry is. */
export async function notePlatformDatabase(
  home: FreeholdHome,
  workspace: Workspace,
  platformDatabaseId: string,
): Promise<void> {
  await writeProjectFile(home, { ...workspace.settings, platformDatabaseId }, workspace.languageHost);
}
