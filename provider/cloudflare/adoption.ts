import { isFailure } from '../engine/provider-failure.ts';

/** Tolerated clock difference between Cloudflare and this machine. */
const clockSkewMs = 5 * 60_000;

/**
 * Finds the resource that was created by an attempt whose answer was lost.
 *
 * The retry is refused because the name is taken. A resource that is not older than the lost attempt was created by
 * it. An older one belongs to someone else; only `import` may adopt it.
 *
 * @param error The error of the last attempt.
 * @param find Looks the resource up by its name.
 * @param createdAt Reads the time of creation, ISO 8601.
 * @returns The resource. Throws `error` when it is not ours.
 */
export async function adoptAfterLostAnswer<Resource>(
  error: unknown,
  find: () => Promise<Resource | undefined>,
  createdAt: (resource: Resource) => unknown,
): Promise<Resource> {
  if (
    !isFailure(error, 'api_refused') ||
    error.reason.lostSinceMs === undefined ||
    error.reason.status >= 500
  ) {
    throw error;
  }
  const found = await find();
  if (found === undefined) throw error;
  const createdAtMs = Date.parse(String(createdAt(found)));
  if (!(createdAtMs >= error.reason.lostSinceMs - clockSkewMs)) throw error;
  return found;
}
