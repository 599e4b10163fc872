import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReleaseContents, ReleaseTier } from '../../infra/release/manifest.ts';
import { filesOfRelease } from '../../infra/release/release-files.ts';
import { migrationsFolder } from '../../schema/migrate/database-definition.ts';
import { readMigrationFiles } from '../../schema/migrate/migration-ledger.ts';
import { projectRoot } from '../../system/home/home.ts';
import { syncFolder, writeFileAtomically } from '../../system/write-file.ts';
import { COMPATIBILITY_DATE } from '../../workers/build/compatibility-date.ts';

/**
 * Builds all parts of a release from the sources into a folder, on disk when it resolves.
 *
 * @throws What esbuild throws for sources that do not build.
 */
export async function buildRelease(folder: string): Promise<ReleaseContents> {
  // esbuild costs a third of a second to load: only a process that builds pays for it.
  const [{ buildWorker }, { buildReleaseProgram }, esbuild] = await Promise.all([
    import('../../workers/build/build-worker.ts'),
    import('../../infra/build.ts'),
    import('esbuild'),
  ]);
  const files = filesOfRelease(folder);
  const buildTier = async (tier: ReleaseTier): Promise<ReleaseContents['account']> => {
    const outDir = join(folder, `${tier}-build`);
    const built = await buildWorker({ entry: join(projectRoot, 'workers', tier, 'index.ts'), outDir });
    await mkdir(dirname(files.bundle(tier)), { recursive: true });
    await rename(built.path, files.bundle(tier));
    await rename(`${built.path}.map`, `${files.bundle(tier)}.map`);
    await rm(outDir, { recursive: true });
    const migrations = await copyMigrations(tier, files.migrations(tier));
    await syncFolder(dirname(files.bundle(tier)));
    return { bundleSha256: built.sha256, migrations };
  };
  try {
    const [account, platform, program] = await Promise.all([
      buildTier('account'),
      buildTier('platform'),
      buildReleaseProgram(),
    ]);
    await writeFileAtomically(files.program, program.code);
    return {
      account,
      platform,
      programSha256: program.sha256,
      settings: { compatibilityDate: COMPATIBILITY_DATE, compatibilityFlags: [] },
    };
  } finally {
    // It keeps a process of 100 MB for the next build, which this process may never make.
    await esbuild.stop();
  }
}

async function copyMigrations(
  tier: ReleaseTier,
  folder: string,
): Promise<ReleaseContents['account']['migrations']> {
  const from = fileURLToPath(migrationsFolder(tier));
  const migrations = await readMigrationFiles(from);
  await mkdir(folder, { recursive: true });
  await Promise.all(
    migrations.map(async ({ name }) =>
      writeFileAtomically(join(folder, `${name}.sql`), await readFile(join(from, `${name}.sql`))),
    ),
  );
  return migrations.map(({ name, sha256 }) => ({ name, sha256 }));
}
