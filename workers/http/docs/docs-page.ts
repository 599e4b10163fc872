import { DOCS_ASSETS_PATH } from './docs-assets-path.ts';

/**
 * The page that renders an API's OpenAPI document. It has no inline script: the platform's Worker serves the viewer
 * under `/docs-assets/` on every host that people use.
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

// The viewer draws its icons from data: URLs and uses no inline styles or scripts. It may call only this API.
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
