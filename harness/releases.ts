import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Factory } from './factory.ts';
import { projectRoot } from './project-root.ts';

interface ProjectFile {
  config: Record<string, { value: unknown }>;
}

/**
 * Makes the next `up` of every account upload a bundle that differs from today's by one comment.
 *
 * @returns The name of the release that it is: the first 16 hex digits of its sha256.
 */
export function replaceAccountBundle(factory: Factory): string {
  let release = '';
  editProject(factory, (project) => {
    const setting = project.config['factory:accountBundle'] as { value: { path: string; sha256: string } };
    const text = `${readFileSync(setting.value.path, 'utf8')}\n// next release\n`;
    const sha256 = createHash('sha256').update(text).digest('hex');
    release = sha256.slice(0, 16);
    const path = join(dirname(dirname(setting.value.path)), release, 'index.js');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    setting.value = { path, sha256 };
  });
  return release;
}

/**
 * Gives every account's next `up` the project's migrations as changed by `edit`, which gets the folder of the copy
 * and the file names in order.
 */
export function replaceAccountMigrations(
  factory: Factory,
  name: string,
  edit: (directory: string, files: readonly string[]) => void,
): void {
  const directory = join(factory.home, 'test-migrations', name);
  cpSync(join(projectRoot, 'schema/migrations/account'), directory, { recursive: true });
  edit(
    directory,
    readdirSync(directory)
      .filter((file) => file.endsWith('.sql'))
      .sort(),
  );
  useAccountMigrations(factory, directory);
}

/** Goes back to the project's own migrations. */
export function restoreAccountMigrations(factory: Factory): void {
  useAccountMigrations(factory, join(projectRoot, 'schema/migrations/account'));
}

function useAccountMigrations(factory: Factory, directory: string): void {
  editProject(factory, (project) => {
    project.config['factory:accountMigrations'] = { value: directory };
  });
}

function editProject(factory: Factory, edit: (project: ProjectFile) => void): void {
  const file = join(factory.home, 'workspace/Pulumi.yaml');
  const project = parse(readFileSync(file, 'utf8')) as ProjectFile;
  edit(project);
  writeFileSync(file, stringify(project));
}
