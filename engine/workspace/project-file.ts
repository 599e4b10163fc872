import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseDocument } from 'yaml';
import { projectName } from '../../schema/factory/names.ts';
import { type FreeholdHome, projectRoot } from '../../system/home/home.ts';
import { writeFileIfChanged } from '../../system/write-file.ts';

/** Values that are the same for all stacks of the factory, in the `config` block of the project file. */
export interface ProjectSettings {
  readonly cloudflareAccountId: string;
  readonly issuer: string;
  readonly zoneName: string;
  readonly zoneId: string;
  readonly accountsZoneName: string;
  readonly accountsZoneId: string;
  /** Public JWK of the platform, as JSON text. */
  readonly platformPublicKey: string;
}

/** First line of the file. */
const writtenBy = ' Written by the service at every start from Pulumi.yaml of the project: edits are lost.';

/**
 * Writes the project file that the service and a bare `pulumi` share: that of the project's root, with the values of this
 * factory and the paths of its home.
 *
 * @param languageHost Path of the Node language host.
 * @throws When the project's own file lacks one of the settings.
 */
export async function writeProjectFile(
  home: FreeholdHome,
  settings: ProjectSettings,
  languageHost: string,
): Promise<void> {
  const project = parseDocument(await readFile(join(projectRoot, 'Pulumi.yaml'), 'utf8'));
  project.commentBefore = writtenBy;
  const launchers = relative(home.workspace, home.binDirectory);
  project.set('main', relative(home.workspace, home.programDirectory));
  project.set('stackConfigDir', relative(home.workspace, home.stacksDirectory));
  project.setIn(['plugins', 'providers', 0, 'path'], launchers);
  project.setIn(['plugins', 'providers', 1, 'path'], launchers);
  project.setIn(['plugins', 'languages', 0, 'path'], relative(home.workspace, dirname(languageHost)));
  const values = { ...settings, releasesDirectory: home.releasesDirectory };
  for (const [name, value] of Object.entries(values)) {
    const setting = ['config', `${projectName}:${name}`];
    if (!project.hasIn(setting)) throw new Error(`Pulumi.yaml of the project has no setting ${setting[1]}`);
    // A stack's own value goes before both. Pulumi allows one of them.
    project.deleteIn([...setting, 'default']);
    project.setIn([...setting, 'value'], value);
  }
  await writeFileIfChanged(home.projectFile, project.toString({ lineWidth: 0 }));
}
