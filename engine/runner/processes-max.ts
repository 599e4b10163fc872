/** A `pulumi` has about 120 MB (`npm run bench -- update`), its program's process as much again; the rest is margin. */
const bytesPerProcess = 300 * 1024 * 1024;

/** More than this would wait for Cloudflare's API, which allows 4 calls a second, not for the processor. */
const processesMax = 8;

/**
 * How many `pulumi` processes a machine runs at once when nothing else is said: one for each processor and no more than
 * fit into half of its memory, but at least one.
 */
export function defaultProcessesMax(machine: {
  readonly processors: number;
  readonly memoryBytes: number;
}): number {
  const fitting = Math.floor(machine.memoryBytes / 2 / bytesPerProcess);
  return Math.max(1, Math.min(Math.max(2, machine.processors), fitting, processesMax));
}
