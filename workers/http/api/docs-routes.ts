import { docsPage } from '../docs/docs-page.ts';
import type { ApiRouter } from './api.ts';

/**
 * Adds `GET /openapi.json` and `GET /docs`. Both are open to anybody: they say how the API is used and nothing of
 * whose it is.
 *
 * @param document JSON text.
 */
export function addDocsRoutes<Bindings>(router: ApiRouter<Bindings>, title: string, document: string): void {
  router.get(
    '/openapi.json',
    () =>
      new Response(document, {
        headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' },
      }),
  );
  router.get('/docs', () => docsPage(title));
}
