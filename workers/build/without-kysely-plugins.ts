import type { Plugin } from 'esbuild';

/** What Kysely does with schemas of a database, which SQLite lacks. It alone needs the code that rewrites queries. */
const WITH_SCHEMA_PLUGIN = /[\\/]kysely[\\/]dist[\\/]plugin[\\/]with-schema[\\/]with-schema-plugin\.js$/;

const STAND_IN = `
export class WithSchemaPlugin {
  constructor() {
    throw new Error('withSchema() is left out of the Workers: D1 has no schemas');
  }
}`;

/**
 * Leaves Kysely's `withSchema()` out of a bundle: 24 KB that every query creator imports and that no Worker calls. The
 * method stays, and says so when it is called.
 */
export function withoutKyselyPlugins(): Plugin {
  return {
    name: 'without-kysely-plugins',
    setup(build) {
      build.onLoad({ filter: WITH_SCHEMA_PLUGIN }, () => ({ contents: STAND_IN, loader: 'js' }));
    },
  };
}
