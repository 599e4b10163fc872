import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { readJsonFileOrNone } from '../read-json-file.ts';
import { writeFileAtomically } from '../write-file.ts';
import type { FreeholdHome } from './home.ts';

const recordSchema = v.object({
  pid: v.number(),
  startTime: v.string(),
  binary: v.string(),
  /** Text of its configuration file. Without one, an older release of Freehold has started it. */
  config: v.optional(v.string()),
});

/** The embedded Restate server that was last started for this factory: its process, program and configuration. */
export type RestateRecord = v.InferOutput<typeof recordSchema>;

/** Reads the record; undefined when there is none or it is damaged. */
export function readRestateRecord(home: FreeholdHome): Promise<RestateRecord | undefined> {
  return readJsonFileOrNone(recordFile(home), recordSchema);
}

/** Replaces the record. */
export async function writeRestateRecord(home: FreeholdHome, record: RestateRecord): Promise<void> {
  await writeFileAtomically(recordFile(home), `${JSON.stringify(record)}\n`, 0o600);
}

/** Removes the record of a server that has ended. */
export async function removeRestateRecord(home: FreeholdHome): Promise<void> {
  await rm(recordFile(home), { force: true });
}

function recordFile(home: FreeholdHome): string {
  return join(home.restateDirectory, 'server.json');
}
