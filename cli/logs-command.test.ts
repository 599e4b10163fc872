import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeFactory } from './testing/fake-factory.ts';

describe('freehold logs', () => {
  const factory = new FakeFactory();
  let logs: string;
  beforeAll(async () => {
    await factory.listen();
    expect(await factory.run('logs')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('npm start'),
    });
    logs = join(factory.home, 'logs');
    mkdirSync(join(logs, 'pulumi'), { recursive: true });
    writeFileSync(join(logs, 'automation.log'), 'one\ntwo\nthree\n');
    writeFileSync(join(logs, 'restate.log'), 'begins\nincomplete');
    writeFileSync(join(logs, 'pulumi', 'acc-1.log'), 'up\n');
  });
  afterAll(() => factory.close());

  it('shows the last lines of every part, and whose they are', async () => {
    expect((await factory.run('logs -n 2')).stdout).toBe(
      'automation: two\nautomation: three\nrestate: begins\n',
    );
  });

  it('shows one part alone, that of a stack too', async () => {
    expect((await factory.run('logs automation')).stdout).toBe('one\ntwo\nthree\n');
    expect((await factory.run('logs pulumi/acc-1')).stdout).toBe('up\n');
  });

  it('names the parts when there is none of this name', async () => {
    const { exitCode, stderr } = await factory.run('logs nobody');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('there are: automation, pulumi/acc-1, restate');
  });

  it('goes on with complete lines until Ctrl-C, in a file that is begun again, too', async () => {
    const path = join(logs, 'local-cloud.log');
    writeFileSync(path, 'old\n');
    const controller = new AbortController();
    const happens = [
      () => appendFileSync(path, 'a £ in '),
      () => appendFileSync(path, 'a line\n'),
      () => writeFileSync(path, 'new\n'),
      () => controller.abort(),
    ];
    const { stdout, exitCode } = await factory.run('logs local-cloud --follow', {
      untilInterrupted: (work) => work(controller.signal),
      wait: async () => happens.shift()?.(),
    });
    expect({ stdout, exitCode }).toEqual({ stdout: 'old\na £ in a line\nnew\n', exitCode: 0 });
  });
});
