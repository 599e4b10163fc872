import { databaseMigrationsToken } from '../../schema/factory/resource-tokens.ts';
import {
  describeMigrationError,
  type LedgerRow,
  type MigrationFile,
  planMigrations,
  readMigrationFiles,
} from '../../schema/migrate/migration-ledger.ts';
import type { Properties } from '../engine/property-value.ts';
import { ProviderFailure } from '../engine/provider-failure.ts';
import {
  defineResource,
  type InputFailure,
  type InputSpecs,
  type InputsOf,
} from '../engine/resource-type.ts';
import type { DatabaseAddress } from './d1-query.ts';
import { applyPending, applyToFresh, findLedger } from './migration-run.ts';

const inputs = {
  cloudflareAccountId: {
    type: 'string',
    description: 'Cloudflare account.',
    required: true,
    replaces: true,
  },
  databaseId: { type: 'string', description: 'D1 database.', required: true, replaces: true },
  directory: {
    type: 'string',
    description: 'Folder of the migrations, which are files named `0001_name.sql`.',
    required: true,
    keptOnRefresh: true,
    neverDiffers: true,
  },
  checksums: {
    type: 'object',
    description: 'Name of each migration to its SHA-256. The SQL stays in the files.',
    required: true,
  },
} as const satisfies InputSpecs;

type Inputs = InputsOf<typeof inputs>;

/**
 * The schema of a D1 database, maintained by migrations. Each is applied once and atomically, and recorded in the
 * database. Deleting the resource leaves the schema as it is.
 */
export const databaseMigrations = defineResource({
  token: databaseMigrationsToken,
  description: 'Applies SQL migrations to a D1 database, each once and as one transaction.',
  inputs,
  outputs: {
    applied: { type: 'array', description: 'Names of the applied migrations, oldest first.' },
    latest: { type: 'string', description: 'Name of the last applied migration, or empty.' },
  },

  async check(news, olds) {
    if (news.directory === undefined || news.checksums === undefined) return [];
    const failures = await checkFiles(news.directory, news.checksums);
    return failures.length > 0 ? failures : checkHistory(news, olds);
  },

  preview(news) {
    return news.checksums === undefined ? {} : toOutputs(Object.keys(news.checksums).sort());
  },

  async create(api, news) {
    const files = await readPinned(news);
    const names = await applyToFresh(api, news, files);
    return { id: toId(news), outputs: toOutputs(names) };
  },

  async update(api, _id, news) {
    return toOutputs(await applyPending(api, news, await readPinned(news)));
  },

  async read(api, id, olds) {
    const [cloudflareAccountId = '', databaseId = ''] = id.split('/');
    if (databaseId === '') {
      const form = '<account id>/<database id>';
      throw new ProviderFailure({ kind: 'id_unreadable', token: databaseMigrationsToken, id, form });
    }
    const ledger = await findLedger(api, { cloudflareAccountId, databaseId });
    if (ledger === undefined) return undefined;
    return {
      id,
      inputs: {
        cloudflareAccountId,
        databaseId,
        directory: olds.directory,
        checksums: Object.fromEntries(ledger.map(({ name, sha256 }) => [name, sha256])),
      },
      outputs: toOutputs(ledger.map(({ name }) => name)),
    };
  },
});

function toId({ cloudflareAccountId, databaseId }: DatabaseAddress): string {
  return `${cloudflareAccountId}/${databaseId}`;
}

function toOutputs(names: readonly string[]): { applied: readonly string[]; latest: string } {
  return { applied: names, latest: names.at(-1) ?? '' };
}

/** Reads the migrations that the checksums name. Throws if one has changed since Check. */
async function readPinned({ directory, checksums }: Inputs): Promise<readonly MigrationFile[]> {
  const [failure] = await checkFiles(directory, checksums);
  if (failure !== undefined) throw new Error(`${failure.property}: ${failure.reason}`);
  const files = await readMigrationFiles(directory);
  return files.filter(({ name }) => Object.hasOwn(checksums, name));
}

async function checkFiles(directory: string, checksums: Properties): Promise<readonly InputFailure[]> {
  let files: readonly MigrationFile[];
  try {
    files = await readMigrationFiles(directory);
  } catch (error) {
    return [{ property: 'directory', reason: error instanceof Error ? error.message : String(error) }];
  }
  return Object.entries(checksums).flatMap(([name, sha256]) => {
    const file = files.find((candidate) => candidate.name === name);
    if (file === undefined) {
      return [{ property: 'checksums', reason: `there is no migration ${name} in ${directory}` }];
    }
    if (file.sha256 === sha256) return [];
    return [
      { property: 'checksums', reason: `migration ${name} has the SHA-256 ${file.sha256}, not ${sha256}` },
    ];
  });
}

/**
 * Refuses what the state shows to be impossible; a preview reports it before any change.
 */
function checkHistory(news: Partial<Inputs>, olds: Partial<Inputs>): readonly InputFailure[] {
  const isSameDatabase =
    news.databaseId === olds.databaseId && news.cloudflareAccountId === olds.cloudflareAccountId;
  if (!isSameDatabase || news.checksums === undefined || olds.checksums === undefined) return [];
  const plan = planMigrations(toFiles(news.checksums), toLedger(olds.checksums));
  return plan.kind === 'pending' ? [] : [{ property: 'checksums', reason: describeMigrationError(plan) }];
}

function toFiles(checksums: Properties): readonly MigrationFile[] {
  return toLedger(checksums).map(({ name, sha256, ordinal }) => ({ name, sha256, ordinal, statements: [] }));
}

// Names begin with the number, so sorting them gives the order of the migrations.
function toLedger(checksums: Properties): readonly LedgerRow[] {
  return Object.entries(checksums)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, sha256], index) => ({ name, sha256: String(sha256), applied_at: '', ordinal: index + 1 }));
}
