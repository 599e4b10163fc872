import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pLimit from 'p-limit';
import { projectName } from '../../schema/factory/names.ts';
import { type HostIdentity, identifyHost } from '../../system/host-identity.ts';
import { ensurePulumi } from '../../toolchain/pulumi.ts';
import { openFileRunRecords } from '../runner/file-run-records.ts';
import type { RunRecords } from '../runner/run-records.ts';
import type { PulumiCommand } from '../runner/spawn-pulumi.ts';

/** A Pulumi project with a state folder of its own and the real CLI, for tests. */
export interface PulumiProject {
  readonly root: string;
  readonly stateDirectory: string;
  readonly command: PulumiCommand;
  readonly records: RunRecords;
  readonly host: HostIdentity;
  remove(): Promise<void>;
}

/**
 * Creates a project in a folder whose name has every character with a special meaning in a URL.
 *
 * @param processesMax Largest number of its concurrent `pulumi` processes. Default 4.
 */
export async function createPulumiProject({ processesMax = 4 } = {}): Promise<PulumiProject> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'freehold #1 50%25 ?-')));
  const [workspace, stateDirectory, home] = ['workspace', 'state', 'home'].map((name) => join(root, name));
  if (workspace === undefined || stateDirectory === undefined || home === undefined)
    throw new Error('no path');
  await Promise.all([workspace, stateDirectory, home].map((path) => mkdir(path)));
  const passphraseFile = join(root, 'passphrase');
  await writeFile(passphraseFile, 'of a test');
  await writeFile(join(workspace, 'Pulumi.yaml'), `name: ${projectName}\nruntime: nodejs\n`);
  // biome-ignore lint/style/noProcessEnv: the test run says where Pulumi is
  const env = process.env;
  const { path } = await ensurePulumi({ env });
  return {
    root,
    stateDirectory,
    command: {
      path,
      cwd: workspace,
      env: {
        PATH: env.PATH ?? '',
        HOME: home,
        PULUMI_HOME: home,
        PULUMI_BACKEND_URL: pathToFileURL(stateDirectory).href,
        PULUMI_CONFIG_PASSPHRASE_FILE: passphraseFile,
        PULUMI_SKIP_UPDATE_CHECK: 'true',
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
        PULUMI_DEBUG_COMMANDS: 'true',
      },
      limit: pLimit(processesMax),
    },
    records: openFileRunRecords(join(root, 'runs')),
    host: await identifyHost(),
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
