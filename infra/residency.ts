import { defaultRegion, type Region, regions } from '../schema/factory/settings.ts';

/**
 * Where data of a region rests: D1 with its replicas, R2 with its objects. Cloudflare enforces it, and it is for life.
 */
export function jurisdictionOf(region: Region): string {
  return regions[region].jurisdiction;
}

/** Where the registry rests. */
export const platformRegion: Region = defaultRegion;
