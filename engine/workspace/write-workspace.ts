import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type FreeholdHome, projectRoot } from '../../system/home/home.ts';
import { readTextFile, writeFileAtomically } from '../../system/write-file.ts';
import { fingerprintSources } from '../releases/source-fingerprint.ts';
import { replaceLink, writeLaunchers } from './launchers.ts';
import { type ProjectSettings, writeProjectFile } from './project-file.ts';

/** What the workspace is written from. */
export interface WorkspaceOptions {
  readonly pulumiPath: string;
  /** PATH of the caller. */
  readonly path: string;
  readonly settings: ProjectSettings;
}

/**
 * Brings the folder up to date that the service and a bare `pulumi` share: project file, launchers, and the program that
 * opens releases. The releases themselves are left alone.
 */
export async function writeWorkspace(home: FreeholdHome, options: WorkspaceOptions): Promise<void> {
  await Promise.all(
    [
      home.stacksDirectory,
      home.programDirectory,
      home.releasesDirectory,
      home.stateDirectory,
      home.pulumiHome,
      home.runsDirectory,
    ].map((folder) => mkdir(folder, { recursive: true })),
  );
  const [{ languageHost }] = await Promise.all([
    writeLaunchers(home, options),
    ensureProgram(home),
    // Bundled programs leave Pulumi's SDKs outside and find them here.
    replaceLink(join(home.root, 'node_modules'), join(projectRoot, 'node_modules')),
  ]);
  await writeProjectFile(home, options.settings, languageHost);
}

/**
 * Builds the program that opens releases, unless its sources are what they were last time and it is there as it was built:
 * an empty program would plan to delete a stack.
 */
async function ensureProgram(home: FreeholdHome): Promise<void> {
  const marker = join(home.programDirectory, 'sources.sha256');
  const program = join(home.programDirectory, 'index.js');
  const fingerprint = await fingerprintSources(projectRoot, ['infra', 'schema', 'package-lock.json']);
  const [recorded, present] = await Promise.all([readTextFile(marker), readTextFile(program)]);
  if (present !== undefined && recorded === toRecord(fingerprint, present)) return;
  const [{ buildProgram }, esbuild] = await Promise.all([import('../../infra/build.ts'), import('esbuild')]);
  const { code } = await buildProgram();
  await esbuild.stop();
  const manifest = { name: 'factory', private: true, type: 'module' };
  await writeFileAtomically(
    join(home.programDirectory, 'package.json'),
    `${JSON.stringify(manifest, undefined, 2)}\n`,
  );
  await writeFileAtomically(program, code);
  await writeFileAtomically(marker, toRecord(fingerprint, code));
}

/** What the program was built from, and what it is. */
function toRecord(fingerprint: string, code: string | Uint8Array): string {
  return `${fingerprint} ${createHash('sha256').update(code).digest('hex')}\n`;
}
