import { join } from 'node:path';
import type { FreeholdHome } from '../system/home/home.ts';
import { endProcess, findProcesses } from '../system/process-identity.ts';

const END_SIGNALS = [
  { signal: 'SIGTERM', waitMs: 8_000 },
  { signal: 'SIGKILL', waitMs: 3_000 },
] as const;

/**
 * Stops the Restate server of this factory if the service could not: it outlives its service on purpose, so that its
 * queue survives a crash. Affects only a server with this factory's own configuration.
 */
export async function endLeftOvers(home: FreeholdHome): Promise<void> {
  const servers = await findProcesses(`--config-file ${join(home.restateDirectory, 'restate.toml')}`);
  await Promise.all(servers.map((server) => endProcess(server, END_SIGNALS)));
}
