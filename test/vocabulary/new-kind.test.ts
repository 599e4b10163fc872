import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountObjectName, createAccountObject } from '../../automation/accounts/account-object.ts';
import { type AccountQueue, openAccountQueue } from '../../automation/accounts/account-queue.ts';
import { refuseDeparted } from '../../automation/accounts/refuse-departed.ts';
import { runAsStep } from '../../automation/accounts/run-as-step.ts';
import type { Stage } from '../../automation/accounts/stage.ts';
import { createStagePerformer } from '../../automation/accounts/stage-performer.ts';
import { parseBody } from '../../automation/api/parse-body.ts';
import { createApiCallCounter } from '../../automation/budget/api-call-counter.ts';
import { embedRestate } from '../../automation/durable/embedded-restate.ts';
import { serveHandlers } from '../../automation/durable/handler-endpoint.ts';
import { registerHandlers } from '../../automation/durable/register-handlers.ts';
import type { Restate } from '../../automation/durable/restate.ts';
import { openReportClient } from '../../automation/progress/report-client.ts';
import { operationRequest } from '../../schema/factory/operation-messages.ts';
import { extendedKinds } from '../../schema/testing/extended-kinds.ts';
import { type FreeholdHome, freeholdHome } from '../../system/home/home.ts';
import { createLogger } from '../../system/logger.ts';
import type { LoopbackServer } from '../../system/loopback-server.ts';
import { choosePorts } from '../../system/testing/choose-ports.ts';
import { isRefusal } from '../../workers/http/problems/refusal.ts';
import { type Shown, startPlatform, type TestPlatform } from '../../workers/testing/platform-worker.ts';

// A new kind of operation needs an entry in the table of kinds, which this test extends, and a list of stages.
// Platform, service and Restate are the factory's own; these two are all that they get.
describe('an added kind of operation', () => {
  const logger = createLogger(() => {});
  let platform: TestPlatform;
  let home: FreeholdHome;
  let restate: Restate;
  let queue: AccountQueue;
  let handlers: LoopbackServer;

  beforeAll(async () => {
    platform = await startPlatform(undefined, 'testing/worker/extended-platform.ts');
    home = freeholdHome({ FREEHOLD_HOME: await mkdtemp(join(tmpdir(), 'freehold-kind-')) });
    const ports = await choosePorts(['endpoint']);
    restate = await embedRestate(home, logger);
    queue = openAccountQueue(restate.ingress);
    const reports = openReportClient({ platformUrl: platform.url, secret: platform.automation.secret });
    const common = { reports, logger, nowMs: Date.now };
    const look: Stage = {
      name: 'look',
      run: (context) =>
        runAsStep(context, 'look', Date.now, async () => ({
          kind: 'succeeded',
          detail: `${context.request.input.depth} look at ${context.request.account.slug}`,
        })),
    };
    const account = createAccountObject({
      ...common,
      perform: createStagePerformer({ ...common, calls: createApiCallCounter(), cutOff: new Set() }),
      stages: { inspect: refuseDeparted(extendedKinds.inspect, [look]) },
      kinds: extendedKinds,
    });
    handlers = await serveHandlers([account], ports.endpoint, restate.identityKeys, logger);
    await registerHandlers(restate.admin, handlers.origin, [accountObjectName]);
  });
  afterAll(async () => {
    await handlers.close();
    await Promise.all([platform.stop(), restate.stop()]);
    await rm(home.root, { recursive: true, force: true });
  });

  async function activeAccount(slug: string): Promise<Shown> {
    const { account, operation } = await platform.signUp(slug);
    await platform.register(account.id);
    await platform.change('operations', operation.id, { status: 'succeeded' });
    return account;
  }
  const start = (account: string, body: object) =>
    platform.call(`/v1/accounts/${account}/operations`, {
      method: 'POST',
      token: platform.people.operator,
      body,
      headers: { 'idempotency-key': randomUUID() },
    });
  const read = async (path: string) =>
    (await platform.call(path, { token: platform.people.operator })).body as Shown;

  it('is carried out to its end, and changes the status of the account as its entry says', async () => {
    const account = await activeAccount('looked-at');
    const accepted = await start(account.id, { kind: 'inspect', depth: 'full' });
    expect(accepted.status, accepted.text).toBe(202);
    expect(accepted.body.account).toMatchObject({ status: 'suspended' });
    const { id } = accepted.body.operation as Shown;

    // From here on the test connects the two: it passes the platform's messages to the service.
    const sent = await platform.automation.waitFor(id);
    const parsed = parseBody(operationRequest(extendedKinds), JSON.stringify(sent.body));
    if (isRefusal(parsed)) throw new Error(JSON.stringify(parsed.error));
    await queue.submit(parsed);

    await expect
      .poll(() => read(`/v1/operations/${id}`), { timeout: 20_000 })
      .toMatchObject({
        kind: 'inspect',
        status: 'succeeded',
        steps: [{ name: 'look', status: 'succeeded', detail: 'full look at looked-at' }],
      });
    expect((await read(`/v1/accounts/${account.id}`)).status).toBe('active');
  });

  it.each([
    ['without its input', { kind: 'inspect' }, '#/depth'],
    ['with an invalid value', { kind: 'inspect', depth: 'deep' }, '#/depth'],
    ['with a field of another kind', { kind: 'inspect', depth: 'full', reason: 'x' }, '#/reason'],
  ])('is refused %s', async (_what, body, pointer) => {
    const answer = await start((await activeAccount(`firm-${randomUUID().slice(0, 8)}`)).id, body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ pointer }]);
  });

  it('is refused for an account whose status does not allow it', async () => {
    const { account } = await platform.signUp('not-yet');
    const answer = await start(account.id, { kind: 'inspect', depth: 'quick' });
    expect(answer.status).toBe(409);
    expect(answer.body.detail).toContain('inspect is not possible while the account is provisioning');
  });

  it('is unknown to a service without its entry', () => {
    const body = { operationId: 'op-1', kind: 'inspect', account: {}, input: {} };
    const parsed = parseBody(operationRequest(), JSON.stringify(body));
    expect(isRefusal(parsed) && parsed.error).toMatchObject({
      kind: 'invalid_body',
      errors: expect.arrayContaining([
        { pointer: '#/kind', detail: expect.stringContaining('must be one of provision') },
      ]),
    });
  });
});
