import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readJsonFile, readJsonFileOrNone } from './read-json-file.ts';

const schema = v.object({
  name: v.string(),
  secret: v.pipe(v.string(), v.startsWith('whsec_')),
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]+$/, 'must be hex digits')),
});

describe('readJsonFile', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'freehold-json-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const file = () => join(folder, 'file.json');

  it('reads a value by its schema', async () => {
    const value = { name: 'one', secret: 'whsec_x', key: '0f' };
    await writeFile(file(), JSON.stringify(value));
    expect(await readJsonFile(file(), schema)).toEqual({ kind: 'read', value });
  });

  it('distinguishes a missing file from a damaged one', async () => {
    expect(await readJsonFile(file(), schema)).toEqual({ kind: 'missing' });
    await writeFile(file(), '{"name": ');
    expect(await readJsonFile(file(), schema)).toEqual({ kind: 'damaged', reason: 'it is not JSON' });
    expect(await readJsonFileOrNone(file(), schema)).toBeUndefined();
  });

  it('names every wrong field and quotes no value', async () => {
    await writeFile(file(), JSON.stringify({ name: 7, secret: 'hunter2', key: 'hunter3' }));
    expect(await readJsonFile(file(), schema)).toEqual({
      kind: 'damaged',
      reason: 'name: expected string; secret: expected "whsec_"; key: must be hex digits',
    });
  });

  it('throws when the path is not a file', async () => {
    await expect(readJsonFile(folder, schema)).rejects.toThrow('EISDIR');
  });
});
