import { isFailure } from '../engine/provider-failure.ts';

/** How far Cloudflare's clock may be behind ours. */
const clockSkewMs = 5 * 60_000;

/**
 * Finds the resource that a lost attempt at creating it has left behind.
 *
 * A create whose answer was lost is sent again, and the service then says that the name is taken. It is taken
 * by ourselves if the resource is no older than the lost attempt. An older one is somebody's data, which no
 * create may take over: for that there is `import`.
 *
 * @param error What the last attempt threw.
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
