import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeFileIfChanged } from '../system/write-file.ts';
import { findOnPath, isExecutable } from './executables.ts';

const NAME = 'pulumi-language-nodejs';

/** The language host that a `pulumi` started with the same PATH will run. */
export interface LanguageHost {
  readonly path: string;
  readonly source: 'official' | 'own';
}

/** Where to look and where to write. */
export interface EnsureLanguageHostArgs {
  readonly env: NodeJS.ProcessEnv;
  /** The `pulumi` that will run; Pulumi's own host lies beside it. */
  readonly pulumiPath: string;
  /** Folder of generated launchers, which the caller puts on PATH. */
  readonly binDir: string;
}

/** Finds Pulumi's own language host of Node, or writes a launcher of ours into `binDir`. */
export async function ensureLanguageHost(args: EnsureLanguageHostArgs): Promise<LanguageHost> {
  const own = join(args.binDir, NAME);
  const official = findOfficial(args);
  if (official !== undefined) {
    // One from an earlier start would hide it, since `binDir` comes first on PATH.
    await rm(own, { force: true });
    return { path: official, source: 'official' };
  }
  await writeLauncher(own, join(import.meta.dirname, 'language-host.ts'));
  return { path: own, source: 'own' };
}

/** The language host that is there already; looks only. */
export function findLanguageHost(args: EnsureLanguageHostArgs): LanguageHost | undefined {
  const official = findOfficial(args);
  if (official !== undefined) return { path: official, source: 'official' };
  const own = join(args.binDir, NAME);
  return isExecutable(own) ? { path: own, source: 'own' } : undefined;
}

function findOfficial({ env, pulumiPath, binDir }: EnsureLanguageHostArgs): string | undefined {
  const candidates = [join(dirname(pulumiPath), NAME), ...findOnPath(NAME, env.PATH)];
  return candidates.find((path) => path !== join(binDir, NAME) && isExecutable(path));
}

/** Writes an executable that runs a TypeScript file on the Node of this process, whatever PATH says. */
async function writeLauncher(path: string, file: string): Promise<void> {
  // In one step: a `pulumi` of another shell may look for it at the same moment.
  await writeFileIfChanged(path, `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(file)} "$@"\n`, 0o755);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
