import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { projectRoot } from './project-root.ts';

/** What a factory runs from. */
const parts = [
  ...['automation', 'bin', 'cli', 'clients', 'engine', 'infra', 'local', 'provider', 'schema', 'supervisor'],
  ...[
    'system',
    'toolchain',
    'workers',
    'package.json',
    'package-lock.json',
    'Pulumi.yaml',
    'tsconfig.base.json',
  ],
];

/** A copy of the project that a test may edit. */
export interface ProjectCopy {
  readonly root: string;
  remove(): Promise<void>;
}

/** Copies the sources of the project, with its packages linked. */
export async function copyProject(): Promise<ProjectCopy> {
  const root = await mkdtemp(join(tmpdir(), 'freehold-project-'));
  await Promise.all(
    parts.map((part) =>
      cp(join(projectRoot, part), join(root, part), {
        recursive: true,
        filter: (path) => !relative(projectRoot, path).includes('node_modules'),
      }),
    ),
  );
  await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  return { root, remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }) };
}
