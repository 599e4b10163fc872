import { join } from 'node:path';
import type { FreeholdHome } from '../system/home/home.ts';
import { endProcess, findProcesses } from '../system/process-identity.ts';

const END_SIGNALS = [
  { signal: 'SIGTERM', waitMs: 8_000 },
  { signal: 'SIGKILL', waitMs: 3_000 },
] as const;

/**
 * Ends the Restate server of this factory where the service could not: it outlives its service on purpose, so that a
 * crash does not stop what it queues. Only a server with this factory's own configuration is touched.
 */
export async function endLeftOvers(home: FreeholdHome): Promise<void> {
  const servers = await findProcesses(`--config-file ${join(home.restateDirectory, 'restate.toml')}`);
  await Promise.all(servers.map((server) => endProcess(server, END_SIGNALS)));
}
