import * as v from 'valibot';
import type { FreeholdHome } from '../system/home/home.ts';
import { readJsonFileOrNone } from '../system/read-json-file.ts';
import { writeFileIfChanged } from '../system/write-file.ts';
import type { PortName } from './port-plan.ts';

const portsSchema = v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)));

/** The ports that this factory used last. None for a file that is missing or damaged: every port is chosen anew. */
export async function readPorts(home: FreeholdHome): Promise<Readonly<Partial<Record<PortName, number>>>> {
  return (await readJsonFileOrNone(home.portsFile, portsSchema)) ?? {};
}

/** Remembers ports for the next start. */
export async function rememberPorts(
  home: FreeholdHome,
  ports: Readonly<Partial<Record<PortName, number>>>,
): Promise<void> {
  await writeFileIfChanged(home.portsFile, `${JSON.stringify(ports, null, 2)}\n`, 0o600);
}
