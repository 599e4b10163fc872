import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, freehold, operationEnded, request, signUp, tokenFor } from '../../harness/client.ts';
import { runCommand } from '../../harness/command.ts';
import { Factory } from '../../harness/factory.ts';
import { callsSoFar } from '../../harness/faults.ts';
import { copyProject, type ProjectCopy } from '../../harness/project-copy.ts';
import { currentRelease } from '../../harness/releases.ts';

/** Rolling out a change takes a second or two; a busy machine needs longer. */
const servedWithin = { timeout: 60_000, interval: 50 };

/** A minimal table, with one field. */
const notesModel = `import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { line } from '../../model/fields.ts';

/** A note of a person. */
export const notes = defineTable({
  name: 'notes',
  collection: 'notes',
  tier: 'account',
  idPrefix: 'nte',
  describes: 'A note of a person.',
  body: v.strictObject({ title: line(160) }),
  columns: [{ name: 'title', path: 'title', type: 'text', filters: ['eq'] }],
  example: { title: 'Call back on Monday' },
});
`;

describe('npm start -- --watch', { timeout: 180_000 }, () => {
  let copy: ProjectCopy;
  let factory: Factory;
  let accountId: string;
  let firstRelease: string;

  beforeAll(async () => {
    copy = await copyProject();
    factory = new Factory(undefined, copy.root);
    await factory.start({}, ['--watch']);
    const signedUp = await signUp(factory, await tokenFor(factory, ADA), 'harbourvale');
    const ended = await operationEnded(factory, await tokenFor(factory, ADA), signedUp.body.operation.id);
    expect(ended.status, ended.reason).toBe('succeeded');
    accountId = signedUp.body.account.id;
    firstRelease = await currentRelease(factory);
  }, 240_000);
  afterAll(async () => {
    await factory.remove();
    await copy.remove();
  });

  const said = () => readFile(join(factory.home, 'supervisor.log'), 'utf8');
  const edit = async (file: string, change: (text: string) => string) => {
    const path = join(copy.root, file);
    await writeFile(path, change(await readFile(path, 'utf8')));
  };
  const releaseOf = async (): Promise<unknown> => {
    const shown = await freehold(factory, 'account', 'show', accountId, '--json');
    return (JSON.parse(shown.stdout) as { release: string }).release;
  };
  const platformRelease = async (): Promise<unknown> => {
    const shown = await freehold(factory, 'platform', 'show', '--json');
    return (JSON.parse(shown.stdout) as { deployed: { release: string } }).deployed.release;
  };

  it('serves saved code from the first firm and the platform, and reports it in one line', async () => {
    await expect.poll(said, servedWithin).toContain('watching schema, workers, infra\n');
    await edit('workers/http/api/health.ts', (text) => text.replace("status: 'ok'", "status: 'alive'"));
    for (const path of ['/a/harbourvale/livez', '/livez'])
      await expect
        .poll(async () => (await request(`${factory.endpoints.edge}${path}`)).body, servedWithin)
        .toMatchObject({ status: 'alive' });
    await expect
      .poll(said, servedWithin)
      .toMatch(/^release [0-9a-f]{16}: harbourvale has it .*\(built in .*\)$/m);
    const release = await currentRelease(factory);
    expect(release).not.toBe(firstRelease);
    expect(await releaseOf()).toBe(release);
    expect(await platformRelease()).toBe(release);
    const operator = await tokenFor(factory, 'operator@freehold.example', { role: 'operator' });
    const names = async () => {
      const releases = `${factory.endpoints.platform}/v1/releases`;
      const { body } = await request<{ items: { name: string }[] }>(releases, { token: operator });
      return body.items.map(({ name }) => name);
    };
    await expect.poll(names, servedWithin).toEqual(expect.arrayContaining([firstRelease, release]));
  });

  it('reports sources that do not build in one line, and rolls nothing out', async () => {
    const before = await currentRelease(factory);
    const good = await readFile(join(copy.root, 'workers/http/api/health.ts'), 'utf8');
    await edit('workers/http/api/health.ts', (text) => `${text}\nconst = 1;\n`);
    await expect
      .poll(said, servedWithin)
      .toMatch(
        /^the sources do not build: workers\/http\/api\/health\.ts:\d+:\d+: .*nothing is rolled out$/m,
      );
    await edit('workers/http/api/health.ts', () => good);
    expect(await currentRelease(factory)).toBe(before);
    expect(await releaseOf()).toBe(before);
  });

  it('reports a migration that was edited after its release, and rolls nothing out', async () => {
    const before = await currentRelease(factory);
    const file = 'schema/migrations/account/0001_initial.sql';
    const good = await readFile(join(copy.root, file), 'utf8');
    await appendFile(join(copy.root, file), '-- as it should have been\n');
    await expect
      .poll(said, servedWithin)
      .toMatch(/^migration 0001_initial of the account database was edited .*; nothing is rolled out$/m);
    await edit(file, () => good);
    expect(await releaseOf()).toBe(before);
  });

  it('serves a table that was added as the README says', async () => {
    await writeFile(join(copy.root, 'schema/account/tables/notes.ts'), notesModel);
    await edit('schema/account/tables.ts', (text) =>
      text
        .replace('import { users }', "import { notes } from './tables/notes.ts';\nimport { users }")
        .replace('  contactIndividuals,\n', '  contactIndividuals,\n  notes,\n'),
    );
    await expect
      .poll(said, servedWithin)
      .toMatch(
        /^the models of the account database have changes without a migration: npm run migration:new/m,
      );
    const written = await runCommand(
      process.execPath,
      ['schema/migrate/new.ts', '--tier', 'account', '--name', 'add_notes'],
      { cwd: copy.root, env: factory.environment },
    );
    expect(written.exitCode, written.stderr).toBe(0);

    const token = await tokenFor(factory, ADA, { account: 'harbourvale' });
    const notes = `${factory.endpoints.edge}/a/harbourvale/v1/notes`;
    await expect.poll(async () => (await request(notes, { token })).status, servedWithin).toBe(200);
    const created = await request(notes, {
      method: 'POST',
      token,
      headers: { 'idempotency-key': 'first-note' },
      body: { title: 'Served within seconds' },
    });
    expect(created.status, created.text).toBe(201);
    await expect
      .poll(async () => (await currentRelease(factory)) === (await releaseOf()), servedWithin)
      .toBe(true);
  });

  it('is what deploys a change: a later start deploys nothing, even when the sources have changed', async () => {
    const release = await currentRelease(factory);
    await factory.stop();
    await edit('workers/http/api/health.ts', (text) => text.replace("status: 'alive'", "status: 'changed'"));
    await factory.start();
    const calls = await callsSoFar(factory);
    for (const path of ['/a/harbourvale/livez', '/livez'])
      expect((await request(`${factory.endpoints.edge}${path}`)).body).toMatchObject({ status: 'alive' });
    expect(calls).toBe(0);
    expect(await currentRelease(factory)).toBe(release);
    expect(await platformRelease()).toBe(release);
    const listed = await freehold(factory, 'release', 'list', '--json');
    expect((JSON.parse(listed.stdout) as { name: string }[])[0]?.name).toBe(release);
  });

  it('deploys a release on request, first the platform and then an account', async () => {
    const created = await freehold(factory, 'release', 'create', '--json');
    const { name } = JSON.parse(created.stdout) as { name: string };
    const before = await releaseOf();
    const up = await freehold(factory, 'platform', 'up', '--release', name);
    expect(up.exitCode, up.stderr).toBe(0);
    expect((await request(`${factory.endpoints.edge}/livez`)).body).toMatchObject({ status: 'changed' });
    expect(await releaseOf()).toBe(before);
    const account = await freehold(factory, 'account', 'up', 'harbourvale', '--release', name);
    expect(account.exitCode, account.stderr).toBe(0);
    expect(await releaseOf()).toBe(name);
    // Without --release it gets the current release, which is the previous one.
    const back = await freehold(factory, 'account', 'up', 'harbourvale');
    expect(back.exitCode, back.stderr).toBe(0);
    expect(await releaseOf()).toBe(before);
  });
});
