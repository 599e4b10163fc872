import { randomUUID } from 'node:crypto';
import type { HostIdentity } from '../../system/host-identity.ts';
import { isSameBoot } from '../../system/host-identity.ts';
import type { RunRecord, RunRecords } from './run-records.ts';
import { type PulumiCommand, type PulumiResult, runPulumi } from './spawn-pulumi.ts';

/** How the commands are run. */
export interface LockingCommandTools {
  readonly command: PulumiCommand;
  readonly records: RunRecords;
  readonly host: HostIdentity;
}

/**
 * Runs a short command that takes the lock of a stack, and records its process in the stack's run record. If the
 * machine dies or the command is killed, the lock that it leaves is then known as ours. When the command ends by
 * itself, an existing record is restored.
 *
 * @param input Text for its standard input. Default: none.
 * @returns How it ended. Throws when it cannot be started or recorded.
 */
export async function runLockingCommand(
  { command, records, host }: LockingCommandTools,
  stack: string,
  args: readonly string[],
  input = '',
): Promise<PulumiResult> {
  const earlier = await records.find(stack);
  const record = toRecord(stack, earlier, host);
  await records.write(record);
  const result = await runPulumi(command, args, {
    input,
    onStart: (process) => records.write({ ...record, processes: [...record.processes, process] }),
  });
  // A killed command may have left its lock, so its process stays in the record.
  if (result.signal !== null) return result;
  if (earlier === undefined) await records.remove(stack);
  else await records.write(earlier);
  return result;
}

/** Continues the stack's record, unless its process numbers belong to another host. */
function toRecord(stack: string, earlier: RunRecord | undefined, host: HostIdentity): RunRecord {
  if (earlier !== undefined && isSameBoot(earlier.host, host)) return earlier;
  return {
    stack,
    command: 'state',
    runId: randomUUID(),
    operationId: '',
    startedAtMs: Date.now(),
    interruptions: 0,
    ...earlier,
    host,
    processes: [],
  };
}
