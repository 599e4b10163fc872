import { logFailure } from '../api/log-failure.ts';
import { type Refusal, refuse } from '../problems/refusal.ts';

/** Cache lifetime of a file from another release than the one requested. */
const OTHER_RELEASE_CACHE_CONTROL = 'public, max-age=300';

/** Time limit for the start of the platform's response. */
const TIMEOUT_MS = 10_000;

/** A requested file and its origin. */
interface PlatformAsset {
  /** Public zone: the platform's Worker serves its apex host. */
  readonly zone: string;
  /** Last part of `DOCS_ASSETS_PATH`. */
  readonly version: string;
  readonly file: string;
  readonly traceparent: string;
}

/**
 * `GET /docs-assets/{version}/{file}` at an account Worker's own host: proxies the file from the platform's Worker.
 * The docs page thus loads everything from its own origin, and accounts do not bundle the viewer.
 *
 * @returns 404 for a malformed path, 502 when the platform does not serve the file.
 */
export async function getPlatformAsset(asset: PlatformAsset): Promise<Response | Refusal> {
  const { zone, version, file, traceparent } = asset;
  if (!/^[0-9a-f]{12}$/.test(version) || !/^[\w-]+(?:\.[\w-]+)+$/.test(file))
    return refuse({ kind: 'route_not_found' });
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(`https://${zone}/docs-assets/${version}/${file}`, {
      headers: { traceparent },
      signal,
    });
    if (answer.status === 404) return refuse({ kind: 'route_not_found' });
    if (!answer.ok) return unreachable;
    const kept = new Response(answer.body, answer);
    if (answer.redirected) kept.headers.set('cache-control', OTHER_RELEASE_CACHE_CONTROL);
    return kept;
  } catch (error) {
    logFailure(error, { method: 'GET', route: '/docs-assets/:version/:file', traceparent });
    return unreachable;
  }
}

const unreachable = refuse({
  kind: 'own',
  code: 'platform-unreachable',
  status: 502,
  title: 'The platform did not serve the file',
  detail: 'Repeat the request after a moment.',
});
