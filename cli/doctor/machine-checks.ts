import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { FreeholdHome } from '../../system/home/home.ts';
import { findLanguageHost } from '../../toolchain/ensure-language-host.ts';
import { findPulumi } from '../../toolchain/pulumi.ts';
import { ToolchainError } from '../../toolchain/toolchain-error.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

const NODE_MAJOR_MIN = 22;
const GIGABYTE = 1024 ** 3;
const DISK_LOW_BYTES = 2 * GIGABYTE;
const DISK_FULL_BYTES = GIGABYTE / 4;

/** Whether the Node that runs this can run everything else. */
export function checkNode(version = process.version): Finding {
  const detail = `${version} on ${process.platform} ${process.arch}`;
  const major = Number(version.slice(1).split('.')[0]);
  if (major >= NODE_MAJOR_MIN) return ok('node', detail);
  return fail('node', detail, 'run commands with npx freehold or npm start, which bring their own Node');
}

/** Whether Pulumi is installed, and with which language host it runs programs. */
export async function checkPulumi(env: NodeJS.ProcessEnv, home: FreeholdHome): Promise<Finding[]> {
  try {
    const pulumi = await findPulumi({ env });
    if (pulumi === undefined) {
      return [
        warn(
          'pulumi',
          'not installed yet',
          'npm start installs it: a download, or a build of some minutes with Go',
        ),
      ];
    }
    const args = { env, pulumiPath: pulumi.path, binDir: home.binDirectory };
    const host = findLanguageHost(args);
    return [
      ok('pulumi', `${pulumi.version} at ${pulumi.path}`),
      host === undefined
        ? warn('language host', 'no launcher yet', 'npm start writes it')
        : ok('language host', `${host.source === 'official' ? "Pulumi's own" : 'ours'} at ${host.path}`),
    ];
  } catch (error) {
    if (!(error instanceof ToolchainError)) throw error;
    return [fail('pulumi', error.message, 'change or unset FREEHOLD_PULUMI_PATH')];
  }
}

/** Whether npm installed the executables for this platform, which are optional dependencies of their packages. */
export function checkEngines(): Finding[] {
  const { platform, arch } = process;
  const executables = {
    workerd: `@cloudflare/workerd-${platform}-${arch === 'x64' ? '64' : arch}/bin/workerd`,
    restate: `@restatedev/restate-server-${platform}-${arch}/bin/restate-server`,
  };
  return Object.entries(executables).map(([name, path]) => {
    const found = findModuleFile(path);
    if (found !== undefined) return ok(name, found);
    return fail(name, `no executable for ${platform} ${arch}`, 'run npm ci without --omit=optional');
  });
}

function findModuleFile(path: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(path);
  } catch {
    return undefined;
  }
}

/** Whether the disk has room for a factory. */
export async function checkDisk(home: FreeholdHome): Promise<Finding> {
  let folder = home.root;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const detail = `${(free / GIGABYTE).toFixed(1)} GB free at ${folder}`;
  if (free < DISK_FULL_BYTES)
    return fail('disk', detail, 'free some space, or point FREEHOLD_HOME elsewhere');
  if (free < DISK_LOW_BYTES)
    return warn('disk', detail, 'free some space: accounts and logs will need more soon');
  return ok('disk', detail);
}
