/** Folders of the project and what their files may import. `npm run check` holds every file to it, and README.md says the same. */

/** A folder with rules for its imports. */
export interface Room {
  /** Path from the project's root. A file belongs to the deepest room that contains it. */
  readonly folder: string;
  /** Other rooms that its files may import, including the rooms below them. */
  readonly mayImport: readonly string[];
  /** Further rooms that its tests and test helpers may import. Default: none. */
  readonly testsMayImport?: readonly string[];
  /** Packages that its files, except tests, may import; `node:*` for Node's modules. Default: any. */
  readonly packages?: readonly string[];
}

/** Packages that may run in a Worker, which are uploaded with each account or with the platform. */
const edgePackages = [
  'client-zip',
  'ipaddr.js',
  'itty-router',
  'jose',
  'kysely',
  'p-limit',
  'swagger-ui-dist',
  'valibot',
];

/** Imports point to the left: schema ← workers ← infra ← engine ← automation, and system imports no room. */
export const rooms: readonly Room[] = [
  { folder: 'schema', mayImport: [], packages: ['valibot'], testsMayImport: ['schema'] },
  // Types only, for the query builders of the Workers.
  { folder: 'schema/model/kysely-types.ts', mayImport: ['schema'], packages: ['kysely', 'valibot'] },
  { folder: 'schema/migrate', mayImport: ['schema'] },
  { folder: 'schema/docs', mayImport: ['schema'] },
  { folder: 'schema/testing', mayImport: ['schema'] },

  { folder: 'workers', mayImport: [], packages: [] },
  {
    folder: 'workers/http',
    mayImport: ['schema'],
    packages: edgePackages,
    testsMayImport: ['workers', 'clients', 'system'],
  },
  {
    folder: 'workers/maintenance',
    mayImport: ['schema', 'workers/http'],
    packages: edgePackages,
    testsMayImport: ['workers', 'clients', 'system'],
  },
  {
    folder: 'workers/webhooks',
    mayImport: ['schema', 'workers/http', 'workers/maintenance'],
    packages: edgePackages,
    testsMayImport: ['workers', 'clients', 'system'],
  },
  {
    folder: 'workers/account',
    mayImport: ['schema', 'workers/http', 'workers/maintenance', 'workers/webhooks'],
    packages: edgePackages,
    testsMayImport: ['workers', 'clients', 'system'],
  },
  {
    folder: 'workers/platform',
    mayImport: ['schema', 'workers/http', 'workers/maintenance', 'workers/webhooks'],
    packages: edgePackages,
    testsMayImport: ['workers', 'clients', 'system'],
  },
  { folder: 'workers/build', mayImport: ['schema', 'workers', 'clients', 'system'] },
  { folder: 'workers/testing', mayImport: ['schema', 'workers', 'clients', 'system'] },

  { folder: 'infra', mayImport: ['schema', 'workers'] },
  { folder: 'system', mayImport: [] },
  { folder: 'toolchain', mayImport: ['system'] },
  { folder: 'provider', mayImport: ['schema', 'system'] },
  { folder: 'local', mayImport: ['schema', 'system'] },
  { folder: 'engine', mayImport: ['schema', 'workers', 'infra', 'system', 'toolchain'] },
  {
    folder: 'automation',
    mayImport: ['schema', 'workers', 'infra', 'engine', 'provider', 'system', 'toolchain'],
  },
  { folder: 'clients', mayImport: [], packages: ['openapi-fetch'] },
  { folder: 'supervisor', mayImport: ['system', 'toolchain'] },
  {
    folder: 'cli',
    mayImport: ['schema', 'clients', 'engine', 'supervisor', 'system', 'toolchain'],
  },
  { folder: 'bin', mayImport: ['toolchain'] },

  { folder: 'harness', mayImport: ['schema', 'infra', 'system'] },
  { folder: 'bench', mayImport: ['schema', 'workers', 'harness'] },
  {
    folder: 'test',
    mayImport: [
      ...['schema', 'workers', 'infra', 'engine', 'automation', 'provider', 'local'],
      ...['harness', 'clients', 'cli', 'supervisor', 'system', 'toolchain'],
    ],
  },
];

/** The room that a file is in; undefined for a file outside all rooms. */
export function roomOf(file: string): Room | undefined {
  const holding = rooms.filter(({ folder }) => file === folder || file.startsWith(`${folder}/`));
  return holding.reduce<Room | undefined>(
    (deepest, room) => (deepest === undefined || room.folder.length > deepest.folder.length ? room : deepest),
    undefined,
  );
}

/** Whether a file belongs to tests, so that no other file may import it. */
export function isTestSide(file: string): boolean {
  return (
    /\.test\.ts$|\/testing\/|^(?:test|harness|bench)\//.test(file) ||
    // Requests that the contract tests and the documents share.
    /^workers\/(?:account|platform)\/openapi\/[\w-]+\.ts$/.test(file)
  );
}
