import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findOnPath, readOutput } from './executables.ts';
import type { OnProgress } from './progress.ts';
import { PULUMI_VERSION } from './pulumi-version.ts';
import { waitForExit } from './run-child.ts';

const COMMAND_PACKAGE = 'github.com/pulumi/pulumi/pkg/v3/cmd/pulumi';

/** The `go` line of go.mod. With GOTOOLCHAIN=local an older Go refuses it with a less clear message. */
const GO_MIN = [1, 25, 11];

/** Packages that a clean build compiles, for the progress report. */
const PACKAGES_ABOUT = 1_700;

const GO_VERSION_TIMEOUT_MS = 20_000;

/** Without a version Pulumi behaves as a development build; cgo and user lookup would need a C compiler. */
const BUILD_FLAGS = [
  '-tags',
  'osusergo grpcnotrace',
  '-ldflags',
  `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${PULUMI_VERSION}`,
];

/** Options of a build. */
export interface BuildArgs {
  /** Folder that receives `bin/pulumi`. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly onProgress: OnProgress;
}

/**
 * Builds the Pulumi CLI from the modules that go.mod and go.sum pin. Takes about five minutes on two cores.
 *
 * @returns Undefined on success, else the reason of the failure.
 */
export async function buildPulumi(args: BuildArgs): Promise<string | undefined> {
  const go = findOnPath('go', args.env.PATH)[0];
  if (go === undefined) return 'Go is not installed';
  const env = goEnvironment(args.env);
  const version = await readOutput(go, ['env', 'GOVERSION'], env, GO_VERSION_TIMEOUT_MS);
  if (version === undefined) return `${go} does not run`;
  if (!isNewEnough(version)) return `${go} is ${version}, older than go${GO_MIN.join('.')}`;

  const bin = join(args.root, 'bin');
  mkdirSync(bin, { recursive: true });
  const command = ['build', '-v', ...BUILD_FLAGS, '-o', join(bin, 'pulumi'), COMMAND_PACKAGE];
  const child = spawn(go, command, { cwd: import.meta.dirname, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const stop = () => child.kill('SIGTERM');
  process.on('exit', stop);
  const problems = watchBuild(createInterface({ input: child.stderr }), args.onProgress);
  const code = await waitForExit(child).finally(() => process.off('exit', stop));
  return code === 0 ? undefined : `go build ended with code ${code}: ${problems.slice(-3).join(' ')}`;
}

/** @returns Lines other than progress and noise; the list grows while the build runs. */
function watchBuild(lines: AsyncIterable<string> & NodeJS.EventEmitter, onProgress: OnProgress): string[] {
  const startedAtMs = Date.now();
  const problems: string[] = [];
  let downloaded = 0;
  let compiled = 0;
  lines.on('line', (line: string) => {
    const elapsedMs = Date.now() - startedAtMs;
    if (line.startsWith('go: downloading ')) {
      downloaded += 1;
      onProgress({ phase: 'downloading', detail: `downloaded ${downloaded} Go modules`, elapsedMs });
    } else if (/^[\w.~-]+(\/[\w.~-]+)*$/.test(line)) {
      compiled += 1;
      const detail = `building from source, once: ${compiled} of about ${PACKAGES_ABOUT} packages`;
      onProgress({ phase: 'compiling', detail, elapsedMs });
    } else {
      problems.push(line);
    }
  });
  return problems;
}

/** The user's Go settings, except those that would change the result. */
function goEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOTOOLCHAIN: 'local', GOWORK: 'off' };
}

function isNewEnough(goVersion: string): boolean {
  const parts = (goVersion.match(/^go(\d+)\.(\d+)(?:\.(\d+))?/) ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  if (parts.length === 0) return false;
  const differing = GO_MIN.findIndex((min, index) => parts[index] !== min);
  return differing === -1 || (parts[differing] ?? 0) > (GO_MIN[differing] ?? 0);
}
