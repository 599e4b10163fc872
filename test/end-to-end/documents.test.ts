import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, operationEnded, request, signUp, tokenFor } from '../../harness/client.ts';
import {
  jsonIn,
  type RunBlock,
  runDocuments,
  type ShellBlock,
  shellBlocks,
} from '../../harness/documented-commands.ts';
import { Factory } from '../../harness/factory.ts';
import { projectRoot } from '../../harness/project-root.ts';

describe('the commands in the documents', { timeout: 240_000 }, () => {
  const factory = new Factory();
  let ada: string;

  beforeAll(async () => {
    await factory.start();
    // The first firm of `npm start`, with two clients.
    ada = await tokenFor(factory, ADA);
    const { body } = await signUp(factory, ada, 'harbourvale', 'Harbour Vale Wealth');
    expect((await operationEnded(factory, ada, body.operation.id)).status).toBe('succeeded');
    const token = await tokenFor(factory, ADA, { account: 'harbourvale' });
    for (const lastName of ['Bell', 'Beckett', 'Ashdown']) {
      const clients = `${factory.endpoints.edge}/a/harbourvale/v1/clients`;
      const created = await request(clients, { method: 'POST', token, body: { lastName } });
      expect(created.status, created.text).toBe(201);
    }
  });
  afterAll(() => factory.remove());

  it('are run here, except those that start or check the project', () => {
    const documents = readdirSync(join(projectRoot, 'docs')).filter((file) => file.endsWith('.md'));
    const blocks = ['README.md', ...documents.map((file) => `docs/${file}`)].flatMap(shellBlocks);
    // One needs a table that a reader has added; the others name a release that a reader has made.
    const isOwn = ({ document, commands }: ShellBlock) =>
      commands.includes('/v1/<name>') || document === 'docs/releases.md';
    const notRun = blocks.filter((block) => !block.isRun && !isOwn(block));
    const others = notRun.flatMap(({ commands }) => commands.trim().split('\n'));
    expect(others.filter((command) => !/^npm (start|test|run)\b/.test(command))).toEqual([]);
    expect(new Set(blocks.filter(({ isRun }) => isRun).map(({ document }) => document))).toEqual(
      new Set(['README.md', 'docs/bulk.md', 'docs/first-calls.md', 'docs/webhooks.md']),
    );
  });

  it('of the README sign up a firm, change it and offboard it', async () => {
    const [me, cli, http, byHand] = await runDocuments(factory, ['README.md']);
    expect(jsonIn(me as RunBlock)).toMatchObject([{ user: { email: ADA, status: 'active' } }]);
    expect(cli?.stdout).toMatch(/^millbrook\s.*\bactive\b/m);
    expect(cli?.stdout).toMatch(/provision succeeded in \d+\.\d+ s, 6 API calls/);
    for (const kind of ['provision', 'upgrade', 'suspend', 'resume'])
      expect(cli?.stdout).toMatch(new RegExp(`^op-\\S+\\s+${kind}\\s+succeeded`, 'm'));
    expect(cli?.stdout).toMatch(/offboard succeeded/);
    expect(http?.stdout).toMatch(/provision succeeded/);
    expect(byHand?.stdout).toMatch(/\d+ unchanged/);
    expect(byHand?.stdout).not.toMatch(/to (create|update|replace|delete)/);
    const listed = await request<{ items: { slug: string; status: string }[] }>(
      `${factory.endpoints.platform}/v1/accounts`,
      { token: ada },
    );
    expect(listed.body.items.toSorted((a, b) => a.slug.localeCompare(b.slug))).toMatchObject([
      { slug: 'harbourvale' },
      { slug: 'millbrook', status: 'active' },
    ]);
  });

  it('of the first calls, imports and webhooks respond as the documents say', async () => {
    const blocks = await runDocuments(factory, ['docs/first-calls.md', 'docs/bulk.md', 'docs/webhooks.md']);
    const [who, people, rows, list, documents, imported, exported, webhook, operators] = blocks as [
      RunBlock,
      RunBlock,
      RunBlock,
      RunBlock,
      RunBlock,
      RunBlock,
      RunBlock,
      RunBlock,
      RunBlock,
    ];
    const [me] = jsonIn(who);
    expect(me).toMatchObject({
      user: { email: ADA },
      permissions: expect.arrayContaining(['account:admin']),
    });
    expect(JSON.stringify(me)).toMatch(/"verbs":.*"hiddenFields":/);

    const [groups, invited] = jsonIn(people);
    expect((groups as { items: { name: string }[] }).items.map(({ name }) => name).sort()).toEqual([
      'Administrators',
      'Advisers',
      'Caseworkers',
      'Read-only',
    ]);
    expect(invited).toMatchObject({ email: 'ben@harbourvale.example', status: 'invited' });

    expect(rows.stdout).toMatch(/^etag: "1"\r?$/im);
    const [created, patched, household] = jsonIn(rows);
    expect(created).toMatchObject({ lastName: 'Beech', version: 1 });
    expect(patched).toMatchObject({ id: created?.id, firstName: 'Tom', version: 2 });
    expect(household).toMatchObject({ client: { id: created?.id }, linkedClients: [] });

    const [found] = jsonIn(list);
    expect(found).toMatchObject({ count: { rows: 2, isExact: true }, nextCursor: null });
    expect(found?.items).toEqual(
      ['Bell', 'Beckett'].map((lastName) => ({
        ...{ id: expect.stringMatching(/^cli-/), version: 1, lastName },
        status: expect.any(String),
      })),
    );

    const [uploaded] = jsonIn(documents);
    expect(uploaded).toMatchObject({ mediaType: 'application/pdf', contentVersion: 1 });
    expect(jsonIn(imported).at(-1)).toMatchObject({ summary: { created: 1, complete: true } });
    expect(exported.stdout).toMatch(/^id,.*,lastName,/);
    for (const made of [webhook, operators])
      expect(jsonIn(made)).toMatchObject([{ secret: expect.stringMatching(/^whsec_/) }]);

    const clients = `${factory.endpoints.edge}/a/harbourvale/v1/clients`;
    const gone = await request(`${clients}/${created?.id}`, {
      token: await tokenFor(factory, ADA, { account: 'harbourvale' }),
    });
    expect(gone.status).toBe(404);
  });

  it('print tokens that are valid for one API, and for invited people', async () => {
    const me = `${factory.endpoints.edge}/a/harbourvale/v1/me`;
    expect((await request(me, { token: ada })).status).toBe(401);
    const ben = await tokenFor(factory, 'ben@harbourvale.example', { account: 'harbourvale' });
    expect((await request(me, { token: ben })).body).toMatchObject({ user: { status: 'active' } });
    const stranger = await tokenFor(factory, 'eve@elsewhere.example', { account: 'harbourvale' });
    expect((await request(me, { token: stranger })).status).toBe(403);
  });
});
