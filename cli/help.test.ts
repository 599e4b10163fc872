import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeFactory } from './testing/fake-factory.ts';

describe('the help of the command line', () => {
  const factory = new FakeFactory();
  beforeAll(() => factory.listen());
  afterAll(() => factory.close());

  /** The commands below a command, as its help lists them. */
  async function commandsBelow(path: string): Promise<readonly string[]> {
    const { stdout } = await factory.run(`${path} --help`);
    const [, list = ''] = stdout.split('\nCommands:\n');
    const names = [...list.matchAll(/^ {2}([a-z]+)\b/gm)].map(([, name]) => `${path} ${name}`.trim());
    return names.filter((name) => !name.endsWith('help'));
  }

  it('ends with examples for every command', async () => {
    const top = await commandsBelow('');
    expect(top).toEqual(expect.arrayContaining(['account', 'logs', 'open', 'completion']));
    expect(top).not.toContain('complete');
    for (const name of top) {
      const below = await commandsBelow(name);
      for (const leaf of below.length === 0 ? [name] : below) {
        const { stdout } = await factory.run(`${leaf} --help`);
        expect(stdout).toMatch(/\nExamples?:\n {2}\$ .*(freehold|npm start)/);
      }
    }
  });

  it('is found by help and the path of a command, too', async () => {
    const asked = await factory.run('account create --help');
    expect(await factory.run('help account create')).toEqual(asked);
    expect(asked.stdout).toContain('--owner <email>');
    expect((await factory.run('help account')).stdout).toContain('Usage: freehold account');
    expect(await factory.run('help')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await factory.run('help fly')).toMatchObject({ exitCode: 2 });
  });

  it('does not hide that there is no such command', async () => {
    expect(await factory.run('help account fly')).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('knows the version', async () => {
    expect(await factory.run('--version')).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: '',
    });
  });

  it('is not printed with --json: what is wrong is JSON', async () => {
    const { exitCode, stdout, stderr } = await factory.run('account list --status happy --json');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(JSON.parse(stderr)).toEqual({
      error: { exitCode: 2, message: expect.stringContaining("'happy' is invalid") },
    });
  });
});
