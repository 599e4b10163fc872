import * as v from 'valibot';

const hostSchema = v.object({
  hostname: v.string(),
  bootId: v.string(),
  machineId: v.exactOptional(v.string()),
});

const recordSchema = v.object({
  stack: v.string(),
  /** `state` is a short command that takes the stack's lock and changes no resource. */
  command: v.picklist(['up', 'destroy', 'refresh', 'state']),
  /** Also in the command line, so that a process is found whose number was never written. */
  runId: v.string(),
  operationId: v.string(),
  startedAtMs: v.number(),
  /** Where its processes were started: their numbers mean nothing anywhere else. */
  host: hostSchema,
  /** Every process that may hold, or have left, a lock of the stack since its last run that ended well. */
  processes: v.array(v.object({ pid: v.number(), startTime: v.string() })),
  ended: v.exactOptional(v.object({ exitCode: v.nullable(v.number()), signal: v.nullable(v.string()) })),
  /** How often in a row this operation's `pulumi` was cut off together with the service. */
  interruptions: v.number(),
});

/**
 * The trace of one `pulumi` that may have left something behind: written before it starts, completed with its process
 * right after, removed when it ended well. One that is still there at the next run calls for recovery.
 */
export type RunRecord = v.InferOutput<typeof recordSchema>;

/** The runs of a factory that did not end well, one for each stack. */
export interface RunRecords {
  find(stack: string): Promise<RunRecord | undefined>;
  /** Replaces the stack's record, in one step that survives a crash. */
  write(record: RunRecord): Promise<void>;
  /** Removes the stack's record; without one it does nothing. */
  remove(stack: string): Promise<void>;
  /** Stacks that have a record, in no order. */
  stacks(): Promise<readonly string[]>;
}

/**
 * Reads a stored record. One that cannot be read counts as a run of unknown fate on an unknown host, because the stack
 * needs a look in any case.
 */
export function parseRunRecord(stack: string, text: string): RunRecord {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), recordSchema), text);
  if (parsed.success) return parsed.output;
  const host = { hostname: '', bootId: '' };
  return {
    stack,
    command: 'up',
    runId: '',
    operationId: '',
    startedAtMs: 0,
    host,
    processes: [],
    interruptions: 0,
  };
}
