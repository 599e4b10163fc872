import { logFailure } from '../api/log-failure.ts';
import { type Refusal, refuse } from '../problems/refusal.ts';

/** How long a browser keeps a file that came in place of the one it asked for, which another release has. */
const OTHER_RELEASE_CACHE_CONTROL = 'public, max-age=300';

/** How long the platform may take to begin its answer. */
const TIMEOUT_MS = 10_000;

/** Which file, and for whom. */
interface PlatformAsset {
  /** Zone that people use: the platform's Worker answers at its own host. */
  readonly zone: string;
  /** Last part of `DOCS_ASSETS_PATH`. */
  readonly version: string;
  readonly file: string;
  readonly traceparent: string;
}

/**
 * `GET /docs-assets/{version}/{file}` at the own host of an account's Worker: the file as the platform's Worker has it.
 * The page thereby loads from its own origin alone, and no account has to carry the viewer.
 *
 * @returns 404 for what cannot be such a file, 502 when the platform does not give it.
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
  title: 'The platform does not give the file',
  detail: 'Repeat the request after a moment.',
});
