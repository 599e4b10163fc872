import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectName } from '../../schema/factory/names.ts';
import type { LockingCommandTools } from '../runner/locking-command.ts';
import { toFailure } from '../runner/pulumi-failure.ts';
import { openFileStates } from './file-states.ts';

describe('a file of a state that holds none', () => {
  let root: string;
  let file: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'freehold-states-'));
    const stacks = join(root, '.pulumi', 'stacks', projectName);
    await mkdir(stacks, { recursive: true });
    await writeFile(join(root, '.pulumi', 'meta.yaml'), 'version: 1\n');
    file = join(stacks, 'acc-1.json');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  // Pulumi is not asked: it reports such a file without its name.
  const states = () => openFileStates({} as LockingCommandTools, root);

  it.each([
    ['it is empty', ''],
    ['it is empty', '\n'],
    ['it is not JSON', '{"version":3,"check'],
  ])('is named with its copy and what to do: %s', async (reason, text) => {
    await writeFile(file, text);
    for (const ask of [states().ensure, states().exists, states().read]) {
      const error: unknown = await ask('acc-1').then(
        () => undefined,
        (thrown) => thrown,
      );
      expect(toFailure(error)).toMatchObject({ kind: 'refused' });
      const { message } = error as Error;
      expect(message).toContain(`the state of acc-1 is damaged (${reason}): ${file}. `);
      expect(message).toContain('acc-1.json.bak');
      expect(message).toContain('move the file away');
    }
  });

  it('is none any more once it is moved away', async () => {
    await writeFile(file, '');
    await rename(file, `${file}.damaged`);
    expect(await states().exists('acc-1')).toBe(false);
    await states().ensure('acc-1');
    expect(await states().exists('acc-1')).toBe(true);
  });
});
