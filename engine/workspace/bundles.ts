import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Bundle } from '../../infra/bundle.ts';
import { type FreeholdHome, projectRoot } from '../../system/home/home.ts';
import { readTextFile, writeFileAtomically } from '../../system/write-file.ts';
import { fingerprintSources } from './source-fingerprint.ts';

/** What the stacks deploy: the two Workers' bundles. The Pulumi program lies at its own place in the workspace. */
export interface Bundles {
  readonly account: Bundle;
  readonly platform: Bundle;
  /** Whether anything had to be built. */
  readonly built: boolean;
}

const bundleSchema = v.object({ path: v.string(), sha256: v.string() });
const recordSchema = v.object({ fingerprint: v.string(), account: bundleSchema, platform: bundleSchema });

/** Everything that can end up in a bundle, and the versions of what is bundled with it. */
const sources = ['schema', 'workers', 'infra', 'package-lock.json'];

/** Builds the Workers and the Pulumi program into the workspace, unless their sources are what they were last time. */
export async function ensureBundles(home: FreeholdHome): Promise<Bundles> {
  const recordFile = join(home.workspace, 'bundles.json');
  const fingerprint = await fingerprintSources(projectRoot, sources);
  const last = parseRecord(await readTextFile(recordFile));
  const program = join(home.programDirectory, 'index.js');
  if (
    last?.fingerprint === fingerprint &&
    (await allExist([last.account.path, last.platform.path, program]))
  ) {
    return { account: last.account, platform: last.platform, built: false };
  }
  // esbuild costs a third of a second to load: only a start that builds pays for it.
  const [{ buildWorker }, { buildProgram }, esbuild] = await Promise.all([
    import('../../workers/build/build-worker.ts'),
    import('../../infra/build.ts'),
    import('esbuild'),
  ]);
  const buildOne = (name: 'account' | 'platform') =>
    buildWorker({
      entry: join(projectRoot, 'workers', name, 'index.ts'),
      outDir: join(home.bundlesDirectory, name),
    });
  const [account, platform] = await Promise.all([
    buildOne('account'),
    buildOne('platform'),
    buildProgram({ outFile: program }),
  ]);
  // It keeps a process of 100 MB for the next build, which this process never makes.
  await esbuild.stop();
  const built = {
    account: { path: account.path, sha256: account.sha256 },
    platform: { path: platform.path, sha256: platform.sha256 },
  };
  await writeFileAtomically(recordFile, `${JSON.stringify({ fingerprint, ...built })}\n`);
  return { ...built, built: true };
}

function parseRecord(text: string | undefined): v.InferOutput<typeof recordSchema> | undefined {
  if (text === undefined) return undefined;
  try {
    const parsed = v.safeParse(recordSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

async function allExist(paths: readonly string[]): Promise<boolean> {
  const found = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.every(Boolean);
}
