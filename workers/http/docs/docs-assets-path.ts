/**
 * Where the platform's Worker serves the files of the docs page. The last part is the first 12 hex digits of their
 * sha256, so browsers may cache them indefinitely; a test reports the new value when a file has changed.
 */
export const DOCS_ASSETS_PATH = '/docs-assets/3058c8cd5e68';
