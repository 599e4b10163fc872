import { join, resolve } from 'node:path';

/** Folder of the project's sources: launchers and releases are made from here. */
export const projectRoot = resolve(import.meta.dirname, '../..');

/** Every path below FREEHOLD_HOME, the folder with all state of a factory on this machine. */
export interface FreeholdHome {
  readonly root: string;
  /** URLs of a running factory, written when every part is ready. */
  readonly endpointsFile: string;
  /** Ports that a restart reuses. */
  readonly portsFile: string;
  readonly secretsFile: string;
  /** The private key with which the platform signs its calls to accounts. */
  readonly signingKeyFile: string;
  /** The passphrase of Pulumi's secrets, in a separate file because Pulumi reads it from one. */
  readonly passphraseFile: string;
  /** Launchers of the Pulumi CLI and its plugins. */
  readonly binDirectory: string;
  readonly pulumiHome: string;
  /** Pulumi's file backend. */
  readonly stateDirectory: string;
  readonly workspace: string;
  readonly projectFile: string;
  readonly programDirectory: string;
  readonly stacksDirectory: string;
  /** Releases of code and schema, a folder each, and which of them is current. */
  readonly releasesDirectory: string;
  /** State of the local cloud. */
  readonly cloudDirectory: string;
  readonly restateDirectory: string;
  /** One record for each stack whose last `pulumi` was interrupted or failed. */
  readonly runsDirectory: string;
  readonly logsDirectory: string;
  /** V8's code cache, which spares a second start the compilation. */
  readonly compileCacheDirectory: string;
}

/**
 * Returns the paths of the factory that an environment selects.
 *
 * @param env `FREEHOLD_HOME`, relative to the current folder; default `.freehold` in the project.
 */
export function freeholdHome(env: { readonly FREEHOLD_HOME?: string | undefined }): FreeholdHome {
  const root = env.FREEHOLD_HOME ? resolve(env.FREEHOLD_HOME) : join(projectRoot, '.freehold');
  const workspace = join(root, 'workspace');
  return {
    root,
    endpointsFile: join(root, 'endpoints.json'),
    portsFile: join(root, 'ports.json'),
    secretsFile: join(root, 'secrets.json'),
    signingKeyFile: join(root, 'platform-signing-key.json'),
    passphraseFile: join(root, 'pulumi-passphrase'),
    binDirectory: join(root, 'bin'),
    pulumiHome: join(root, 'pulumi-home'),
    stateDirectory: join(root, 'state'),
    workspace,
    projectFile: join(workspace, 'Pulumi.yaml'),
    programDirectory: join(workspace, 'program'),
    stacksDirectory: join(workspace, 'stacks'),
    releasesDirectory: join(root, 'releases'),
    cloudDirectory: join(root, 'cloud'),
    restateDirectory: join(root, 'restate'),
    runsDirectory: join(root, 'runs'),
    logsDirectory: join(root, 'logs'),
    compileCacheDirectory: join(root, 'cache', 'node'),
  };
}
