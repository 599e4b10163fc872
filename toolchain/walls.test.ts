import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrokenWalls } from './find-broken-walls.ts';
import { listSources } from './read-imports.ts';
import { roomOf, rooms } from './walls.ts';

const project = join(import.meta.dirname, '..');

/** A project with the real toolchain and only the files that a test writes. */
function createProject() {
  const root = mkdtempSync(join(tmpdir(), 'freehold-walls-'));
  const toolchain = listSources(project).filter((file) => /^toolchain\/.*(?<!\.test)\.ts$/.test(file));
  mkdirSync(join(root, 'toolchain'));
  for (const file of toolchain) cpSync(join(project, file), join(root, file));
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  return {
    root,
    write(file: string, text: string) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    },
    /** `npm run check -- walls` there. */
    check() {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(root, 'toolchain', 'run-checks.ts'), 'walls'],
        { encoding: 'utf8' },
      );
      return { status, stdout, faults: stderr.split('\n') };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** A file that must not exist, what it imports, and why it may not. */
const wrong: readonly (readonly [file: string, text: string, fault: RegExp])[] = [
  [
    'schema/model/a.ts',
    "import '../../workers/http/x.ts';",
    /imports workers\/http\/x\.ts: schema may import no other room/,
  ],
  ['schema/account/a.ts', "export * from '../migrate/x.ts';", /imports schema\/migrate\/x\.ts: schema may/],
  [
    'schema/factory/a.ts',
    "import { join } from 'node:path';",
    /imports node:\*: schema may import only the packages valibot/,
  ],
  ['schema/platform/a.ts', "import type { Kysely } from 'kysely';", /imports kysely: schema may/],
  [
    'workers/http/a.ts',
    "import '../account/x.ts';",
    /imports workers\/account\/x\.ts: workers\/http may import only schema/,
  ],
  [
    'workers/account/deep/a.ts',
    "import '../../platform/x.ts';",
    /workers\/account may import only schema, workers\/http/,
  ],
  [
    'workers/account/b.ts',
    "import * as pulumi from '@pulumi/pulumi';",
    /imports @pulumi\/pulumi: workers\/account may/,
  ],
  [
    'workers/platform/a.ts',
    "export const load = () => import('node:fs/promises');",
    /imports node:\*: workers\/platform/,
  ],
  [
    'workers/platform/b.ts',
    "import type { Server } from '@grpc/grpc-js';",
    /imports @grpc\/grpc-js: workers\/platform/,
  ],
  ['workers/webhooks/a.ts', "import { Miniflare } from 'miniflare';", /imports miniflare: workers\/webhooks/],
  ['workers/webhooks/b.ts', "import '../../system/x.ts';", /imports system\/x\.ts: workers\/webhooks/],
  ['infra/a.ts', "import '../engine/x.ts';", /imports engine\/x\.ts: infra may import only schema, workers/],
  ['engine/a.ts', "import '../automation/x.ts';", /imports automation\/x\.ts: engine may/],
  [
    'provider/a.ts',
    "import '../infra/x.ts';",
    /imports infra\/x\.ts: provider may import only schema, system/,
  ],
  ['local/a.ts', "import '../workers/http/x.ts';", /imports workers\/http\/x\.ts: local may/],
  [
    'system/a.ts',
    "import '../schema/model/x.ts';",
    /imports schema\/model\/x\.ts: system may import no other room/,
  ],
  ['toolchain/a.ts', "import '../engine/x.ts';", /imports engine\/x\.ts: toolchain may import only system/],
  ['supervisor/a.ts', "import '../cli/x.ts';", /imports cli\/x\.ts: supervisor may/],
  ['cli/a.ts', "import '../automation/x.ts';", /imports automation\/x\.ts: cli may/],
  [
    'clients/typescript/a.ts',
    "import 'valibot';",
    /imports valibot: clients may import only the packages openapi-fetch/,
  ],
  [
    'automation/a.ts',
    "import './testing/x.ts';",
    /imports automation\/testing\/x\.ts: only tests may import/,
  ],
  [
    'automation/b.ts',
    "import '../test/service/x.ts';",
    /imports test\/service\/x\.ts: only tests may import/,
  ],
  ['elsewhere/a.ts', '', /is in no room: give its folder one in toolchain\/walls\.ts/],
];

