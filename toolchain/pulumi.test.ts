import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LoopbackServer, listenOnLoopback } from '../system/loopback-server.ts';
import { readOutput } from './executables.ts';
import type { OnProgress, ToolchainProgress } from './progress.ts';
import { ensurePulumi } from './pulumi.ts';
import { PULUMI_VERSION } from './pulumi-version.ts';
import { ToolchainError } from './toolchain-error.ts';

/** No server listens on port 1: the connection is refused at once, as on a machine without internet. */
const UNREACHABLE = 'http://127.0.0.1:1/install.sh';

const SYSTEM_PATH = '/usr/bin:/bin';

describe('ensurePulumi', () => {
  const folders: string[] = [];
  let folder: string;
  let server: LoopbackServer;
  let installerUrl: string;
  let installerScript: string;

  beforeAll(async () => {
    server = await listenOnLoopback(createServer((_request, response) => response.end(installerScript)));
    installerUrl = `${server.origin}/install.sh`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'freehold-pulumi-'));
    folders.push(folder);
    installerScript = '';
  });
  afterEach(() => {
    for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
  });

  /** Creates an executable with that text in a new folder, and returns the folder. */
  function fake(name: string, script: string, into = `${name}-${Math.random()}`): string {
    const bin = join(folder, into);
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return bin;
  }
  const pulumiThatSays = (version: string) => fake('pulumi', `echo ${version}`);
  /** A Go that "compiles" by writing a Pulumi that prints the pinned version. */
  const goThat = (build: string, version = 'go1.26.8') =>
    fake(
      'go',
      `if [ "$1" = env ]; then echo ${version}; exit 0; fi
       while [ "$1" != -o ]; do shift; done
       ${build}`,
    );
  const buildsPulumi = `echo go: downloading github.com/pulumi/pulumi v3 >&2
    echo github.com/pulumi/pulumi/sdk/v3/go >&2
    printf '#!/bin/sh\\necho v${PULUMI_VERSION}\\n' > "$2"; chmod +x "$2"`;
  const cacheDir = () => join(folder, 'cache');
  const cachedPulumi = () => join(cacheDir(), `pulumi-v${PULUMI_VERSION}`, 'bin', 'pulumi');
  function ensure(
    env: NodeJS.ProcessEnv,
    path: readonly string[] = [],
    url = UNREACHABLE,
    onProgress: OnProgress = () => {},
  ) {
    return ensurePulumi({
      onProgress,
      env: { PATH: [...path, SYSTEM_PATH].join(delimiter), HOME: folder, ...env },
      cacheDir: cacheDir(),
      installerUrl: url,
    });
  }

  it('prefers the one that FREEHOLD_PULUMI_PATH names to one on PATH', async () => {
    const set = join(pulumiThatSays('v3.300.0'), 'pulumi');
    expect(await ensure({ FREEHOLD_PULUMI_PATH: set }, [pulumiThatSays('v3.259.0')])).toEqual({
      path: set,
      version: '3.300.0',
      source: 'setting',
    });
  });

  it('refuses an unsuitable FREEHOLD_PULUMI_PATH instead of using another', async () => {
    const set = join(pulumiThatSays('v2.9.0'), 'pulumi');
    const attempt = ensure({ FREEHOLD_PULUMI_PATH: set }, [pulumiThatSays('v3.259.0')]);
    await expect(attempt).rejects.toThrow(/FREEHOLD_PULUMI_PATH names .* version 2\.9\.0: .*3\.205 or newer/);
    await expect(ensure({ FREEHOLD_PULUMI_PATH: '/nowhere' })).rejects.toThrow(
      /is not a Pulumi that runs here/,
    );
  });

  it('ignores executables on PATH that are too old or not Pulumi', async () => {
    const old = pulumiThatSays('v3.204.0');
    const wrong = pulumiThatSays('"the sound of pulumi"');
    const newest = pulumiThatSays('v3.259.0');
    expect(await ensure({}, [old, wrong, newest])).toEqual({
      path: join(newest, 'pulumi'),
      version: '3.259.0',
      source: 'path',
    });
  });

  it('never lets Pulumi look for updates', async () => {
    const bin = fake('pulumi', '[ "$PULUMI_SKIP_UPDATE_CHECK" = true ] && echo v3.259.0');
    expect(await ensure({}, [bin])).toMatchObject({ source: 'path' });
  });

  it('finds the one in the cache of this user', async () => {
    const env = { XDG_CACHE_HOME: join(folder, 'xdg') };
    const bin = fake('pulumi', `echo v${PULUMI_VERSION}`, `xdg/freehold/pulumi-v${PULUMI_VERSION}/bin`);
    expect(await ensurePulumi({ env: { PATH: SYSTEM_PATH, ...env }, installerUrl: UNREACHABLE })).toEqual({
      path: join(bin, 'pulumi'),
      version: PULUMI_VERSION,
      source: 'cache',
    });
  });

  it("runs Pulumi's own installer where it can be reached", async () => {
    installerScript = `
      while [ "$1" != --install-root ]; do shift; done
      mkdir -p "$2/bin"
      printf '#!/bin/sh\\necho v${PULUMI_VERSION}\\n' > "$2/bin/pulumi"; chmod +x "$2/bin/pulumi"`;
    expect(await ensure({}, [], installerUrl)).toEqual({
      path: cachedPulumi(),
      version: PULUMI_VERSION,
      source: 'installer',
    });
  });

  it('builds from source when the installer fails', async () => {
    installerScript = 'echo no space left >&2; exit 1';
    expect(await ensure({}, [goThat(buildsPulumi)], installerUrl)).toMatchObject({ source: 'build' });
  });

  it('builds from source without a network, and reports progress', async () => {
    const seen: ToolchainProgress[] = [];
    const made = await ensurePulumi({
      env: { PATH: [goThat(buildsPulumi), SYSTEM_PATH].join(delimiter), HOME: folder },
      cacheDir: cacheDir(),
      installerUrl: UNREACHABLE,
      onProgress: (progress) => seen.push(progress),
    });
    expect(made).toEqual({ path: cachedPulumi(), version: PULUMI_VERSION, source: 'build' });
    expect(seen.map(({ phase }) => phase)).toEqual(['installing', 'downloading', 'compiling']);
    expect(seen.at(-1)?.detail).toContain('1 of about');
  });

  it('lets one of two concurrent starts build, and the other use the result', async () => {
    const log = join(folder, 'builds.log');
    const waits = join(folder, 'one-waits');
    // The build ends when the other starter waits for it, or after half a minute.
    const untilOneWaits = `n=0; until [ -e '${waits}' ] || [ $n = 600 ]; do n=$((n + 1)); sleep 0.05; done`;
    const go = goThat(`echo build >> ${log}; ${untilOneWaits}; ${buildsPulumi}`);
    const phases: string[] = [];
    const onProgress: OnProgress = ({ phase }) => {
      phases.push(phase);
      if (phase === 'waiting') writeFileSync(waits, '');
    };
    const both = await Promise.all([1, 2].map(() => ensure({}, [go], UNREACHABLE, onProgress)));
    expect(phases.filter((phase) => phase === 'waiting')).toHaveLength(1);
    expect(both.map(({ source }) => source).toSorted()).toEqual(['build', 'cache']);
    expect(readFileSync(log, 'utf8')).toBe('build\n');
  });

  it('leaves nothing in the cache when a build fails', async () => {
    const go = goThat('echo half > "$2"; echo "x.go:1: out of memory" >&2; exit 1');
    await expect(ensure({}, [go])).rejects.toThrow(/go build ended with code 1: x\.go:1: out of memory/);
    expect(existsSync(cachedPulumi())).toBe(false);
    expect(await ensure({}, [goThat(buildsPulumi)])).toMatchObject({ source: 'build' });
  });

  it('replaces a damaged one in the cache', async () => {
    fake('pulumi', 'exit 1', `cache/pulumi-v${PULUMI_VERSION}/bin`);
    expect(await ensure({}, [goThat(buildsPulumi)])).toMatchObject({ source: 'build' });
    expect(await ensure({})).toMatchObject({ source: 'cache' });
  });

  it('names what to install when there is neither a network nor Go', async () => {
    const attempt = ensurePulumi({
      env: { PATH: folder, HOME: folder },
      cacheDir: cacheDir(),
      installerUrl: UNREACHABLE,
    });
    await expect(attempt).rejects.toThrow(ToolchainError);
    await expect(attempt).rejects.toThrow(
      /Go is not installed.*Install Pulumi.*or Go.*or set FREEHOLD_PULUMI_PATH/,
    );
  });

  it('does not start a build with a Go that go.mod refuses', async () => {
    await expect(ensure({}, [goThat(buildsPulumi, 'go1.24.9')])).rejects.toThrow(
      /is go1\.24\.9, older than go1\.25\.11/,
    );
  });
});

describe('go.mod', () => {
  const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');

  it('pins the Pulumi that the toolchain asks for, with a checksum', () => {
    expect(read('go.mod')).toContain(`github.com/pulumi/pulumi/pkg/v3 v${PULUMI_VERSION}`);
    expect(read('go.sum')).toContain(`github.com/pulumi/pulumi/pkg/v3 v${PULUMI_VERSION} h1:`);
  });

  it('is read by Go, with the replacement that Pulumi itself builds with', async ({ skip }) => {
    // biome-ignore lint/style/noProcessEnv: the test runs the Go of this machine
    const env = process.env;
    const command = ['-C', import.meta.dirname, 'mod', 'edit', '-json'];
    if ((await readOutput('go', ['version'], env, 20_000)) === undefined) skip('Go is not installed');
    expect(JSON.parse((await readOutput('go', command, env, 20_000)) ?? '{}')).toMatchObject({
      Module: { Path: 'freehold.dev/toolchain' },
      Replace: [
        { Old: { Path: 'github.com/atotto/clipboard' }, New: { Path: 'github.com/tgummerer/clipboard' } },
      ],
    });
  });
});
