import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiAnswer } from '../../testing/api-client.ts';
import { type Shown, startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';

const step = {
  name: 'database',
  status: 'succeeded',
  startedAt: '2026-03-31T09:30:00.000Z',
  endedAt: '2026-03-31T09:30:00.400Z',
};
const running = { status: 'running', steps: [step], apiCalls: 1 };

describe('reports of the automation service', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());

  interface Signing {
    readonly secret?: string;
    readonly sentAtMs?: number;
    readonly messageId?: string;
    readonly method?: string;
  }
  const sign = (
    id: string,
    text: string,
    { secret, sentAtMs = Date.now(), messageId = randomUUID(), method = 'PUT' }: Signing = {},
  ) => ({
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(sentAtMs / 1000)),
    'webhook-signature': new Webhook(secret ?? platform.automation.secret).sign(
      messageId,
      new Date(sentAtMs),
      `${method} /internal/v1/operations/${id}\n${text}`,
    ),
  });
  const send = (id: string, text: string, headers: Record<string, string>) =>
    platform.call(`/internal/v1/operations/${id}`, { method: 'PUT', body: text, headers });
  const report = (id: string, body: unknown): Promise<ApiAnswer> => {
    const text = JSON.stringify(body);
    return send(id, text, sign(id, text));
  };
  const readAccount = async (id: string) =>
    (await platform.call(`/v1/accounts/${id}`, { token: platform.people.operator })).body as Shown;
  const readOperation = async (id: string) =>
    (await platform.call(`/v1/operations/${id}`, { token: platform.people.ada })).body as Shown;

  it('become what everyone sees of the operation', async () => {
    const { operation } = await platform.signUp('reported');
    const answer = await report(operation.id, { revision: 1, ...running });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id: operation.id, revision: 1, status: 'running', apiCalls: 1 });
    expect(await readOperation(operation.id)).toMatchObject({
      status: 'running',
      steps: [step],
      apiCalls: 1,
    });
  });

  it('show steps that have not ended with both their times', async () => {
    const { operation } = await platform.signUp('waiting-steps');
    const steps = [{ name: 'bucket', status: 'pending' }];
    await report(operation.id, { revision: 1, status: 'running', steps, apiCalls: 0 });
    const { steps: shown } = await readOperation(operation.id);
    expect(shown).toEqual([{ name: 'bucket', status: 'pending', startedAt: null, endedAt: null }]);
  });

  it('change nothing when an older one arrives late, or the same one twice', async () => {
    const { operation } = await platform.signUp('reordered');
    await report(operation.id, { revision: 5, ...running, apiCalls: 5 });
    const before = await readOperation(operation.id);
    for (const revision of [4, 5]) {
      const answer = await report(operation.id, {
        revision,
        status: 'failed',
        steps: [],
        apiCalls: 0,
        reason: 'late',
      });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ revision: 5, status: 'running', apiCalls: 5 });
    }
    expect(await readOperation(operation.id)).toEqual(before);
  });

  it('change nothing after the end', async () => {
    const { account, operation } = await platform.signUp('ended');
    await report(operation.id, { revision: 1, ...running, status: 'succeeded' });
    const answer = await report(operation.id, { revision: 2, ...running, status: 'failed', reason: 'no' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ revision: 1, status: 'succeeded' });
    expect((await readAccount(account.id)).status).toBe('provisioning');
  });

  it('leave the newest one stored when many arrive at once in any order', async () => {
    const { operation } = await platform.signUp('storm');
    const revisions = [3, 9, 1, 7, 10, 2, 8, 4, 6, 5];
    await Promise.all(
      revisions.map((revision) => report(operation.id, { revision, ...running, apiCalls: revision })),
    );
    expect(await readOperation(operation.id)).toMatchObject({ revision: 10, apiCalls: 10 });
  });

  it.each(['failed', 'stalled'])('make an account that is provisioning failed when it %s', async (status) => {
    const { account, operation } = await platform.signUp(`provision-${status}`);
    await report(operation.id, { revision: 1, ...running, status, reason: 'no more databases' });
    expect((await readAccount(account.id)).status).toBe('failed');
    expect(await readOperation(operation.id)).toMatchObject({ status, reason: 'no more databases' });
  });

  it('do not undo that the account has registered itself', async () => {
    const { account, operation } = await platform.signUp('registered');
    await platform.register(account.id);
    await report(operation.id, { revision: 1, ...running, status: 'succeeded' });
    expect(await readAccount(account.id)).toMatchObject({
      status: 'active',
      workerUrl: `https://${account.id}.${platform.accountsZone}`,
      version: 2,
    });
  });

  const offboard = async (slug: string) => {
    const { account, operation } = await platform.signUp(slug);
    await platform.register(account.id);
    await report(operation.id, { revision: 1, ...running, status: 'succeeded' });
    const started = await platform.call(`/v1/accounts/${account.id}/operations`, {
      method: 'POST',
      token: platform.people.operator,
      body: { kind: 'offboard', confirm: slug },
      headers: { 'idempotency-key': randomUUID() },
    });
    return { account, operation: started.body.operation as Shown };
  };

  it('close an account for good, and free its slug, as its offboarding ends', async () => {
    const { account, operation } = await offboard('leaving');
    await report(operation.id, { revision: 1, ...running });
    expect(await readAccount(account.id)).toMatchObject({
      status: 'offboarding',
      workerUrl: expect.anything(),
    });
    await report(operation.id, { revision: 2, ...running, status: 'succeeded' });
    const gone = await readAccount(account.id);
    expect(gone.status).toBe('offboarded');
    expect(gone).not.toHaveProperty('workerUrl');
    expect((await platform.signUp('leaving', platform.people.ben)).account.id).not.toBe(account.id);
  });

  it.each(['failed', 'stalled'])('leave an account offboarding whose offboarding %s', async (status) => {
    const { account, operation } = await offboard(`leaving-${status}`);
    await report(operation.id, { revision: 1, ...running, status, reason: 'the cloud answered 500' });
    expect((await readAccount(account.id)).status).toBe('offboarding');
  });

  it('show the service how the account is now', async () => {
    const { operation } = await platform.signUp('looked-at');
    const read = () =>
      platform.call(`/internal/v1/operations/${operation.id}`, {
        headers: sign(operation.id, '', { method: 'GET' }),
      });
    expect((await read()).body).toMatchObject({ status: 'queued', accountStatus: 'provisioning' });
    await platform.change('accounts', String(operation.accountId), { status: 'offboarded' });
    expect((await read()).body).toMatchObject({ status: 'queued', accountStatus: 'offboarded' });
  });

  it('remove a reason that no longer applies', async () => {
    const { operation } = await platform.signUp('tries-again');
    await report(operation.id, { revision: 1, ...running, reason: 'the cloud answered 500; trying again' });
    expect(await readOperation(operation.id)).toHaveProperty('reason');
    await report(operation.id, { revision: 2, ...running });
    expect(await readOperation(operation.id)).not.toHaveProperty('reason');
  });

  it('are cut, not lost, when an engine says too much', async () => {
    const { operation } = await platform.signUp('talkative');
    const steps = [{ ...step, detail: 'd'.repeat(5_000) }];
    const answer = await report(operation.id, {
      revision: 1,
      status: 'failed',
      steps,
      apiCalls: 1,
      reason: 'r'.repeat(50_000),
    });
    expect(answer.status).toBe(200);
    expect(String(answer.body.reason)).toHaveLength(4_000);
  });

  it('are read back by a signed request, with the input of the operation', async () => {
    const { operation } = await platform.signUp('read-back');
    const answer = await platform.call(`/internal/v1/operations/${operation.id}`, {
      headers: sign(operation.id, '', { method: 'GET' }),
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id: operation.id, status: 'queued', revision: 0, input: {} });
  });

  it('answer 404 for an unknown operation', async () => {
    const id = 'op-01kdw5h80c0000000000000005';
    expect((await report(id, { revision: 1, ...running })).status).toBe(404);
    expect(
      (await platform.call(`/internal/v1/operations/${id}`, { headers: sign(id, '', { method: 'GET' }) }))
        .status,
    ).toBe(404);
  });

  it.each([
    ['an unknown status', { revision: 1, ...running, status: 'done' }, '#/status'],
    ['revision 0', { revision: 0, ...running }, '#/revision'],
    [
      'a step of an unknown status',
      { revision: 1, ...running, steps: [{ name: 'x', status: 'odd' }] },
      '#/steps/0/status',
    ],
    ['an unknown field', { revision: 1, ...running, colour: 'green' }, '#/colour'],
  ])('are refused with %s, naming the field', async (_what, body, pointer) => {
    const { operation } = await platform.signUp(`bad-${randomUUID().slice(0, 8)}`);
    const answer = await report(operation.id, body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ pointer }]);
  });

  describe('without a valid signature', () => {
    let id: string;
    const text = JSON.stringify({ revision: 1, ...running });
    beforeAll(async () => {
      id = (await platform.signUp('unsigned')).operation.id;
    });

    const bodySigned = (body: string) => {
      const messageId = randomUUID();
      const signature = new Webhook(platform.automation.secret).sign(messageId, new Date(), body);
      return { ...sign(id, body, { messageId }), 'webhook-signature': signature };
    };

    const forgeries: readonly [string, () => Record<string, string>][] = [
      ['none', () => ({})],
      ["a person's token", () => ({ authorization: `Bearer ${platform.people.operator}` })],
      [
        'another secret',
        () => sign(id, text, { secret: `whsec_${Buffer.from('x'.repeat(32)).toString('base64')}` }),
      ],
      ['one for another body', () => sign(id, text.replace('running', 'failed'))],
      ['one from six minutes ago', () => sign(id, text, { sentAtMs: Date.now() - 360_000 })],
      ['one from six minutes ahead', () => sign(id, text, { sentAtMs: Date.now() + 360_000 })],
      ['one for another operation', () => sign(`${id}0`, text)],
      ['one for another method', () => sign(id, text, { method: 'POST' })],
      ['one of the body alone', () => bodySigned(text)],
      ['another id', () => ({ ...sign(id, text), 'webhook-id': 'other' })],
      ['no time', () => ({ ...sign(id, text), 'webhook-timestamp': '' })],
      ['noise', () => ({ ...sign(id, text), 'webhook-signature': 'v1,%%%' })],
    ];
    it.each(forgeries)('are refused: %s', async (_what, headers) => {
      const answer = await send(id, text, headers());
      expect(answer.status).toBe(401);
      expect(answer.body.type).toBe('urn:freehold:problem:signature-invalid');
      expect(answer.headers.get('www-authenticate')).toBeTruthy();
      expect((await readOperation(id)).status).toBe('queued');
    });

    it('are refused when read', async () => {
      const answer = await platform.call(`/internal/v1/operations/${id}`, {
        headers: { authorization: `Bearer ${platform.people.operator}` },
      });
      expect(answer.status).toBe(401);
    });

    it('are refused when read with what was signed for another operation, or for a report', async () => {
      const path = `/internal/v1/operations/${id}`;
      for (const headers of [sign(`${id}0`, '', { method: 'GET' }), sign(id, '', { method: 'PUT' })]) {
        expect((await platform.call(path, { headers })).status).toBe(401);
      }
      expect((await platform.call(path, { headers: sign(id, '', { method: 'GET' }) })).status).toBe(200);
    });

    it('change nothing when they are replayed, and are refused at another operation', async () => {
      const first = (await platform.signUp('recorded-one')).operation.id;
      const second = (await platform.signUp('recorded-two')).operation.id;
      const headers = sign(first, text);
      expect((await send(first, text, headers)).status).toBe(200);
      const before = await readOperation(first);
      expect((await send(first, text, headers)).status).toBe(200);
      expect(await readOperation(first)).toEqual(before);
      expect((await send(second, text, headers)).status).toBe(401);
      const dressedUp = {
        ...headers,
        'webhook-signature': `v1,AAAA ${headers['webhook-signature']}`,
        'webhook-timestamp': `${headers['webhook-timestamp']}.5`,
      };
      expect((await send(second, text, dressedUp)).status).toBe(401);
      expect((await readOperation(second)).status).toBe('queued');
    });

    it('write only the report: neither a report nor a read records its message', async () => {
      const { operation } = await platform.signUp('no-trace', platform.people.operator);
      const count = async () =>
        (await platform.database.prepare('SELECT count(*) AS count FROM idempotency_keys').first())?.count;
      const before = await count();
      await report(operation.id, { revision: 1, ...running });
      await platform.callSigned('GET', `/internal/v1/operations/${operation.id}`);
      expect(await count()).toBe(before);
    });
  });
});
