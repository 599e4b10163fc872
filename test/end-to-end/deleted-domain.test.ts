import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AccountAnswer,
  ADA,
  cloudflare,
  freehold,
  operationEnded,
  request,
  signUp,
  tokenFor,
} from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';
import { stepsOfOneScenario } from '../../harness/scenario.ts';

describe('an account whose host name was deleted at Cloudflare', { timeout: 120_000 }, () => {
  stepsOfOneScenario();
  const factory = new Factory();
  const readyz = () => request(`${factory.endpoints.platform}/a/harbourvale/readyz`);

  beforeAll(async () => {
    await factory.start();
    const ada = await tokenFor(factory, ADA);
    const { body } = await signUp(factory, ada, 'harbourvale');
    expect(await operationEnded(factory, ada, body.operation.id)).toMatchObject({ status: 'succeeded' });
    expect((await readyz()).status).toBe(200);
    const domains = await cloudflare<{ id: string; hostname: string }[]>(factory, '/workers/domains');
    const domain = domains.body.result.find(({ hostname }) => hostname.startsWith(body.account.id));
    const deleted = await cloudflare(factory, `/workers/domains/${domain?.id}`, { method: 'DELETE' });
    expect(deleted.status, deleted.text).toBe(200);
  });
  afterAll(() => factory.remove());

  it('is named by doctor, with what to do', async () => {
    expect((await readyz()).status).toBe(404);
    const doctor = await freehold(factory, 'doctor');
    expect(doctor.exitCode).toBe(1);
    expect(doctor.stderr).toContain('account harbourvale');
    expect(doctor.stdout).toContain('freehold account up harbourvale --refresh');
  });

  it('fails its next deployment, whose timeline says what to do', async () => {
    const up = await freehold(factory, 'account', 'up', 'harbourvale');
    expect(up.exitCode).toBe(1);
    expect(up.stdout).toMatch(/✗ ready .*HTTP 404/);
    const operator = await tokenFor(factory, 'operator@freehold.example', { role: 'operator' });
    const path = `${factory.endpoints.platform}/v1/accounts/harbourvale/operations?sort=-createdAt`;
    const list = await request<{ items: { steps: { name: string; detail?: string }[]; apiCalls: number }[] }>(
      path,
      { token: operator },
    );
    const [last] = list.body.items;
    expect(last?.apiCalls).toBe(0);
    expect(last?.steps.find(({ name }) => name === 'ready')?.detail).toContain(
      'run freehold account refresh harbourvale, then freehold account up harbourvale',
    );
  });

  it('answers again after a refresh and a deployment', async () => {
    const up = await freehold(factory, 'account', 'up', 'harbourvale', '--refresh', '--json');
    expect(up.exitCode, up.stderr).toBe(0);
    const { account } = JSON.parse(up.stdout) as { account: AccountAnswer };
    expect(account.status).toBe('active');
    expect((await readyz()).status).toBe(200);
    const doctor = await freehold(factory, 'doctor');
    expect(doctor.exitCode, doctor.stdout).toBe(0);
  });
});
