import * as v from 'valibot';
import { freePort, isPortFree } from '../free-port.ts';
import { readTextFile, writeFileIfChanged } from '../write-file.ts';
import type { FreeholdHome } from './home.ts';

const portsSchema = v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)));

/** The ports this factory used last, by what listens there. An unreadable file counts as none. */
export async function readPorts(home: FreeholdHome): Promise<Readonly<Record<string, number>>> {
  const text = await readTextFile(home.portsFile);
  if (text === undefined) return {};
  try {
    const parsed = v.safeParse(portsSchema, JSON.parse(text));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}

/** Remembers ports for the next start, beside those that other processes of the factory remember. */
export async function rememberPorts(
  home: FreeholdHome,
  ports: Readonly<Record<string, number>>,
): Promise<void> {
  const merged = { ...(await readPorts(home)), ...ports };
  await writeFileIfChanged(home.portsFile, `${JSON.stringify(merged, null, 2)}\n`, 0o600);
}

/**
 * Settles the ports of this process before anything listens: the one asked for; else the one used last time while it
 * is free; else a free one. The answer is remembered.
 *
 * @param asked Port by name; 0 means any.
 */
export async function settlePorts<Name extends string>(
  home: FreeholdHome,
  asked: Readonly<Record<Name, number>>,
  stillOurs: (name: Name, port: number) => boolean = () => false,
): Promise<Record<Name, number>> {
  const remembered = await readPorts(home);
  const names = Object.keys(asked) as Name[];
  const settled = {} as Record<Name, number>;
  const taken = new Set<number>();
  for (const name of names) {
    const last = remembered[name];
    if (asked[name] !== 0) settled[name] = asked[name];
    else if (last !== undefined && !taken.has(last) && (stillOurs(name, last) || (await isPortFree(last)))) {
      settled[name] = last;
    } else settled[name] = await freePort(taken);
    taken.add(settled[name]);
  }
  await rememberPorts(home, settled);
  return settled;
}
