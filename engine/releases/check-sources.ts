import { fileURLToPath } from 'node:url';
import type { ReleaseTier } from '../../infra/release/manifest.ts';
import type { OpenedRelease } from '../../infra/release/open-release.ts';
import { currentDatabase, migrationsFolder } from '../../schema/migrate/database-definition.ts';
import { diffDatabases } from '../../schema/migrate/diff.ts';
import { readMigrationFiles } from '../../schema/migrate/migration-ledger.ts';
import { readSnapshot } from '../../schema/migrate/write-migration.ts';

/** Why no release can be made of the sources as they are. */
export type SourceProblem =
  /** The models have tables or columns that no migration makes. */
  | { readonly kind: 'migration_needed'; readonly tier: ReleaseTier }
  /** A migration of the current release has another text now. Databases that have applied it would refuse it. */
  | {
      readonly kind: 'migration_edited';
      readonly tier: ReleaseTier;
      readonly name: string;
      readonly release: string;
    }
  /** A migration file that is malformed; the text names it. */
  | { readonly kind: 'migration_invalid'; readonly detail: string };

/**
 * Checks that code and schema of the sources belong together, and that no released migration was edited.
 *
 * @param current The current release. Default: none.
 */
export async function checkSources(current?: OpenedRelease): Promise<SourceProblem | undefined> {
  for (const tier of ['account', 'platform'] as const) {
    const folder = fileURLToPath(migrationsFolder(tier));
    const { statements, refusals } = diffDatabases(await readSnapshot(folder), currentDatabase(tier));
    if (statements.length > 0 || refusals.length > 0) return { kind: 'migration_needed', tier };
    let files: Awaited<ReturnType<typeof readMigrationFiles>>;
    try {
      files = await readMigrationFiles(folder);
    } catch (error) {
      return { kind: 'migration_invalid', detail: error instanceof Error ? error.message : String(error) };
    }
    if (current === undefined) continue;
    const { checksums } = current[tier].migrations;
    const edited = files.find(({ name, sha256 }) => (checksums[name] ?? sha256) !== sha256);
    if (edited !== undefined)
      return { kind: 'migration_edited', tier, name: edited.name, release: current.name };
    const released = Object.keys(checksums);
    const gone = released.find((name) => !files.some((file) => file.name === name));
    if (gone !== undefined)
      return {
        kind: 'migration_invalid',
        detail: `${gone} is in release ${current.name}, and its file is missing`,
      };
    const early = files.slice(0, released.length).find(({ name }) => checksums[name] === undefined);
    if (early !== undefined)
      return {
        kind: 'migration_invalid',
        detail: `${early.name} comes before migrations of release ${current.name}`,
      };
  }
  return undefined;
}
