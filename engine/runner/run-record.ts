import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { readTextFile, writeFileAtomically } from '../../system/write-file.ts';

const recordSchema = v.object({
  stack: v.string(),
  command: v.picklist(['up', 'destroy', 'refresh']),
  /** Stands in the command line too, so that the process is found even when its number was never written. */
  runId: v.string(),
  operationId: v.string(),
  startedAtMs: v.number(),
  process: v.optional(v.object({ pid: v.number(), startTime: v.string() })),
  ended: v.optional(v.object({ exitCode: v.nullable(v.number()), signal: v.nullable(v.string()) })),
  /** How often in a row this operation's `pulumi` was cut off together with the service. */
  interruptions: v.number(),
});

/**
 * The trace of one `pulumi` that may have left something behind: written before it starts, completed with its
 * process right after, removed when it ended well. What is still there at the next run calls for recovery.
 */
export type RunRecord = v.InferOutput<typeof recordSchema>;

/** The runs of a factory that did not end well, one file for each stack. */
export interface RunRecords {
  find(stack: string): Promise<RunRecord | undefined>;
  write(record: RunRecord): Promise<void>;
  remove(stack: string): Promise<void>;
  /** Stacks with a record, in no order. */
  stacks(): Promise<readonly string[]>;
}

/** Keeps run records as files. A record that cannot be read counts as a run that was cut off before it started. */
export function createRunRecords(directory: string): RunRecords {
  const fileOf = (stack: string) => join(directory, `${stack}.json`);
  return {
    async find(stack) {
      const text = await readTextFile(fileOf(stack));
      return text === undefined ? undefined : parseRecord(stack, text);
    },
    async write(record) {
      await writeFileAtomically(fileOf(record.stack), `${JSON.stringify(record)}\n`);
    },
    async remove(stack) {
      await rm(fileOf(stack), { force: true });
    },
    async stacks() {
      await mkdir(directory, { recursive: true });
      const files = await readdir(directory);
      return files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
    },
  };
}

function parseRecord(stack: string, text: string): RunRecord {
  try {
    const parsed = v.safeParse(recordSchema, JSON.parse(text));
    if (parsed.success) return parsed.output;
  } catch {
    // Handled below: whatever the file held, the stack needs a look.
  }
  return { stack, command: 'up', runId: '', operationId: '', startedAtMs: 0, interruptions: 0 };
}
