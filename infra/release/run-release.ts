import { pathToFileURL } from 'node:url';
import * as pulumi from '@pulumi/pulumi';
import { projectName } from '../../schema/factory/names.ts';
import { type OpenedRelease, openRelease } from './open-release.ts';
import { describeReleaseFailure } from './release-failure.ts';

/** What the program of a release exports. Every Freehold calls the programs of older releases, so it stays as it is. */
interface ReleaseProgram {
  readonly factoryProgram: (release: OpenedRelease) => Promise<Record<string, unknown>>;
}

/**
 * The Pulumi program of every stack: runs the program of the release that the stack's settings name. The service and a
 * bare `pulumi up` both run it.
 *
 * @returns The outputs of the stack.
 * @throws A sentence for the operator when no release is named, or the release is missing or damaged.
 */
export async function runRelease(): Promise<Record<string, unknown>> {
  const stack = pulumi.getStack();
  const config = new pulumi.Config(projectName);
  const name = config.get('release');
  const releases = config.get('releasesDirectory');
  if (!releases) throw new pulumi.RunError(`stack ${stack}: factory:releasesDirectory is not set`);
  if (!name) {
    throw new pulumi.RunError(
      `stack ${stack}: factory:release is not set. Name a release, \`freehold release list\` shows them: ` +
        `pulumi config set factory:release <name> --stack ${stack}`,
    );
  }
  const opening = await openRelease(releases, name);
  if (opening.kind !== 'opened')
    throw new pulumi.RunError(`stack ${stack}: ${describeReleaseFailure(opening)}`);
  const program = await importProgram(opening.release);
  return program.factoryProgram(opening.release);
}

/** Loads the program of a release. Node keeps it, so the next run of the same release starts at once. */
export async function importProgram({ programFile }: OpenedRelease): Promise<ReleaseProgram> {
  return (await import(pathToFileURL(programFile).href)) as ReleaseProgram;
}
