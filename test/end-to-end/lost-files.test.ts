import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AccountAnswer,
  ADA,
  freehold,
  operationEnded,
  request,
  signUp,
  tokenFor,
} from '../../harness/client.ts';
import { runCommand } from '../../harness/command.ts';
import { Factory } from '../../harness/factory.ts';
import { projectRoot } from '../../harness/project-root.ts';
import { stepsOfOneScenario } from '../../harness/scenario.ts';
import { projectName } from '../../schema/factory/names.ts';

describe('a home that has lost a file', { timeout: 120_000 }, () => {
  stepsOfOneScenario();
  const factory = new Factory();
  let account: AccountAnswer;
  const stateOf = (stack: string) =>
    join(factory.home, 'state', '.pulumi', 'stacks', projectName, `${stack}.json`);
  const clients = async () => {
    const token = await tokenFor(factory, ADA, { account: 'harbourvale' });
    return { url: `${factory.endpoints.edge}/a/harbourvale/v1/clients`, token };
  };

  beforeAll(async () => {
    await factory.start();
    const ada = await tokenFor(factory, ADA);
    const signedUp = await signUp(factory, ada, 'harbourvale');
    account = signedUp.body.account;
    await operationEnded(factory, ada, signedUp.body.operation.id);
    const { url, token } = await clients();
    const added = await request(url, {
      method: 'POST',
      token,
      body: { lastName: 'Kept' },
    });
    expect(added.status, added.text).toBe(201);
  }, 120_000);
  afterAll(() => factory.remove());

  it('fails an operation with the name of a damaged state', async () => {
    writeFileSync(stateOf(account.id), '');
    writeFileSync(stateOf('platform'), '{"version":3,');
    for (const [command, stack] of [
      ['account up harbourvale', account.id],
      ['platform up', 'platform'],
    ] as const) {
      const failed = await freehold(factory, ...command.split(' '));
      expect(failed.exitCode, command).toBe(1);
      expect(failed.stdout + failed.stderr).toContain(stateOf(stack));
      expect(failed.stdout + failed.stderr).toContain('.json.bak');
    }
  });

  it('adopts everything of a stack, with its data, once the damaged state is moved away', async () => {
    for (const [command, stack] of [
      ['account up harbourvale', account.id],
      ['platform up', 'platform'],
    ] as const) {
      renameSync(stateOf(stack), `${stateOf(stack)}.damaged`);
      const up = await freehold(factory, ...command.split(' '));
      expect(up.exitCode, up.stdout + up.stderr).toBe(0);
    }
    const { url, token } = await clients();
    const listed = await request<{ items: { lastName: string }[] }>(url, { token });
    expect(listed.body.items).toMatchObject([{ lastName: 'Kept' }]);
  });

  it('does not start without its secrets, says so, and makes no others', async () => {
    await factory.stop();
    const secrets = join(factory.home, 'secrets.json');
    renameSync(secrets, `${secrets}.away`);
    await expect(factory.start()).rejects.toThrow(`${secrets} is missing, but `);
    expect(existsSync(secrets)).toBe(false);
    renameSync(`${secrets}.away`, secrets);
  });

  it("does not start without the platform's key, which the documents read from the platform's stack", async () => {
    const file = join(factory.home, 'platform-signing-key.json');
    const key = JSON.parse(readFileSync(file, 'utf8'));
    rmSync(file);
    await expect(factory.start()).rejects.toThrow(`${file} is missing: restore it`);
    expect(existsSync(file)).toBe(false);

    const document = readFileSync(join(projectRoot, 'docs', 'state-backends.md'), 'utf8');
    const commands = document.match(/^ {4}\S.*$/gm)?.join('\n') ?? '';
    const { exitCode, stderr } = await runCommand('bash', ['-euc', commands], {
      cwd: factory.home,
      env: factory.environment,
    });
    expect(exitCode, stderr).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(key);
    await factory.start();
    const { url, token } = await clients();
    expect((await request(url, { token })).status).toBe(200);
  });
});