describe('the walls between the rooms', () => {
  it('hold: no import of the project crosses one', () => {
    expect(findBrokenWalls(project)).toEqual([]);
  }, 60_000);

  describe('in a project where every file is wrong', () => {
    const made = createProject();
    let checked: ReturnType<typeof made.check>;
    beforeAll(() => {
      for (const [file, text] of wrong) made.write(file, `\n${text}\n`);
      checked = made.check();
    }, 60_000);
    afterAll(() => made.remove());

    it('make `npm run check` fail', () => {
      expect(checked.status).toBe(1);
      expect(checked.stdout).toMatch(/^FAIL walls/m);
    });

    it.each(wrong)('stop %s: %s', (file, text, fault) => {
      const line = text === '' ? file : `${file}:2`;
      expect(checked.faults.filter((found) => found.startsWith(line))).toEqual([
        expect.stringMatching(fault),
      ]);
    });
  });

  it('allow what is permitted', () => {
    const made = createProject();
    made.write('engine/a.ts', "import '../infra/x.ts';\nimport '../package.json';\nimport 'node:fs';\n");
    made.write(
      'workers/account/a.ts',
      "import 'kysely';\nimport '../http/x.ts';\nimport './openapi.json?raw';\n",
    );
    made.write(
      'workers/account/a.test.ts',
      "import 'node:fs';\nimport '../testing/x.ts';\nimport '../../system/x.ts';\n",
    );
    expect(made.check()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^ok {3}walls/m) });
    made.remove();
  }, 60_000);
});

describe('the TypeScript projects of the rooms', () => {
  const readConfig = (file: string) =>
    ts.readConfigFile(join(project, file), ts.sys.readFile).config as {
      readonly references?: readonly { readonly path: string }[];
    };
  const all = (readConfig('tsconfig.json').references ?? []).map(({ path }) =>
    path.endsWith('.json') ? path : `${path}/tsconfig.json`,
  );
  const topOf = (path: string) => path.split('/')[0] ?? '';

  it('are one for each room with sources', () => {
    const withProject = new Set(all.map(topOf));
    const top = new Set(rooms.map(({ folder }) => topOf(folder)));
    // A plain launcher that runs before anything can be compiled.
    top.delete('bin');
    expect([...withProject].sort()).toEqual([...top].sort());
  });

  it.each(all)('refer to no more than the walls allow: %s', (config) => {
    const folder = config === 'workers/tsconfig.node.json' ? 'workers/build' : topOf(config);
    const allowed = folder === 'workers' ? roomOf('workers/account/x.ts') : roomOf(`${folder}/x.ts`);
    const referred = (readConfig(config).references ?? []).map(({ path }) =>
      topOf(ts.sys.resolvePath(join(project, dirname(config), path)).slice(project.length + 1)),
    );
    const others = referred.filter((name) => name !== topOf(folder));
    const may = (allowed?.mayImport ?? []).map(topOf);
    expect(others.filter((name) => !may.includes(name))).toEqual([]);
  });

  it('do not compile a forbidden import', () => {
    const made = createProject();
    cpSync(join(project, 'tsconfig.base.json'), join(made.root, 'tsconfig.base.json'));
    mkdirSync(join(made.root, 'schema', 'model'), { recursive: true });
    cpSync(join(project, 'schema', 'tsconfig.json'), join(made.root, 'schema', 'tsconfig.json'));
    made.write('workers/http/route.ts', 'export const route = 1;\n');
    made.write('schema/model/wrong.ts', "export { route } from '../../workers/http/route.ts';\n");
    const tsc = join(project, 'node_modules', 'typescript', 'bin', 'tsc');
    const compiled = spawnSync(process.execPath, [tsc, '-p', join(made.root, 'schema')], {
      encoding: 'utf8',
    });
    made.remove();
    expect(compiled.status).not.toBe(0);
    expect(compiled.stdout).toMatch(/schema\/model\/wrong\.ts.*error TS6307.*workers\/http\/route\.ts/s);
  }, 60_000);
});

describe('the map in the README', () => {
  it('says of each room what it may import', () => {
    const readme = readFileSync(join(project, 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `([a-z]+)\/` +\| ([a-z, ]*?) *\|/gm)];
    const said = Object.fromEntries(
      rows.filter(([, , may]) => may !== '').map(([, folder = '', may = '']) => [folder, may]),
    );
    const top = [...new Set(rooms.map(({ folder }) => folder.split('/')[0] ?? ''))];
    const mapped = top.filter((folder) => !['bin', 'bench', 'test'].includes(folder));
    expect(said).toEqual(Object.fromEntries(mapped.map((folder) => [folder, whatMayImport(folder)])));
  });

  /** The rooms that a room may import, without the build and test folders inside it. */
  function whatMayImport(folder: string): string {
    const within = rooms.filter(
      (room) => room.folder.startsWith(`${folder}/`) && room.packages !== undefined,
    );
    const own = rooms.filter((room) => room.folder === folder);
    const others = [...own, ...within]
      .flatMap(({ mayImport }) => mayImport.map((name) => name.split('/')[0]))
      .filter((name) => name !== folder);
    return others.length === 0 ? 'nothing' : [...new Set(others)].join(', ');
  }
});
