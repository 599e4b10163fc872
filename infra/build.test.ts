import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram, buildReleaseProgram } from './build.ts';

describe('buildProgram', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'freehold-program-'));
    await symlink(fileURLToPath(new URL('../node_modules', import.meta.url)), join(folder, 'node_modules'));
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await writeFile(join(folder, 'index.js'), (await buildProgram()).code);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('makes an ES module whose one export is the program', async () => {
    const module: object = await import(pathToFileURL(join(folder, 'index.js')).href);
    expect(Object.keys(module)).toEqual(['default']);
    expect(module).toHaveProperty('default', expect.any(Function));
  });

  it("leaves Pulumi's packages outside", async () => {
    const text = await readFile(join(folder, 'index.js'), 'utf8');
    expect(text).toMatch(/from\s*"@pulumi\/pulumi"/);
    expect(text.length).toBeLessThan(300_000);
  });
});

describe('buildReleaseProgram', () => {
  it('makes a module with the program of the release, which depends on no path of this machine', async () => {
    const { code, sha256 } = await buildReleaseProgram();
    const text = Buffer.from(code).toString('utf8');
    expect(text).toMatch(/export\s*\{\s*factoryProgram\s*\}/);
    expect(text).toMatch(/from\s*"@pulumi\/pulumi"/);
    expect(text).not.toMatch(/node_modules/);
    expect((await buildReleaseProgram()).sha256).toBe(sha256);
  });
});
