import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { quoteForShell } from '../system/quote-for-shell.ts';
import { writeFileIfChanged } from '../system/write-file.ts';
import { findOnPath, isExecutable } from './executables.ts';

const NAME = 'pulumi-language-nodejs';

/** The language host that `pulumi` runs with the same PATH. */
export interface LanguageHost {
  readonly path: string;
  readonly source: 'official' | 'own';
}

/** Where to look and where to write. */
export interface EnsureLanguageHostArgs {
  readonly env: NodeJS.ProcessEnv;
  /** The `pulumi` that will run; Pulumi's own host is in the same folder. */
  readonly pulumiPath: string;
  /** Folder of generated launchers, which the caller puts on PATH. */
  readonly binDir: string;
}

/** Finds Pulumi's own language host for Node, or writes a launcher for the project's into `binDir`. */
export async function ensureLanguageHost(args: EnsureLanguageHostArgs): Promise<LanguageHost> {
  const own = join(args.binDir, NAME);
  const official = findOfficial(args);
  if (official !== undefined) {
    // A launcher of an earlier start would hide it, because `binDir` comes first on PATH.
    await rm(own, { force: true });
    return { path: official, source: 'official' };
  }
  await writeLauncher(own, join(import.meta.dirname, 'language-host.ts'));
  return { path: own, source: 'own' };
}

/** The language host that exists already. Changes nothing. */
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

/** Writes an executable that runs a TypeScript file on the Node of this process, independent of PATH. */
async function writeLauncher(path: string, file: string): Promise<void> {
  // Written atomically: a `pulumi` in another shell may be looking for it.
  await writeFileIfChanged(
    path,
    `#!/bin/sh\nexec ${quoteForShell(process.execPath)} ${quoteForShell(file)} "$@"\n`,
    0o755,
  );
}
