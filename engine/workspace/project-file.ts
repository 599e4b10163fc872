import { dirname, relative } from 'node:path';
import { stringify } from 'yaml';
import type { Bundle } from '../../infra/bundle.ts';
import { projectName } from '../../schema/factory/names.ts';
import type { FreeholdHome } from '../../system/home/home.ts';
import { writeFileIfChanged } from '../../system/write-file.ts';

/** What every stack of the factory is told, in the project's own `config` block. */
export interface ProjectSettings {
  readonly cloudflareAccountId: string;
  readonly issuer: string;
  readonly zoneName: string;
  readonly zoneId: string;
  readonly accountsZoneName: string;
  readonly accountsZoneId: string;
  /** Public JWK of the platform, as JSON text. */
  readonly platformPublicKey: string;
  readonly accountBundle: Bundle;
  /** Folder of the account schema's migrations. */
  readonly accountMigrations: string;
  readonly platformBundle: Bundle;
  readonly platformMigrations: string;
}

/**
 * Writes the project file that the service and a bare `pulumi` share. Stack files lie in a folder of their own, and
 * the two providers are found where the factory's launchers are.
 *
 * @param languageHost Path of the Node language host.
 */
export async function writeProjectFile(
  home: FreeholdHome,
  settings: ProjectSettings,
  languageHost: string,
): Promise<void> {
  const launchers = relative(home.workspace, home.binDirectory);
  const project = {
    name: projectName,
    description:
      'The platform and the accounts of a Freehold factory. Written at every start: edits are lost.',
    runtime: 'nodejs',
    main: 'program/',
    stackConfigDir: 'stacks',
    plugins: {
      providers: [
        { name: 'cloudflare', path: launchers },
        { name: 'freehold', path: launchers },
      ],
      languages: [{ name: 'nodejs', path: relative(home.workspace, dirname(languageHost)) }],
    },
    config: Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [`${projectName}:${key}`, { value }]),
    ),
  };
  await writeFileIfChanged(home.projectFile, stringify(project));
}
