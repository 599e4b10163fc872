import { glob, readFile } from 'node:fs/promises';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { operationKindNames } from '../../schema/factory/operation-kinds.ts';
import { projectRoot } from '../../system/home/home.ts';

const rooms =
  'schema,workers,infra,provider,system,engine,automation,cli,supervisor,local,toolchain,harness,bin';

/** Files that may contain the name of a kind: the entry of each, and its own stages. */
const ofKinds = ['schema/factory/operation-kinds.ts', 'automation/accounts/*-stages.ts'];

/** The same words with another meaning, by file. */
const otherWords: Readonly<Record<string, string>> = {
  'automation/progress/resource-steps.ts': 'refresh is what the engine does to a resource',
  'engine/runner/pulumi-run.ts': 'refresh is a command of pulumi',
  'engine/runner/run-records.ts': 'refresh is a command of pulumi',
  'schema/factory/hop-by-hop-headers.ts': 'upgrade is a header of HTTP',
  'workers/platform/routing/forward-to-account.ts': 'upgrade is a header of HTTP',
  'workers/platform/accounts/accounts.openapi.ts': 'the example of a request',
};

/** Product files, as paths from the root of the project. */
async function productFiles(): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const file of glob(`{${rooms}}/**/*.{ts,mjs}`, { cwd: projectRoot })) files.push(file);
  const isForTests = (file: string) =>
    /\.test\.ts$|(?:^|\/)(?:testing|node_modules|dist)\/|\/openapi\/good-requests\.ts$/.test(file);
  return files.filter((file) => !isForTests(file)).sort();
}

/** Whether the code of a file, without its comments, contains a text that is exactly the name of a kind. */
async function spellsKind(file: string): Promise<boolean> {
  const text = await readFile(`${projectRoot}/${file}`, 'utf8');
  if (!operationKindNames.some((kind) => text.includes(kind))) return false;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const names: readonly string[] = operationKindNames;
  const visit = (node: ts.Node): boolean =>
    (ts.isStringLiteralLike(node) && names.includes(node.text)) || (ts.forEachChild(node, visit) ?? false);
  return visit(source);
}

describe('the kinds of operation', () => {
  it('are named in their entries and their stages, and nowhere else', async () => {
    const files = await productFiles();
    const own: string[] = [];
    for await (const file of glob(ofKinds, { cwd: projectRoot })) own.push(file);
    expect(files).toEqual(expect.arrayContaining(own));
    const spelling: string[] = [];
    for (const file of files) {
      if (!own.includes(file) && (await spellsKind(file))) spelling.push(file);
    }
    expect(spelling).toEqual(Object.keys(otherWords).sort());
  });

  it.each(operationKindNames)('have one file of stages each: %s', async (kind) => {
    const { createStages } = await import(`../../automation/accounts/${kind}-stages.ts`);
    expect(createStages).toBeTypeOf('function');
  });
});
