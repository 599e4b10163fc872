/**
 * Workers runtime that every bundle is built and tested for. Raise it together with miniflare and wrangler,
 * and run all tests.
 */
export const compatibilityDate = '2026-07-28';

/** File name of the one ES module of a bundle. */
export const mainModule = 'index.js';
