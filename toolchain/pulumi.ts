import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { waitForLock } from '../system/process-lock.ts';
import { findOnPath, isExecutable } from './executables.ts';
import type { OnProgress } from './progress.ts';
import { buildPulumi } from './pulumi-build.ts';
import { runInstaller } from './pulumi-installer.ts';
import { isSuitable, PULUMI_VERSION, readPulumiVersion, suitableVersions } from './pulumi-version.ts';
import { ToolchainError } from './toolchain-error.ts';

/** A Pulumi CLI that runs the stacks of this project. */
export interface PulumiCli {
  /** Absolute path of the executable. */
  readonly path: string;
  /** Its version, without the leading v. */
  readonly version: string;
  /** Where it was found, or how it was installed. */
  readonly source: 'setting' | 'path' | 'cache' | 'installer' | 'build';
}

/** Options of the search. */
export interface EnsurePulumiArgs {
  /** FREEHOLD_PULUMI_PATH, PATH, XDG_CACHE_HOME and the variables of the installer and of Go. */
  readonly env: NodeJS.ProcessEnv;
  /** @default `${XDG_CACHE_HOME:-~/.cache}/freehold` */
  readonly cacheDir?: string;
  readonly onProgress?: OnProgress;
  /** @default Pulumi's own, https://get.pulumi.com/install.sh */
  readonly installerUrl?: string;
}

/**
 * Finds or installs a suitable Pulumi CLI. The first that works of: FREEHOLD_PULUMI_PATH, PATH, the user's cache,
 * Pulumi's own installer, a build from source.
 *
 * @throws {ToolchainError} naming what to install when none works.
 */
export async function ensurePulumi(args: EnsurePulumiArgs): Promise<PulumiCli> {
  return (await findPulumi(args)) ?? (await makePulumi(args));
}

/**
 * A Pulumi CLI that exists on this machine. Changes nothing.
 *
 * @throws {ToolchainError} when FREEHOLD_PULUMI_PATH names an unsuitable one: a setting of the user is never ignored.
 */
export async function findPulumi(args: EnsurePulumiArgs): Promise<PulumiCli | undefined> {
  const setting = args.env.FREEHOLD_PULUMI_PATH;
  if (setting !== undefined && setting !== '') {
    const version = await readPulumiVersion(setting, args.env);
    if (version !== undefined && isSuitable(version)) return { path: setting, version, source: 'setting' };
    throw new ToolchainError(
      `FREEHOLD_PULUMI_PATH names ${setting}, which ${version === undefined ? 'is not a Pulumi that runs here' : `is version ${version}`}: ` +
        `set it to the path of a Pulumi ${suitableVersions}, or unset it`,
    );
  }
  for (const path of findOnPath('pulumi', args.env.PATH)) {
    const version = await readPulumiVersion(path, args.env);
    if (version !== undefined && isSuitable(version)) return { path, version, source: 'path' };
  }
  return readCached(args);
}

async function readCached(args: EnsurePulumiArgs): Promise<PulumiCli | undefined> {
  const path = join(cacheRoot(args), 'bin', 'pulumi');
  if (!isExecutable(path)) return undefined;
  const version = await readPulumiVersion(path, args.env);
  return version === PULUMI_VERSION ? { path, version, source: 'cache' } : undefined;
}

async function makePulumi(args: EnsurePulumiArgs): Promise<PulumiCli> {
  const onProgress = args.onProgress ?? (() => {});
  const root = cacheRoot(args);
  const startedAtMs = Date.now();
  const lock = await waitForLock(`${root}.lock`, (holder) => {
    const who = holder === undefined ? 'another process' : `process ${holder.pid}`;
    onProgress({ phase: 'waiting', detail: `${who} makes it; waiting`, elapsedMs: Date.now() - startedAtMs });
  });
  try {
    // The previous holder of the lock may have installed it.
    const made = await readCached(args);
    if (made !== undefined) return made;
    const notInstalled = await makeAt(
      root,
      (at) => runInstaller({ ...args, root: at, onProgress }),
      args.env,
    );
    if (notInstalled === undefined) return cached(root, 'installer');
    const notBuilt = await makeAt(
      root,
      (at) => buildPulumi({ env: args.env, root: at, onProgress }),
      args.env,
    );
    if (notBuilt === undefined) return cached(root, 'build');
    throw new ToolchainError(
      `no Pulumi on this machine and no way to get one: ${notInstalled}; ${notBuilt}. ` +
        `Install Pulumi ${suitableVersions} (https://www.pulumi.com/docs/install), or Go 1.25.11 or newer ` +
        '(https://go.dev/dl) and it is built from source, or set FREEHOLD_PULUMI_PATH to the path of one',
    );
  } finally {
    lock.release();
  }
}

/**
 * Installs into a temporary folder and renames it once the executable runs, so that a partial one is never found. Only
 * the holder of the lock does this.
 */
async function makeAt(
  root: string,
  fill: (partial: string) => Promise<string | undefined>,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  // A unique name: the compiler of a killed start may still write into the previous folder.
  const partial = `${root}.partial.${process.pid}`;
  removePartials(root);
  mkdirSync(partial, { recursive: true });
  try {
    const problem = await fill(partial);
    if (problem !== undefined) return problem;
    const version = await readPulumiVersion(join(partial, 'bin', 'pulumi'), env);
    if (version !== PULUMI_VERSION)
      return `it produced ${version ?? 'nothing that runs'} instead of ${PULUMI_VERSION}`;
    if (existsSync(root)) rmSync(root, { recursive: true });
    renameSync(partial, root);
    return undefined;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function removePartials(root: string): void {
  const parent = dirname(root);
  const partials = readdirSync(parent).filter((name) => name.startsWith(`${basename(root)}.partial.`));
  for (const name of partials) rmSync(join(parent, name), { recursive: true, force: true });
}

function cached(root: string, source: 'installer' | 'build'): PulumiCli {
  return { path: join(root, 'bin', 'pulumi'), version: PULUMI_VERSION, source };
}

function cacheRoot({ env, cacheDir }: EnsurePulumiArgs): string {
  const parent = env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache');
  return join(cacheDir ?? join(parent, 'freehold'), `pulumi-v${PULUMI_VERSION}`);
}
