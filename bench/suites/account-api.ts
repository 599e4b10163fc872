import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Factory } from '../../harness/factory.ts';
import { measureOverhead } from '../account/bare-queries.ts';
import { createBenchAccount } from '../account/bench-account.ts';
import { measureBulk } from '../account/bulk.ts';
import { databaseSizeBytes, generateAccount } from '../account/generate-account.ts';
import { measureLoad, type SizedAccount, usersMax } from '../account/load.ts';
import { summarise } from '../statistics.ts';
import type { Measurement, Suite } from '../suite.ts';

/** Two databases with the same kind of rows: one that fits into any cache, and one of a large firm after ten years. */
const SMALL_CLIENTS = 10_000;
const LARGE_CLIENTS = 1_000_000;

/** Where Linux keeps files in memory, and the free space needed for two databases, their journals and an import. */
const MEMORY_FOLDER = '/dev/shm';
const MEMORY_FREE_BYTES = 10e9;

/** The account's API under load, in a small and in a large database. */
export const accountApiSuite: Suite = {
  name: 'account-api',
  description: `One account in a small database (${SMALL_CLIENTS} clients) and in a large one (1,000,000 clients, 2,800,000 rows, about 5 GB; FREEHOLD_BENCH_CLIENTS makes it smaller). A closed loop: 1 user without a pause, 64 who think for 1 s (2 s before an upload), 4,000 who think for 30 s (120 s before an upload), 10 s each after a warm-up. An upload is 64 KB. They are case workers, who are shown no sensitive fields. Then one user after another beside a bare Worker on the same database; then import, export and search with the memory of the Worker's isolate, garbage apart. The databases are in memory (${MEMORY_FOLDER}) where there is room: a page that a disk reads for the first time costs more than the rest of a request. Load, edge, workerd and database share the machine's cores.`,
  async run(say) {
    const factory = new Factory(mkdtempSync(join(databaseFolder(), 'freehold-bench-')));
    say(`databases in ${factory.home}`);
    try {
      await factory.start();
      const measurements: Measurement[] = [];
      const accounts: SizedAccount[] = [];
      for (const [size, clients] of Object.entries({ small: SMALL_CLIENTS, large: largeCount() })) {
        const account = await createBenchAccount(factory, `bench-${size}`, usersMax);
        const ids = await generateAccount(factory, { ...account, clients, seed: 42 }, say);
        const gigabytes = (await databaseSizeBytes(factory, account.databaseId)) / 1e9;
        say(`${size}: ${gigabytes.toFixed(2)} GB`);
        measurements.push({ name: `database, ${size}`, unit: 'GB', value: summarise([gigabytes]) });
        accounts.push({ size, account, clients, ids });
      }
      measurements.push(...(await measureLoad(accounts, say)));
      for (const account of accounts) measurements.push(...(await measureOverhead(factory, account)));
      // Only now, because inspection makes a Worker slightly slower.
      await factory.stop();
      await factory.start({ FREEHOLD_CLOUD_INSPECT: '1' });
      for (const account of accounts) measurements.push(...(await measureBulk(factory, account, say)));
      return measurements;
    } finally {
      await factory.remove();
    }
  },
};

/** A folder in memory if it has room, else the usual one. */
function databaseFolder(): string {
  if (!existsSync(MEMORY_FOLDER)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY_FOLDER);
  return bavail * bsize >= MEMORY_FREE_BYTES ? MEMORY_FOLDER : tmpdir();
}

function largeCount(): number {
  // biome-ignore lint/style/noProcessEnv: the one setting of the benchmarks, read where it is used
  const asked = Number(process.env.FREEHOLD_BENCH_CLIENTS);
  return Number.isInteger(asked) && asked > 0 ? asked : LARGE_CLIENTS;
}
