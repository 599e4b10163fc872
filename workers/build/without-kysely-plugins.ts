import type { Plugin } from 'esbuild';

/** Kysely's support for database schemas, which SQLite lacks. Only this module needs the query transformers. */
const WITH_SCHEMA_PLUGIN = /[\\/]kysely[\\/]dist[\\/]plugin[\\/]with-schema[\\/]with-schema-plugin\.js$/;

const STAND_IN = `
export class WithSchemaPlugin {
  constructor() {
    throw new Error('withSchema() is not available in the Workers: D1 has no schemas');
  }
}`;

/**
 * Removes Kysely's `withSchema()` from a bundle: 24 KB that every query creator imports and no Worker calls. The method
 * remains and throws.
 */
export function withoutKyselyPlugins(): Plugin {
  return {
    name: 'without-kysely-plugins',
    setup(build) {
      build.onLoad({ filter: WITH_SCHEMA_PLUGIN }, () => ({ contents: STAND_IN, loader: 'js' }));
    },
  };
}
