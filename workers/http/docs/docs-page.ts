import { DOCS_ASSETS_PATH } from './docs-assets-path.ts';

/**
 * The page that shows an API's OpenAPI document to people. It has no script of its own: the viewer comes from the
 * platform's Worker, which answers below `/docs-assets/` on every host that people use.
 */
export function docsPage(title: string): Response {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${DOCS_ASSETS_PATH}/swagger-ui.css">
<script src="${DOCS_ASSETS_PATH}/swagger-ui-bundle.js" defer></script>
<script src="${DOCS_ASSETS_PATH}/docs.js" defer></script>
</head>
<body>
<main id="docs"><h1>${title}</h1><p>The document is at <a href="openapi.json">openapi.json</a>.</p></main>
</body>
</html>
`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'content-security-policy': CONTENT_SECURITY_POLICY,
    },
  });
}

// The viewer draws its icons from data: URLs and sets no inline styles or scripts. It may ask this API alone.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
