import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = dirname(import.meta.dirname);

/** Folders without the project's sources. */
const FOREIGN = new Set(['node_modules', '.git', '.freehold', '.tsbuild', 'dist', 'coverage']);

/** Paths in documents that are examples, or that a running factory creates. */
const EXAMPLE = /^\.freehold\/|\/notes\.ts$/;

/** Names in comments that are examples, such as of a migration or a file `x.ts`. */
const EXAMPLE_NAME = /^\d{4}_(?:name|add_notes)\.sql$|(?:^|\/)x\.ts$/;

const files = listFiles('');
const folders = new Set(files.flatMap(parentsOf));
/** Every file, by all suffixes of its path: `schema/model/ids.ts`, `model/ids.ts`, `ids.ts`. */
const pathEnds = new Set(
  files.flatMap((file) => [file, ...parentsOf(file).map((parent) => file.slice(parent.length + 1))]),
);

function listFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !FOREIGN.has(name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? listFiles(path) : [path];
    });
}

function parentsOf(file: string): readonly string[] {
  const parent = posix.dirname(file);
  return parent === '.' ? [] : [...parentsOf(parent), parent];
}

function exists(path: string): boolean {
  return files.includes(path) || folders.has(path.replace(/\/$/, ''));
}

/** Targets of relative links in a document, as paths from the root. */
function linksOf(document: string, text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^(?:[a-z]+:|#)/.test(target))
    .map((target) => posix.join(posix.dirname(document), target.replace(/#.*$/, '')));
}

/** Paths of files in code spans of a document. */
function pathsOf(text: string): readonly string[] {
  return [...text.matchAll(/`([\w./-]+\/[\w.-]+\.(?:ts|mjs|js|md|sql|json|yaml))`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !EXAMPLE.test(path));
}

/** Names of source files and documents in the comments of a source file. */
function namesInComments(text: string): readonly string[] {
  const comments = text
    .split('\n')
    .map((line) => (/^\s*(?:\/\/|\/?\*)/.test(line) ? line : (/\s\/\/ .*$/.exec(line)?.[0] ?? '')));
  return [
    ...comments.join('\n').matchAll(/(?<![\w/.*<>-])((?:[\w.-]+\/)*[\w-][\w.-]*\.(?:ts|mjs|md|sql))\b/g),
  ]
    .map(([, name = '']) => name)
    .filter((name) => !EXAMPLE_NAME.test(name));
}

describe('the files that are named', () => {
  const documents = files.filter((file) => file.endsWith('.md'));
  const sources = files.filter((file) => /\.(?:ts|mjs|js)$/.test(file) && !/-api\.ts$/.test(file));

  it.each(documents)('in %s exist', (document) => {
    const text = readFileSync(join(root, document), 'utf8');
    const broken = linksOf(document, text).filter((path) => !exists(path));
    const unknown = pathsOf(text).filter(
      (path) => !pathEnds.has(path) && !exists(posix.join(posix.dirname(document), path)),
    );
    expect([...broken, ...unknown]).toEqual([]);
  });

  it('in the comments of sources exist', () => {
    const unknown = sources.flatMap((file) =>
      namesInComments(readFileSync(join(root, file), 'utf8'))
        .filter((name) => !pathEnds.has(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('are missed when they do not exist', () => {
    expect(linksOf('docs/a.md', 'see [b](../c/b.md#part) and [d](https://d.example)')).toEqual(['c/b.md']);
    expect(exists('c/b.md')).toBe(false);
    expect(pathsOf('`schema/nowhere.ts` and `npm test`')).toEqual(['schema/nowhere.ts']);
    expect(namesInComments("// See nowhere.test.ts.\nimport './other.ts';")).toEqual(['nowhere.test.ts']);
  });
});
