import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorker, type WorkerBundle } from './build-worker.ts';

/**
 * Maximum size of an account's code. Registry, collections and documents alone were 62 KB; search, audit, bulk, privacy
 * and webhooks added the rest, 4 KB of it the address ranges of ipaddr.js; foldings, CSV dialects, file types and the
 * conditions of writes another 8 KB. The platform allows 64 MiB, so this only makes
 * growth visible.
 */
const ACCOUNT_GZIP_BYTES_MAX = 120 * 1024;

/** Maximum size of the OpenAPI document, which is text and not parsed when the Worker starts. */
const DOCUMENT_GZIP_BYTES_MAX = 34 * 1024;

describe('buildWorker', () => {
  let folder: string;
  let bundle: WorkerBundle;
  const entry = resolve(import.meta.dirname, '../account/index.ts');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'freehold-build-'));
    bundle = await buildWorker({ entry, outDir: join(folder, 'account') });
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('names a bundle by the sha256 of its bytes', async () => {
    const bytes = await readFile(bundle.path);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(bundle.sha256);
    expect(bundle.path).toBe(join(folder, 'account', bundle.sha256.slice(0, 16), 'index.js'));
    expect(bundle.sizeBytes).toBe(bytes.byteLength);
  });

  it('keeps the bundle of an account small', async () => {
    const code = await buildWorker({ entry, outDir: join(folder, 'code'), withoutAssets: true });
    expect(code.gzipBytes).toBeLessThanOrEqual(ACCOUNT_GZIP_BYTES_MAX);
    expect(bundle.gzipBytes - code.gzipBytes).toBeLessThanOrEqual(DOCUMENT_GZIP_BYTES_MAX);
  });

  it('leaves out the part of Kysely that the Workers do not call', async () => {
    const { sources } = JSON.parse(await readFile(`${bundle.path}.map`, 'utf8')) as {
      sources: readonly string[];
    };
    const ofKysely = sources.filter((source) => source.includes('node_modules/kysely/'));
    expect(ofKysely.length).toBeGreaterThan(50);
    // Fails when a release of Kysely moves these elements: see `withoutKyselyPlugins()`.
    expect(ofKysely.filter((source) => /transformer|introspector|schema-module|driver/.test(source))).toEqual(
      [],
    );
    expect(await readFile(bundle.path, 'utf8')).toContain('D1 has no schemas');
  });

  it('keeps the source map separate and does not refer to it', async () => {
    const code = await readFile(bundle.path, 'utf8');
    expect(code).not.toContain('sourceMappingURL');
    const map = JSON.parse(await readFile(`${bundle.path}.map`, 'utf8')) as { sources: readonly string[] };
    expect(map.sources.some((source) => source.endsWith('workers/account/index.ts'))).toBe(true);
  });

  it('contains nothing about the machine it was built on', async () => {
    const code = await readFile(bundle.path, 'utf8');
    expect(code).not.toContain(resolve(import.meta.dirname, '../..'));
    expect(await readFile(`${bundle.path}.map`, 'utf8')).not.toContain(resolve(import.meta.dirname, '../..'));
  });

  it('builds the same bytes again, and does not rewrite an existing bundle', async () => {
    const again = await buildWorker({ entry, outDir: join(folder, 'account') });
    expect(again).toEqual(bundle);
    expect(await readdir(join(folder, 'account'))).toHaveLength(1);
    expect(await readdir(dirname(bundle.path))).toEqual(['index.js', 'index.js.map']);
  });

  it('builds the same bytes from the same sources in another folder', async () => {
    const here = join(folder, 'here');
    await mkdir(here);
    await writeFile(join(here, 'common.cjs'), 'module.exports = { name: __filename ?? "none" };');
    await writeFile(
      join(here, 'index.ts'),
      "import common from './common.cjs';\nexport default { fetch: (): Response => new Response(common.name) };",
    );
    const there = join(folder, 'deeper', 'there');
    await cp(here, there, { recursive: true });
    const [first, second] = await Promise.all(
      [here, there].map((root) =>
        buildWorker({ entry: join(root, 'index.ts'), outDir: join(root, 'out'), root }),
      ),
    );
    expect(first?.sha256).toBe(second?.sha256);
  });

  it('fails with the location of an error in the sources', async () => {
    const broken = join(folder, 'broken.ts');
    await writeFile(broken, "import { nothing } from './nowhere.ts';\nexport default nothing;");
    await expect(buildWorker({ entry: broken, outDir: folder, root: folder })).rejects.toThrow(
      /broken\.ts:1/,
    );
  });
});
