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
  /** Also in the command line: it identifies a process whose number was never recorded. */
  runId: v.string(),
  operationId: v.string(),
  startedAtMs: v.number(),
  /** Where its processes were started: their numbers are valid only there. */
  host: hostSchema,
  /** Every process that may hold a lock of the stack, or have left one, since its last run that ended well. */
  processes: v.array(v.object({ pid: v.number(), startTime: v.string() })),
  ended: v.exactOptional(v.object({ exitCode: v.nullable(v.number()), signal: v.nullable(v.string()) })),
  /** How many times in a row this operation's `pulumi` was interrupted by the end of the service. */
  interruptions: v.number(),
});

/**
 * The record of one `pulumi` that may have left something behind: written before it starts, completed with its process
 * right after, deleted when it ends well. A record that exists at the next run makes a recovery necessary.
 */
export type RunRecord = v.InferOutput<typeof recordSchema>;

/** The runs of a factory that did not end well, at most one for each stack. */
export interface RunRecords {
  find(stack: string): Promise<RunRecord | undefined>;
  /** Replaces the stack's record atomically and durably. */
  write(record: RunRecord): Promise<void>;
  /** Deletes the stack's record, if there is one. */
  remove(stack: string): Promise<void>;
  /** Stacks that have a record, in any order. */
  stacks(): Promise<readonly string[]>;
}

/**
 * Reads a stored record. An unreadable record counts as a run on an unknown host whose end is unknown, because its
 * stack needs a recovery in any case.
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
