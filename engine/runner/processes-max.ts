/**
 * A `pulumi` process takes about 120 MB (`npm run bench -- update`) and its program's process as much again; the rest
 * is margin.
 */
const bytesPerProcess = 300 * 1024 * 1024;

/**
 * More processes than this would wait for Cloudflare's API, which allows 4 calls a second, rather than for the
 * processor.
 */
const processesMax = 8;

/**
 * How many `pulumi` processes a machine runs at once by default: one for each processor but at least two, no more than
 * fit into half of its memory, and at least one.
 */
export function defaultProcessesMax(machine: {
  readonly processors: number;
  readonly memoryBytes: number;
}): number {
  const fitting = Math.floor(machine.memoryBytes / 2 / bytesPerProcess);
  return Math.max(1, Math.min(Math.max(2, machine.processors), fitting, processesMax));
}
