import { mkdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type FreeholdHome, projectRoot } from '../../system/home/home.ts';
import { quoteForShell } from '../../system/quote-for-shell.ts';
import { hasCode, isMissing, writeFileIfChanged } from '../../system/write-file.ts';
import { ensureLanguageHost } from '../../toolchain/ensure-language-host.ts';
import { pulumiLauncher } from './shell-environment.ts';

/** What the launchers of a factory start. */
export interface LauncherOptions {
  readonly pulumiPath: string;
  /** PATH of the caller, where Pulumi's own language host may lie. */
  readonly path: string;
}

/** Where a bare `pulumi` finds its helpers. */
export interface Launchers {
  readonly languageHost: string;
}

/**
 * Writes what a bare `pulumi` in any shell needs to find: the CLI itself, the Node language host, and the two
 * providers; and the command `freehold`. All are run by the Node of this process.
 */
export async function writeLaunchers(home: FreeholdHome, options: LauncherOptions): Promise<Launchers> {
  await mkdir(home.binDirectory, { recursive: true });
  const languageHost = await ensureLanguageHost({
    env: { PATH: options.path },
    pulumiPath: options.pulumiPath,
    binDir: home.binDirectory,
  });
  await Promise.all([
    replaceLink(pulumiLauncher(home), options.pulumiPath),
    ...['cloudflare', 'freehold'].map((name) => writeProviderLauncher(home, name)),
    writeCommandLauncher(home),
  ]);
  return { languageHost: languageHost.path };
}

async function writeProviderLauncher(home: FreeholdHome, name: string): Promise<void> {
  const path = join(home.binDirectory, `pulumi-resource-${name}`);
  const command = [process.execPath, join(projectRoot, 'provider', 'main.ts'), '--package', name];
  await writeFileIfChanged(path, `#!/bin/sh\nexec ${command.map(quoteForShell).join(' ')} "$@"\n`, 0o755);
}

/** `freehold` from any folder, for the factory of this home unless FREEHOLD_HOME says another. */
async function writeCommandLauncher(home: FreeholdHome): Promise<void> {
  const command = [process.execPath, join(projectRoot, 'cli', 'main.ts')].map(quoteForShell).join(' ');
  const text = `#!/bin/sh\nif [ -z "$FREEHOLD_HOME" ]; then export FREEHOLD_HOME=${quoteForShell(home.root)}; fi\nexec ${command} "$@"\n`;
  await writeFileIfChanged(join(home.binDirectory, 'freehold'), text, 0o755);
}

/**
 * Makes `link` point at `target`, in one step.
 *
 * @throws When something other than a link is there: it may be the packages of a project that is the home by mistake.
 */
export async function replaceLink(link: string, target: string): Promise<void> {
  const current = await readlink(link).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    if (!hasCode(error, 'EINVAL')) throw error;
    throw new Error(`${link} is not a link of a factory: set FREEHOLD_HOME to an empty folder`);
  });
  if (current === target) return;
  const draft = `${link}.${process.pid}.tmp`;
  await rm(draft, { force: true });
  await symlink(target, draft);
  await rename(draft, link);
}
