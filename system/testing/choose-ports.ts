import { holdAnyPort } from '../hold-port.ts';

/** A free port of loopback for each name, for servers that need their port in advance. */
export async function choosePorts<Name extends string>(
  names: readonly Name[],
): Promise<Readonly<Record<Name, number>>> {
  const held = await Promise.all(names.map(async (name) => [name, await holdAnyPort()] as const));
  await Promise.all(held.map(([, { release }]) => release()));
  return Object.fromEntries(held.map(([name, { port }]) => [name, port])) as Record<Name, number>;
}
