import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readTextFile, writeFileAtomically } from '../../system/write-file.ts';
import { parseRunRecord, type RunRecords } from './run-records.ts';

/** Keeps run records as files in one folder. Methods throw when the folder cannot be read or written. */
export function openFileRunRecords(directory: string): RunRecords {
  const fileOf = (stack: string) => join(directory, `${stack}.json`);
  return {
    async find(stack) {
      const text = await readTextFile(fileOf(stack));
      return text === undefined ? undefined : parseRunRecord(stack, text);
    },
    async write(record) {
      await writeFileAtomically(fileOf(record.stack), `${JSON.stringify(record)}\n`);
    },
    async remove(stack) {
      await rm(fileOf(stack), { force: true });
    },
    async stacks() {
      await mkdir(directory, { recursive: true });
      const files = await readdir(directory);
      return files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
    },
  };
}
