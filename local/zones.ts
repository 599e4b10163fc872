import { createHash } from 'node:crypto';

/** A DNS zone of the account. */
export interface Zone {
  /** 32 hexadecimal digits, the same for the same account and name. */
  readonly id: string;
  readonly name: string;
}

export function createZone(accountId: string, name: string): Zone {
  return { id: createHash('sha256').update(`${accountId}/${name}`).digest('hex').slice(0, 32), name };
}

/** The zone of a host; the longest matching name wins. */
export function findZone(zones: readonly Zone[], host: string): Zone | undefined {
  return [...zones]
    .sort((left, right) => right.name.length - left.name.length)
    .find((zone) => host === zone.name || host.endsWith(`.${zone.name}`));
}
