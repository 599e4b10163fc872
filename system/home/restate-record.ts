import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { isRunning } from '../process-identity.ts';
import { readJsonFileOrNone } from '../read-json-file.ts';
import { writeFileAtomically } from '../write-file.ts';
import type { FreeholdHome } from './home.ts';

const recordSchema = v.object({
  pid: v.number(),
  startTime: v.string(),
  binary: v.string(),
  ports: v.object({ ingress: v.number(), admin: v.number(), node: v.number() }),
});

/** The embedded Restate server that was started last for this factory: its process, program and ports. */
export type RestateRecord = v.InferOutput<typeof recordSchema>;

/** The ports of an embedded Restate server, all on loopback. */
export type RestatePorts = RestateRecord['ports'];

/**
 * The server that a service which died has left running, so that its ports are known to be ours.
 *
 * @returns Undefined when there is none.
 */
export async function findRunningRestate(home: FreeholdHome): Promise<RestatePorts | undefined> {
  const record = await readRestateRecord(home);
  return record !== undefined && (await isRunning(record)) ? record.ports : undefined;
}

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
