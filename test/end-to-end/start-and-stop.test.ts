import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ADA, freehold, operationEnded, request, signUp, tokenFor } from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';
import { descendantsOf } from '../../harness/processes.ts';
import { previewChanges } from '../../harness/pulumi.ts';
import { stepsOfOneScenario } from '../../harness/scenario.ts';
import { holdPort } from '../../system/hold-port.ts';
import { listProcesses } from '../../system/process-list.ts';

describe('npm start -- --headless', { timeout: 120_000 }, () => {
  stepsOfOneScenario();
  const folder = mkdtempSync(join(tmpdir(), 'freehold-test-'));
  // Each of these characters means something else in a URL, in a shell, in YAML or in TOML, and the path is longer than
  // that of a socket may be.
  const home = join(folder, 'long-'.repeat(30), `it's "1" #2 50%25 ?a=b;c&d $HOME %2F -`);
  mkdirSync(home, { recursive: true });
  const factory = new Factory(home);
  afterAll(async () => {
    await factory.remove();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  let signedUpId: string;

  it('writes the endpoints for scripts, on loopback and readable by the owner only', async () => {
    await factory.start();
    const file = join(factory.home, 'endpoints.json');
    expect(statSync(file).mode & 0o077).toBe(0);
    const endpoints = JSON.parse(readFileSync(file, 'utf8'));
    for (const name of ['edge', 'platform', 'automation', 'cloudflareApi', 'issuer']) {
      expect(new URL(endpoints[name]).hostname, name).toBe('127.0.0.1');
    }
    expect(endpoints.restate).toMatch(/^unix:\//);
    const socket = statSync(endpoints.restate.slice('unix:'.length));
    expect(socket.isSocket()).toBe(true);
    expect(endpoints.cloudflareApi).toMatch(/\/client\/v4$/);
    expect(endpoints.cloudflareApiToken).toMatch(/^[0-9A-Za-z\-_]{40,80}$/);
  });

  it('stops with code 0 on request and leaves no process behind', async () => {
    const pids = descendantsOf(factory.pid).map((entry) => entry.pid);
    expect(pids.length).toBeGreaterThanOrEqual(3);
    expect(await factory.stop()).toBe(0);
    const alive = listProcesses().filter(
      (entry) => pids.includes(entry.pid) || entry.command.includes(factory.home),
    );
    expect(alive).toEqual([]);
    expect(existsSync(join(factory.home, 'endpoints.json'))).toBe(false);
  });

  it('continues with the same accounts and data at the next start', async () => {
    await factory.start();
    const ada = await tokenFor(factory, ADA);
    const signedUp = await signUp(factory, ada, 'harbourvale');
    signedUpId = signedUp.body.account.id;
    await operationEnded(factory, ada, signedUp.body.operation.id);
    const before = factory.endpoints;
    await factory.stop();
    await factory.start();
    expect(factory.endpoints).toEqual(before);
    const token = await tokenFor(factory, ADA, { account: 'harbourvale' });
    const answer = await request(`${factory.endpoints.edge}/a/harbourvale/v1/clients`, { token });
    expect(answer.status, answer.text).toBe(200);
  });

  it('continues after its Restate has been killed', async () => {
    const config = join(factory.home, 'restate', 'restate.toml');
    const restates = () => listProcesses().filter(({ command }) => command.includes(config));
    const [killed] = restates();
    process.kill(killed?.pid ?? 0, 'SIGKILL');
    await expect
      .poll(() => restates().filter(({ pid }) => pid !== killed?.pid), { timeout: 60_000 })
      .toHaveLength(1);
    const ada = await tokenFor(factory, ADA);
    const signedUp = await signUp(factory, ada, 'after-restate');
    const ended = await operationEnded(factory, ada, signedUp.body.operation.id);
    expect(ended.status).toBe('succeeded');
  });

  it('leads a plain pulumi to its stacks, and keeps all its files in its home, whatever that is called', async () => {
    expect(await previewChanges(factory, signedUpId)).toEqual({});
    expect(readdirSync(folder)).toEqual(['long-'.repeat(30)]);
    expect(readdirSync(join(home, '..'))).toHaveLength(1);
    expect(existsSync(join(home, 'state', '.pulumi', 'meta.yaml'))).toBe(true);
  });

  it('serves its firms with the tokens of before and of now when other programs have all its ports', async () => {
    const tokens = [await tokenFor(factory, ADA, { account: 'harbourvale' })];
    const before = factory.endpoints;
    await factory.stop();
    const ports: number[] = Object.values(JSON.parse(readFileSync(join(factory.home, 'ports.json'), 'utf8')));
    const others = await Promise.all(ports.map((port) => holdPort(port)));
    expect(others).toHaveLength(5);
    try {
      await factory.start();
      for (const name of ['edge', 'automation', 'cloudflareApi', 'issuer'] as const)
        expect(factory.endpoints[name], name).not.toBe(before[name]);
      tokens.push(await tokenFor(factory, ADA, { account: 'harbourvale' }));
      for (const token of tokens) {
        const answer = await request(`${factory.endpoints.edge}/a/harbourvale/v1/clients`, { token });
        expect(answer.status, answer.text).toBe(200);
      }
    } finally {
      await Promise.all(others.map((other) => other?.release()));
    }
  });

  it('starts whole again after it was killed outright', async () => {
    const pid = factory.pid;
    process.kill(pid, 'SIGKILL');
    await factory.stop();
    await factory.start();
    const ada = await tokenFor(factory, ADA);
    const list = await request<{ items: { slug: string }[] }>(`${factory.endpoints.platform}/v1/accounts`, {
      token: ada,
    });
    expect(list.body.items.map((account) => account.slug)).toEqual(['harbourvale', 'after-restate']);
  });

  it('reports failures by its exit code, with the reason on stderr', async () => {
    const unknown = await freehold(factory, 'account', 'show', 'nobody');
    expect(unknown).toMatchObject({ exitCode: 1, stdout: '' });
    expect(unknown.stderr).toContain('nobody');
    const usage = await freehold(factory, 'account', 'create');
    expect(usage.exitCode).toBe(2);
    const listed = await freehold(factory, 'account', 'list', '--json');
    expect(listed.exitCode, listed.stderr).toBe(0);
    const doctor = await freehold(factory, 'doctor');
    expect(doctor.exitCode, doctor.stdout).toBe(0);
  });
});
