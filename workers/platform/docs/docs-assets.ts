import styles from 'swagger-ui-dist/swagger-ui.css?gzip';
import bundle from 'swagger-ui-dist/swagger-ui-bundle.js?gzip';
import licences from 'swagger-ui-dist/swagger-ui-bundle.js.LICENSE.txt?gzip';
import { DOCS_ASSETS_PATH } from '../../http/docs/docs-assets-path.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import script from './docs.js?gzip';

interface Asset {
  readonly mediaType: string;
  /** Gzip in base64. */
  readonly packed: string;
}

const ASSETS = new Map<string, Asset>([
  ['swagger-ui-bundle.js', { mediaType: 'text/javascript; charset=utf-8', packed: bundle }],
  ['swagger-ui.css', { mediaType: 'text/css; charset=utf-8', packed: styles }],
  // The licence of the script refers to this file and requires it to be distributed with the script.
  ['swagger-ui-bundle.js.LICENSE.txt', { mediaType: 'text/plain; charset=utf-8', packed: licences }],
  ['docs.js', { mediaType: 'text/javascript; charset=utf-8', packed: script }],
]);

/**
 * `GET /docs-assets/{version}/{file}`: a file of the docs page, cacheable forever. A Worker of another release
 * than the platform's requests another version and is redirected to the one that is here.
 */
export function getDocsAsset(request: Request, version: string, file: string): Response | Refusal {
  const asset = ASSETS.get(file);
  if (asset === undefined) return refuse({ kind: 'route_not_found' });
  if (`/docs-assets/${version}` !== DOCS_ASSETS_PATH) {
    return new Response(null, { status: 302, headers: { location: `${DOCS_ASSETS_PATH}/${file}` } });
  }
  const bytes = Uint8Array.from(atob(asset.packed), (character) => character.charCodeAt(0));
  const headers = new Headers({
    'content-type': asset.mediaType,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  });
  if (!/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(request.headers.get('accept-encoding') ?? '')) {
    const body = new Response(bytes).body?.pipeThrough(new DecompressionStream('gzip')) ?? null;
    return new Response(body, { headers });
  }
  headers.set('content-encoding', 'gzip');
  return new Response(bytes, { headers, encodeBody: 'manual' });
}
