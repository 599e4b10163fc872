import { defaultRegion, type Region, regions } from '../schema/factory/settings.ts';

/**
 * Jurisdiction of a region's data: D1 with its replicas, R2 with its objects. Cloudflare enforces it, and it cannot be
 * changed.
 */
export function jurisdictionOf(region: Region): string {
  return regions[region].jurisdiction;
}

/** Jurisdiction of the registry. */
export const platformRegion: Region = defaultRegion;
