import { docsPage } from '../docs/docs-page.ts';
import type { ApiRouter } from './api.ts';

/**
 * Adds `GET /openapi.json` and `GET /docs`. Both are public: they describe the API and contain nothing about the
 * account.
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
