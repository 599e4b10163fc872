import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { isAlive } from '../system/process-identity.ts';
import { connectProvider } from './testing/provider-client.ts';

type Plugin = ChildProcessByStdio<null, Readable, Readable>;

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const started: Plugin[] = [];

afterEach(() => {
  for (const plugin of started.splice(0)) plugin.kill('SIGKILL');
});

/** Starts the plugin as an engine does, with the engine's address after the launcher's arguments. */
function start(...args: readonly string[]): Plugin {
  const plugin = spawn(process.execPath, [main, ...args, '127.0.0.1:1'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(plugin);
  return plugin;
}

async function firstLine(stream: Readable): Promise<string> {
  const [line] = (await once(createInterface(stream), 'line')) as [string];
  return line;
}

describe('the plugin executable', () => {
  it.each(['cloudflare', 'freehold'])('prints the port where it serves %s', async (name) => {
    const port = Number(await firstLine(start('--package', name).stdout));
    const client = connectProvider(port, 'stack');
    expect(JSON.parse(await client.schema())).toMatchObject({ name });
    client.close();
  });

  it('ends when the engine cancels', async () => {
    const plugin = start('--package', 'freehold');
    const client = connectProvider(Number(await firstLine(plugin.stdout)), 'stack');
    const exit = once(plugin, 'exit');
    await client.cancel();
    client.close();
    expect(await exit).toEqual([0, null]);
  });

  it('ends when the engine that started it dies', async () => {
    const script = `
      const { spawn } = require('node:child_process');
      const plugin = spawn(process.execPath, [${JSON.stringify(main)}, '--package', 'freehold'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      plugin.stdout.once('data', () => process.stdout.write(plugin.pid + '\\n'));`;
    const engine = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    started.push(engine);
    const pid = Number(await firstLine(engine.stdout));
    engine.kill('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 5_000, interval: 50 }).toBe(false);
  });

  it('prints its usage when the launcher names no package', async () => {
    const plugin = start('--package', 'aws');
    const [[code], line] = await Promise.all([once(plugin, 'exit'), firstLine(plugin.stderr)]);
    expect(code).toBe(2);
    expect(line).toBe('usage: main.ts --package cloudflare|freehold [engine address]');
  });
});
