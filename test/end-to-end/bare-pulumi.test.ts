import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AccountAnswer,
  ADA,
  cloudInventory,
  operationEnded,
  request,
  signUp,
  startOperation,
  tokenFor,
} from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';
import { injectFault } from '../../harness/faults.ts';
import { projectRoot } from '../../harness/project-root.ts';
import { barePulumi } from '../../harness/pulumi.ts';
import { currentRelease, replaceAccountBundle, replaceAccountMigrations } from '../../harness/releases.ts';

// Each test continues with the account of the previous one.
describe('a plain pulumi up in the root of a checkout', { timeout: 180_000 }, () => {
  const factory = new Factory();
  let before: Record<string, readonly string[]>;
  let ada: string;
  let operator: string;
  /** Set up by the service alone, for comparison. */
  let served: AccountAnswer;
  /** Set up by `pulumi up`. */
  let bare: AccountAnswer;

  beforeAll(async () => {
    await factory.start();
    before = await cloudInventory(factory);
    ada = await tokenFor(factory, ADA);
    operator = await tokenFor(factory, 'operator@freehold.example', { role: 'operator' });
    const signedUp = await signUp(factory, ada, 'served');
    await operationEnded(factory, ada, signedUp.body.operation.id);
    served = await accountOf('served');
  }, 180_000);
  afterAll(() => factory.remove());

  const pulumi = async (...args: readonly string[]): Promise<string> => {
    const result = await barePulumi(factory, args, projectRoot);
    expect(result.exitCode, result.stdout + result.stderr).toBe(0);
    return result.stdout;
  };
  const choose = (release: string) => pulumi('config', 'set', 'factory:release', release, '--stack', bare.id);

  async function accountOf(account: string): Promise<AccountAnswer> {
    const answer = await request<AccountAnswer>(`${factory.endpoints.platform}/v1/accounts/${account}`, {
      token: operator,
    });
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  }

  /** The service finds nothing to do after a `pulumi up` that did what the service does. */
  async function expectNothingToDo(): Promise<void> {
    const started = await startOperation(factory, operator, bare.id, { kind: 'upgrade' });
    const upgraded = await operationEnded(factory, operator, started.body.operation.id);
    expect(upgraded, upgraded.reason).toMatchObject({ status: 'succeeded', apiCalls: 0 });
  }

  it('creates an account as the service does', async () => {
    await injectFault(factory, {
      match: { method: 'POST', pathPattern: '/d1/database$' },
      effect: 'before',
      action: 'status',
      status: 400,
      times: 1,
    });
    const signedUp = await signUp(factory, ada, 'bare-firm');
    const failed = await operationEnded(factory, ada, signedUp.body.operation.id);
    expect(failed.status).toBe('failed');
    bare = signedUp.body.account;
    expect(await pulumi('up', '--yes', '--stack', bare.id)).toMatch(/\d+ created/);

    bare = await accountOf('bare-firm');
    expect(bare.status).toBe('active');
    expect(Object.keys(bare).sort()).toEqual(Object.keys(served).sort());
    expect(bare).toMatchObject({ release: await currentRelease(factory) });
    const token = await tokenFor(factory, ADA, { account: 'bare-firm' });
    const clients = await request(`${factory.endpoints.edge}/a/bare-firm/v1/clients`, { token });
    expect(clients.status, clients.text).toBe(200);
    await expectNothingToDo();
  });

  it('changes nothing in an account and a platform that the service has deployed', async () => {
    for (const stack of [served.id, 'platform']) {
      const shown = await pulumi('up', '--yes', '--stack', stack);
      expect(shown).toMatch(/\d+ unchanged/);
      expect(shown).not.toMatch(/\d+ (created|updated|replaced|deleted)/);
    }
  });

  it('uploads the code of the stack’s release, and the registry names that release', async () => {
    const release = await replaceAccountBundle(factory);
    await choose(release);
    expect(await pulumi('up', '--yes', '--stack', bare.id)).toMatch(/2 updated/);
    expect(await accountOf('bare-firm')).toMatchObject({ status: 'active', release });
    const live = await request(`${factory.endpoints.edge}/a/bare-firm/livez`);
    expect(live.body).toMatchObject({ release });
    await expectNothingToDo();
  });

  it('applies the migrations of the release, before its code', async () => {
    const release = await replaceAccountMigrations(factory, (directory, files) => {
      const number = String(files.length + 1).padStart(4, '0');
      return writeFile(join(directory, `${number}_bare.sql`), 'CREATE TABLE bare (id TEXT PRIMARY KEY);\n');
    });
    await choose(release);
    expect(await pulumi('up', '--yes', '--stack', bare.id)).toMatch(/3 updated/);
    expect(await accountOf('bare-firm')).toMatchObject({ status: 'active', release });
    expect(await pulumi('stack', 'output', 'latestMigration', '--stack', bare.id)).toMatch(/_bare$/m);
    await expectNothingToDo();
  });

  it('says what to do when the stack’s release is missing, and changes nothing', async () => {
    await choose('f'.repeat(16));
    const refused = await barePulumi(factory, ['up', '--yes', '--stack', bare.id], projectRoot);
    expect(refused.exitCode).not.toBe(0);
    expect(refused.stdout + refused.stderr).toContain(`there is no release ${'f'.repeat(16)}`);
    // The service writes the release of an upgrade into the stack itself.
    await expectNothingToDo();
  });

  it('and pulumi destroy delete an account that is offboarded, and leave nothing for the service to delete', async () => {
    const leave = await barePulumi(factory, ['destroy', '--yes', '--stack', bare.id], projectRoot);
    expect(leave.exitCode, 'an account that does not leave is protected').not.toBe(0);
    await pulumi('config', 'set', 'factory:offboarding', 'true', '--stack', bare.id);
    await pulumi('up', '--yes', '--stack', bare.id);
    await pulumi('destroy', '--yes', '--stack', bare.id);
    expect((await accountOf(bare.id)).status).toBe('offboarding');

    for (const { id, slug } of [bare, served]) {
      const started = await startOperation(factory, operator, id, { kind: 'offboard', confirm: slug });
      const ended = await operationEnded(factory, operator, started.body.operation.id);
      expect(ended.status, ended.reason).toBe('succeeded');
      expect((await accountOf(id)).status).toBe('offboarded');
    }
    expect(await cloudInventory(factory)).toEqual(before);
  });
});
