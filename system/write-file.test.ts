import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileAtomically, writeFileAtomically, writeFileIfChanged } from './write-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'freehold-write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

describe('writeFileAtomically', () => {
  it('creates the folders of a new file and sets its permissions', async () => {
    const path = join(folder, 'deep', 'secret');
    const umask = process.umask(0o077);
    try {
      await writeFileAtomically(path, 'text', 0o755);
    } finally {
      process.umask(umask);
    }
    expect(await readFile(path, 'utf8')).toBe('text');
    expect(await modeOf(path)).toBe(0o755);
  });

  it('never shows a partial text to a reader', async () => {
    const path = join(folder, 'file');
    const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(300_000));
    await writeFileAtomically(path, texts[0] ?? '');
    let writing = true;
    const seen = (async () => {
      const read: string[] = [];
      while (writing) read.push(await readFile(path, 'utf8'));
      return read;
    })();
    for (const text of texts) await writeFileAtomically(path, text);
    writing = false;
    expect((await seen).every((text) => texts.includes(text))).toBe(true);
  });

  it('leaves neither a partial nor a temporary file when it fails', async () => {
    const path = join(folder, 'is-a-folder');
    await mkdir(join(path, 'full'), { recursive: true });
    await expect(writeFileAtomically(path, 'text')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['is-a-folder']);
  });
});

describe('createFileAtomically', () => {
  it('lets one of several writers create the file', async () => {
    const path = join(folder, 'key');
    const made = await Promise.all(['one', 'two', 'three'].map((text) => createFileAtomically(path, text)));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(['one', 'two', 'three'][made.indexOf(true)]).toBe(await readFile(path, 'utf8'));
    expect(await readdir(folder)).toEqual(['key']);
  });
});

describe('writeFileIfChanged', () => {
  it('does not write a file that has the text already', async () => {
    const path = join(folder, 'file');
    await writeFile(path, 'same');
    const { ino } = await stat(path);
    expect(await writeFileIfChanged(path, 'same')).toBe(false);
    expect((await stat(path)).ino).toBe(ino);
    expect(await writeFileIfChanged(path, 'other')).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('other');
  });
});
