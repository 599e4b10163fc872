import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

const program = `
  import { surviveLostOutput } from ${JSON.stringify(import.meta.resolve('./lost-output.ts'))};
  import { createLogger } from ${JSON.stringify(import.meta.resolve('./logger.ts'))};
  if (process.argv[1] === 'survive') surviveLostOutput();
  const logger = createLogger();
  logger.info('first');
  setTimeout(() => { logger.info('second'); process.stderr.write('still here'); }, 50);
`;

/** Runs the program with a standard output that takes nothing. */
async function run(...args: readonly string[]) {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, ...args], {
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  const [said, [exitCode]] = await Promise.all([text(child.stderr as Readable), once(child, 'close')]);
  return { exitCode, said };
}

describe.skipIf(process.platform !== 'linux')('a process whose log is on a full disk', () => {
  it('goes on without it', async () => {
    expect(await run('survive')).toEqual({ exitCode: 0, said: 'still here' });
  });

  it('would end otherwise', async () => {
    expect((await run()).exitCode).not.toBe(0);
  });
});
