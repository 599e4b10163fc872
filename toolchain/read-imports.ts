import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as posix from 'node:path/posix';
import ts from 'typescript';

/** One import of a file: `import`, `export … from`, `import()`, of values or of types. */
export interface FileImport {
  /** The importing file, from the project's root. */
  readonly file: string;
  readonly line: number;
  /** The imported file, relative to the project's root, or package. */
  readonly target:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'package'; readonly name: string };
}

const SOURCE = /\.(?:ts|mts|js|mjs)$/;
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist']);

/** Every source file of the project, relative to its root, except hidden folders and files at the root. */
export function listSources(root: string): readonly string[] {
  const folders = readdirSync(root).filter(
    (name) => !name.startsWith('.') && !SKIPPED_FOLDERS.has(name) && statSync(join(root, name)).isDirectory(),
  );
  return folders.flatMap((folder) => listBelow(root, folder)).sort();
}

function listBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : listBelow(root, path);
    return SOURCE.test(entry.name) ? [path] : [];
  });
}

/** Reads the imports of a file. */
export function readImports(root: string, file: string): readonly FileImport[] {
  const text = readFileSync(join(root, file), 'utf8');
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => ({
    file,
    line: text.slice(0, pos).split('\n').length,
    target: fileName.startsWith('.')
      ? { kind: 'file', path: posix.join(posix.dirname(file), fileName) }
      : { kind: 'package', name: packageOf(fileName) },
  }));
}

/** `@pulumi/pulumi/proto/x.js` → `@pulumi/pulumi`; every module of Node → `node:*`. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:*';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
