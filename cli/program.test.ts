import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operationKindNames, operationKinds } from '../schema/factory/operation-kinds.ts';
import { freeholdHome } from '../system/home/home.ts';
import { FakeFactory } from './testing/fake-factory.ts';
import { answerProblem } from './testing/fake-platform.ts';

const account = {
  id: 'acc-1',
  name: 'Harbour & Vale',
  slug: 'harbour-vale',
  status: 'provisioning',
  plan: 'standard',
  region: 'eu',
  createdAt: '2026-01-01T00:00:00.000Z',
  url: 'http://127.0.0.1:8780/a/harbour-vale',
};
const operation = {
  id: 'op-1',
  kind: 'provision',
  accountId: 'acc-1',
  status: 'queued',
  steps: [],
  apiCalls: 0,
};
const step = {
  name: 'database',
  status: 'succeeded',
  startedAt: '2026-01-01T00:00:00.000Z',
  endedAt: '2026-01-01T00:00:00.310Z',
  detail: 'created',
};

describe('freehold', () => {
  const fake = new FakeFactory();
  const { folder } = fake;
  const run = fake.run.bind(fake);

  beforeAll(() => fake.listen());
  afterEach(() => fake.clear());
  afterAll(() => fake.close());

  function operationEndsAs(status: string, reason?: string): void {
    fake.answers['GET /v1/operations/op-1/events'] = (_, response) => {
      const ended = { ...operation, status, steps: [step], apiCalls: 6, reason };
      response.writeHead(200).end(`event: operation\nid: 2\ndata: ${JSON.stringify(ended)}\n\n`);
    };
    fake.answers['GET /v1/accounts/acc-1'] = () => ({ ...account, status: 'active' });
  }

  describe('exit codes', () => {
    it.each([
      'fly',
      'account create',
      'token',
      'token --email nobody',
      'env --format xml',
      'account create X --plan gold',
      'account list --status happy',
      'account suspend harbour-vale',
      'account resume',
      'dev --edge-port x',
    ])('are 2 for what is not understood: %s', async (args) => {
      const result = await run(args);
      expect(result).toMatchObject({ exitCode: 2, stdout: '' });
      expect(result.stderr).toMatch(/^error: /);
    });

    it('are 0 for help', async () => {
      expect(await run('account --help')).toMatchObject({ exitCode: 0, stderr: '' });
    });

    it.each([
      'account list',
      'account show x',
      'operation show op-1',
      'env --json',
      'token --email a@b.example',
    ])('are 1 without a running factory, with how to start it: %s', async (args) => {
      const result = await run(args, { home: freeholdHome({ FREEHOLD_HOME: join(folder, 'idle') }) });
      expect(result).toMatchObject({ exitCode: 1, stdout: '' });
      expect(result.stderr).toContain('npm start');
    });
  });

  it.each(['account list', 'env', 'release list', 'doctor'])(
    'prints no stack trace where there can be no home: %s',
    async (args) => {
      const home = freeholdHome({ FREEHOLD_HOME: '/dev/null/freehold/home' });
      const { stdout, stderr } = await run(args, { home });
      expect(stdout + stderr).not.toMatch(/^ +at /m);
      expect(stdout + stderr).toContain('/dev/null/freehold/home');
    },
  );

  it('says what to do about a file that cannot be read', async () => {
    mkdirSync(join(folder, 'damaged'));
    writeFileSync(join(folder, 'damaged', 'endpoints.json'), '{');
    const result = await run('account list', {
      home: freeholdHome({ FREEHOLD_HOME: join(folder, 'damaged') }),
    });
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toMatch(/^freehold: .*endpoints\.json is damaged .*delete the file.*\n$/);
  });

  describe('account create', () => {
    it('makes a slug, shows each step and ends when the account is ready', async () => {
      fake.answers['POST /v1/accounts'] = () => ({ account, operation });
      operationEndsAs('succeeded');
      const result = await run('account create "Harbour & Vale" --owner ada@harbourvale.example');
      expect(result).toMatchObject({ exitCode: 0, stderr: '' });
      expect(result.stdout).toMatch(
        /✓ database +0\.31 s {2}created\nprovision succeeded.*6 API calls\n\nhttp:.*\/a\/harbour-vale\nhttp:.*\/docs /,
      );
      const signUp = fake.requests.find(({ path }) => path === '/v1/accounts');
      expect(signUp?.body).toEqual({ name: 'Harbour & Vale', slug: 'harbour-vale' });
    });

    it('does not wait with --no-wait, and prints what was accepted', async () => {
      fake.answers['POST /v1/accounts'] = () => ({ account, operation });
      const result = await run(
        'account create X --owner ada@harbourvale.example --slug harbour-vale --no-wait --json',
      );
      expect(JSON.parse(result.stdout)).toMatchObject({
        account: { id: 'acc-1' },
        operation: { status: 'queued' },
      });
    });

    it('prints nothing but JSON with --json', async () => {
      fake.answers['POST /v1/accounts'] = () => ({ account, operation });
      operationEndsAs('succeeded');
      const { stdout } = await run(
        'account create X --owner ada@harbourvale.example --slug harbour-vale --json',
      );
      expect(JSON.parse(stdout)).toMatchObject({
        account: { status: 'active' },
        operation: { status: 'succeeded' },
      });
    });

    it('fails with the reason when the operation fails', async () => {
      fake.answers['POST /v1/accounts'] = () => ({ account, operation });
      operationEndsAs('failed', 'no such table: clients');
      const result = await run('account create X --owner ada@harbourvale.example --slug harbour-vale');
      expect(result.exitCode).toBe(1);
      expect(result.stderr).toContain('provision of harbour-vale failed: no such table: clients');
    });

    it.each([
      ['before it is accepted', 'POST /v1/accounts', /its answer is not known: freehold operation list/],
      ['after that', 'GET /v1/operations/op-1/events', /op-1 goes on.*freehold operation watch op-1/],
    ])('says what goes on when Ctrl-C ends it %s', async (_, request, words) => {
      const controller = new AbortController();
      fake.answers['POST /v1/accounts'] = () => ({ account, operation });
      const answered = Promise.withResolvers<void>();
      fake.answers[request] = async () => {
        controller.abort();
        await answered.promise;
      };
      const result = await run('account create X --slug harbour-vale --owner me', {
        untilInterrupted: (work) => work(controller.signal),
      });
      answered.resolve();
      expect(result.exitCode).toBe(130);
      expect(result.stderr).toMatch(words);
    });

    it('makes a slug of letters that have no accent to take away', async () => {
      fake.answers['POST /v1/accounts'] = () => ({ account, operation });
      const result = await run('account create Søren-Æblegård --owner me --no-wait --json');
      expect(result.stderr).toBe('');
      const signUp = fake.requests.find(({ path }) => path === '/v1/accounts');
      expect(signUp?.body).toMatchObject({ slug: 'soren-aeblegard' });
    });

    it('asks for a slug where the name yields none', async () => {
      expect(await run('account create Админ --owner ada@harbourvale.example')).toMatchObject({
        exitCode: 2,
      });
      expect((await run('account create Admin --owner ada@harbourvale.example')).stderr).toContain(
        'choose one with --slug',
      );
    });

    it('names the option when another firm has the slug', async () => {
      const errors = [{ pointer: '#/slug', detail: 'is taken by another row' }];
      fake.answers['POST /v1/accounts'] = (_, response) =>
        answerProblem(response, 409, 'The value is taken', '#/slug is taken by another row.', errors);
      const create = 'account create X --owner me --slug harbour-vale';
      const { stderr } = await run(create);
      expect(stderr).toBe('freehold: another firm has the slug "harbour-vale": choose another with --slug\n');
      const json = JSON.parse((await run(`${create} --json`)).stderr);
      expect(json.error).toMatchObject({ exitCode: 1, problem: { status: 409, errors } });
    });

    it('passes on what the platform says', async () => {
      fake.answers['POST /v1/accounts'] = (_, response) => answerProblem(response, 409, 'The value is taken');
      const result = await run('account create X --owner ada@harbourvale.example --slug harbour-vale');
      expect(result).toMatchObject({ exitCode: 1, stderr: 'freehold: The value is taken (HTTP 409)\n' });
    });
  });

  describe('the owner of a firm', () => {
    const tokensFor = () =>
      fake.requests.flatMap(({ path, body }) => (path === '/dev/tokens' ? [body as object] : []));

    it.each([
      ['kim@firm.example', { email: 'kim@firm.example' }],
      ['me', { email: 'operator@freehold.example', roles: ['operator'] }],
    ])('signs it up and is its first administrator: --owner %s', async (owner, person) => {
      fake.answers['POST /v1/accounts'] = () => ({ account, operation });
      expect(await run(`account create X --slug x --no-wait --owner ${owner}`)).toMatchObject({
        exitCode: 0,
      });
      expect(tokensFor()).toEqual([{ ...person, audience: 'urn:freehold:platform' }]);
    });

    it.each(['', ' --owner', ' --owner kim'])('has to be named: account create X%s', async (owner) => {
      expect(await run(`account create X --slug x${owner}`)).toMatchObject({ exitCode: 2 });
      expect(fake.requests).toEqual([]);
    });

    describe('hands over', () => {
      const users = '/a/harbour-vale/v1/users';
      const user = {
        id: 'usr-1',
        email: 'kim@firm.example',
        status: 'active',
        groupIds: ['grp-1'],
        version: 3,
      };
      const writes = () =>
        fake.requests.flatMap(({ path, method, body, headers }) =>
          path.startsWith(users) && method !== 'GET' ? [{ method, body, ifMatch: headers['if-match'] }] : [],
        );
      const administrators = 'grp-01kdvdna000000000000000001';
      beforeEach(() => {
        fake.answers['GET /v1/accounts/harbour-vale'] = () => ({
          ...account,
          url: `${fake.url}/a/harbour-vale`,
        });
      });

      it('by inviting the new administrator, in the name of the present one', async () => {
        fake.answers[`GET ${users}`] = () => ({ items: [] });
        fake.answers[`POST ${users}`] = ({ body }) => ({ ...user, ...(body as object) });
        const handOver = await run('account owner harbour-vale Kim@firm.example --as ada@firm.example');
        expect(handOver).toMatchObject({ exitCode: 0, stderr: '' });
        expect(handOver.stdout).toContain('kim@firm.example is invited to harbour-vale');
        expect(handOver.stdout).toContain('ada@firm.example is still one, too');
        expect(tokensFor().at(-1)).toEqual({
          email: 'ada@firm.example',
          audience: 'urn:freehold:account:acc-1',
        });
        expect(writes()).toMatchObject([
          { body: { email: 'kim@firm.example', status: 'invited', groupIds: [administrators] } },
        ]);
      });

      it('by adding someone who is a user already to the administrators, once', async () => {
        fake.answers[`GET ${users}`] = () => ({ items: [user] });
        fake.answers[`PATCH ${users}/usr-1`] = ({ body }) => ({ ...user, ...(body as object) });
        expect(await run('account owner harbour-vale kim@firm.example')).toMatchObject({ exitCode: 0 });
        const groupIds = ['grp-1', administrators];
        expect(writes()).toMatchObject([{ method: 'PATCH', body: { groupIds }, ifMatch: '"3"' }]);
        fake.answers[`GET ${users}`] = () => ({ items: [{ ...user, groupIds }] });
        expect(await run('account owner harbour-vale kim@firm.example')).toMatchObject({ exitCode: 0 });
        expect(writes()).toHaveLength(1);
      });

      it.each([
        [{ ...user, status: 'disabled' }, 200, 'is a disabled user'],
        [user, 403, 'operator@freehold.example is not an administrator of harbour-vale: name one .*--as'],
      ])('not where it cannot, and says why', async (known, status, reason) => {
        fake.answers[`GET ${users}`] = (_, response) =>
          status === 200 ? { items: [known] } : answerProblem(response, status, 'You may not');
        const refused = await run('account owner harbour-vale kim@firm.example');
        expect(refused.exitCode).toBe(1);
        expect(refused.stderr).toMatch(new RegExp(reason));
        expect(writes()).toEqual([]);
      });
    });
  });

  describe('account up', () => {
    it.each([
      ['provisioning', 'provision'],
      ['failed', 'provision'],
      ['active', 'upgrade'],
      ['suspended', 'upgrade'],
      ['offboarding', 'upgrade'],
    ])('asks for what an account that is %s needs: %s', async (status, kind) => {
      fake.answers['GET /v1/accounts/harbour-vale'] = () => ({ ...account, status });
      fake.answers['POST /v1/accounts/acc-1/operations'] = () => ({ account, operation });
      operationEndsAs('succeeded');
      expect(await run('account up harbour-vale')).toMatchObject({ exitCode: 0 });
      const asked = fake.requests.filter(({ path }) => path.endsWith('/operations'));
      expect(asked.map(({ body }) => body)).toEqual([{ kind }]);
    });
  });

  describe('account up --refresh', () => {
    const asked = () =>
      fake.requests.flatMap(({ path, body }) => (path.endsWith('/operations') ? [body] : []));

    it('asks for a refresh, and for the upgrade when it has succeeded', async () => {
      fake.answers['GET /v1/accounts/harbour-vale'] = () => ({ ...account, status: 'active' });
      fake.answers['POST /v1/accounts/acc-1/operations'] = () => ({ account, operation });
      operationEndsAs('succeeded');
      expect(await run('account up harbour-vale --refresh')).toMatchObject({ exitCode: 0, stderr: '' });
      expect(asked()).toEqual([{ kind: 'refresh' }, { kind: 'upgrade' }]);
      const { stdout } = await run('account up harbour-vale --refresh --json');
      expect(JSON.parse(stdout)).toMatchObject({ operation: { status: 'succeeded' } });
    });

    it('asks for nothing more when the refresh fails', async () => {
      fake.answers['GET /v1/accounts/harbour-vale'] = () => ({ ...account, status: 'active' });
      fake.answers['POST /v1/accounts/acc-1/operations'] = () => ({ account, operation });
      operationEndsAs('failed', 'the API is away');
      expect(await run('account up harbour-vale --refresh')).toMatchObject({ exitCode: 1 });
      expect(asked()).toEqual([{ kind: 'refresh' }]);
    });

    it('has to be waited for', async () => {
      fake.answers['GET /v1/accounts/harbour-vale'] = () => ({ ...account, status: 'active' });
      expect(await run('account up harbour-vale --refresh --no-wait')).toMatchObject({ exitCode: 2 });
      expect(asked()).toEqual([]);
    });
  });

  describe('account destroy', () => {
    const offboardings = () => fake.requests.filter(({ path }) => path.endsWith('/operations'));

    it('wants the slug once more', async () => {
      fake.answers['GET /v1/accounts/harbour-vale'] = () => account;
      expect(await run('account destroy harbour-vale')).toMatchObject({ exitCode: 2 });
      expect(await run('account destroy harbour-vale --confirm harbour')).toMatchObject({ exitCode: 2 });
      expect(offboardings()).toEqual([]);
    });

    it('asks for it on a terminal', async () => {
      fake.answers['GET /v1/accounts/harbour-vale'] = () => account;
      fake.answers['POST /v1/accounts/acc-1/operations'] = () => ({ account, operation });
      const answers = ['no', 'harbour-vale'];
      const terminal = { interactive: true, ask: async () => answers.shift() ?? '' };
      expect(await run('account destroy harbour-vale --no-wait', terminal)).toMatchObject({ exitCode: 2 });
      expect(await run('account destroy harbour-vale --no-wait', terminal)).toMatchObject({ exitCode: 0 });
      expect(offboardings().map(({ body }) => body)).toEqual([{ kind: 'offboard', confirm: 'harbour-vale' }]);
    });
  });

  describe('a command of a kind of operation', () => {
    it.each([
      ['suspend harbour-vale --reason "Not paid."', { kind: 'suspend', reason: 'Not paid.' }],
      ['resume harbour-vale', { kind: 'resume' }],
      ['refresh harbour-vale', { kind: 'refresh' }],
    ])('asks for it, with what it takes: account %s', async (args, body) => {
      fake.answers['GET /v1/accounts/harbour-vale'] = () => ({ ...account, status: 'active' });
      fake.answers['POST /v1/accounts/acc-1/operations'] = () => ({ account, operation });
      operationEndsAs('succeeded');
      expect(await run(`account ${args}`)).toMatchObject({ exitCode: 0, stderr: '' });
      const asked = fake.requests.filter(({ path }) => path.endsWith('/operations'));
      expect(asked.map((request) => request.body)).toEqual([body]);
    });

    it('is there for every kind, with what it does and takes in its help', async () => {
      for (const kind of operationKindNames) {
        const { command, describes, input } = operationKinds[kind];
        const { stdout } = await run(`account ${command} --help`);
        expect(stdout.replace(/\s+/g, ' ')).toContain(describes);
        for (const field of Object.keys(input)) expect(stdout).toContain(`--${field} <text>`);
      }
    });

    it('says why the platform refuses it', async () => {
      fake.answers['GET /v1/accounts/harbour-vale'] = () => ({ ...account, status: 'failed' });
      fake.answers['POST /v1/accounts/acc-1/operations'] = (_, response) =>
        answerProblem(response, 409, 'The change is not possible now', 'An account that is failed …');
      const refused = await run('account resume harbour-vale');
      expect(refused).toMatchObject({
        exitCode: 1,
        stderr: 'freehold: The change is not possible now. An account that is failed … (HTTP 409)\n',
      });
    });
  });

  it('lists accounts as a table, and names one that does not exist', async () => {
    fake.answers['GET /v1/accounts'] = () => ({ items: [account], nextCursor: null });
    expect((await run('account list')).stdout).toMatch(
      /^SLUG +NAME.*\nharbour-vale +Harbour & Vale +provisioning/,
    );
    const unknown = await run('account show nobody');
    expect(unknown).toMatchObject({ exitCode: 1, stdout: '' });
    expect(unknown.stderr).toContain('there is no account "nobody"');
  });

  it('lists the operations of an account, and names one that does not exist', async () => {
    fake.answers['GET /v1/accounts/harbour-vale'] = () => account;
    fake.answers['GET /v1/accounts/acc-1/operations'] = () => ({
      items: [{ ...operation, createdAt: '2026-01-01T00:00:00.000Z' }],
    });
    expect((await run('operation list harbour-vale')).stdout).toBe(
      'ID    KIND       STATUS  BEGUN\nop-1  provision  queued  2026-01-01T00:00:00.000Z\n',
    );
    for (const command of ['show', 'watch']) {
      const unknown = await run(`operation ${command} op-2`);
      expect(unknown).toMatchObject({ exitCode: 1, stdout: '' });
      expect(unknown.stderr).toContain('there is no operation "op-2": freehold operation list');
    }
  });

  describe('without an account', () => {
    const answerList = () => {
      fake.answers['GET /v1/operations'] = () => ({
        items: [{ ...operation, createdAt: '2026-01-01T00:00:00.000Z' }],
      });
    };

    it('lists the operations of all, with their accounts', async () => {
      answerList();
      fake.answers['GET /v1/accounts/acc-1'] = () => account;
      expect((await run('operation list')).stdout).toBe(
        'ID    ACCOUNT       KIND       STATUS  BEGUN\n' +
          'op-1  harbour-vale  provision  queued  2026-01-01T00:00:00.000Z\n',
      );
    });

    it('watches the operation that was asked for last', async () => {
      answerList();
      operationEndsAs('succeeded');
      expect((await run('operation watch')).stdout).toMatch(/provision succeeded/);
      fake.answers['GET /v1/operations'] = () => ({ items: [] });
      expect(await run('operation watch')).toMatchObject({ exitCode: 1, stdout: '' });
    });
  });

  it('fits its tables into 60 columns', async () => {
    const wide = { ...account, id: `acc-${'0'.repeat(26)}`, release: '3f0c92d41b7a6e58', status: 'active' };
    fake.answers['GET /v1/accounts'] = () => ({
      items: [{ ...wide, name: 'The Very Long Name of an Old and Honourable Firm' }],
      nextCursor: null,
    });
    fake.answers[`GET /v1/accounts/${wide.id}`] = () => wide;
    fake.answers['GET /v1/operations'] = () => ({
      items: [{ ...operation, id: `op-${'0'.repeat(26)}`, accountId: wide.id, createdAt: wide.createdAt }],
    });
    for (const command of ['account list', 'operation list']) {
      const { stdout } = await run(command, { env: { COLUMNS: '60' } });
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
      expect(stdout).toContain('harbour-vale');
      expect((await run(command)).stdout).toContain(wide.id.slice(-26));
    }
  });

  it('opens the documents of a firm at a terminal, and prints their address everywhere', async () => {
    fake.answers['GET /v1/accounts/harbour-vale'] = () => account;
    const opened: string[] = [];
    const openInBrowser = async (url: string) => void opened.push(url);
    expect((await run('open harbour-vale', { openInBrowser })).stdout).toBe(`${account.url}/docs\n`);
    expect(opened).toEqual([]);
    await run('open harbour-vale', { openInBrowser, interactive: true });
    expect(opened).toEqual([`${account.url}/docs`]);
  });

  it('watches an operation as lines of JSON', async () => {
    operationEndsAs('stalled', 'Cloudflare does not answer');
    const result = await run('operation watch op-1 --json');
    expect(result.exitCode).toBe(1);
    expect(
      result.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).status),
    ).toEqual(['stalled']);
    expect(result.stderr).toContain('op-1 stalled: Cloudflare does not answer');
  });

  it("issues a token for the platform, and one for an account's API by its slug", async () => {
    fake.answers['GET /v1/accounts/harbour-vale'] = () => account;
    const forPlatform = await run('token --email ada@harbourvale.example --role operator --ttl 60');
    expect(JSON.parse(forPlatform.stdout.replace('token of ', ''))).toEqual({
      email: 'ada@harbourvale.example',
      audience: 'urn:freehold:platform',
      roles: ['operator'],
      ttlSeconds: 60,
    });
    const forAccount = await run('token --email ada@harbourvale.example --account harbour-vale');
    expect(JSON.parse(forAccount.stdout.replace('token of ', ''))).toEqual({
      email: 'ada@harbourvale.example',
      audience: 'urn:freehold:account:acc-1',
    });
    expect(fake.requests[0]?.headers.authorization).toBe(`Bearer ${'s'.repeat(32)}`);
  });

  describe('doctor', () => {
    const findings = (stdout: string) =>
      Object.fromEntries(
        (JSON.parse(stdout) as { name: string; status: string }[]).map(({ name, status }) => [name, status]),
      );

    it('warns of what is not there yet and is content', async () => {
      const idle = freeholdHome({ FREEHOLD_HOME: join(folder, 'idle') });
      const result = await run('doctor --json', { home: idle });
      expect(result).toMatchObject({ exitCode: 0, stderr: '' });
      expect(findings(result.stdout)).toMatchObject({
        node: 'ok',
        workerd: 'ok',
        restate: 'ok',
        releases: 'warn',
        factory: 'warn',
      });
    });

    it('fails when a part does not answer, and names it', async () => {
      fake.answers['GET /readyz'] = (_, response) => answerProblem(response, 503, 'Not yet');
      fake.answers['GET /restate/health'] = () => ({});
      fake.answers['GET /.well-known/openid-configuration'] = () => ({});
      fake.answers['GET /client/v4/user/tokens/verify'] = () => ({ result: { status: 'disabled' } });
      fake.answers['GET /v1/accounts'] = () => ({ items: [], nextCursor: null });
      const result = await run('doctor --json');
      expect(result).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining('checks have failed: platform, automation, cloudflare token'),
      });
      expect(findings(result.stdout)).toMatchObject({ 'sign-in server': 'ok', 'sign-in': 'ok' });
      expect((await run('doctor')).stdout).toMatch(
        /fail {2}platform .*answers HTTP 503\n +→ freehold logs shows why/,
      );
    });
  });

  it('calls every active account in doctor, and says what to do about one that does not answer', async () => {
    const accounts = ['ada', 'bee'].map((slug) => ({
      ...account,
      id: `acc-${slug}`,
      slug,
      status: 'active',
    }));
    fake.answers['GET /v1/accounts'] = () => ({ items: accounts, nextCursor: null });
    fake.answers['GET /a/ada/readyz'] = () => ({ status: 'ok' });
    fake.answers['GET /a/bee/readyz'] = () => ({ status: 'ok' });
    expect((await run('doctor')).stdout).toMatch(/ok {4}accounts +2 active accounts can be reached/);
    fake.answers['GET /a/bee/readyz'] = (_, response) => answerProblem(response, 404, 'Nothing here');
    const { stdout, stderr, exitCode } = await run('doctor');
    expect(stdout).toMatch(
      /fail {2}account bee .*\/a\/bee\/readyz answers HTTP 404\n +→ freehold account up bee --refresh/,
    );
    expect(stdout).not.toContain('account ada');
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('account bee'),
    });
  });

  it('prints an environment that a shell reads', async () => {
    const { stdout } = await run('env');
    expect(stdout).toContain(`export PULUMI_OPTION_CWD='${join(folder, 'running', 'workspace')}'\n`);
    const asJson = JSON.parse((await run('env --format json')).stdout);
    // PATH is one of both, but in a shell it is extended.
    expect(Object.keys(asJson).map((name) => `export ${name}=`)).toEqual(stdout.match(/\bexport \w+=/g));
  });
});
