import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { askEdge, startTestCloud, type TestCloud } from '../testing.ts';

const worker = `
let runs = []; let release;
export default {
  async fetch(request) {
    if (new URL(request.url).pathname === '/release') release?.();
    return Response.json(runs);
  },
  async scheduled(controller, env) {
    runs.push([controller.cron, controller.scheduledTime]);
    if (env.HOLD === 'yes') await Promise.race([
      new Promise((resolve) => { release = resolve; }), new Promise((resolve) => setTimeout(resolve, 5000)),
    ]);
  },
};`;

// 2026-11-22 was a Sunday.
const sundayNoonMs = Date.UTC(2026, 10, 22, 12, 0);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.remove());

async function deploy(name: string, crons: string[], hold = 'no'): Promise<() => Promise<unknown>> {
  const hostname = `${name}.freehold.localhost`;
  await cloud.upload(name, worker, { bindings: [{ type: 'plain_text', name: 'HOLD', text: hold }] });
  await cloud.call('PUT', '/accounts/{account}/workers/domains', { hostname, service: name });
  const schedules = crons.map((cron) => ({ cron }));
  await cloud.call('PUT', `/accounts/{account}/workers/scripts/${name}/schedules`, schedules);
  return async () => JSON.parse((await askEdge(cloud.edge, hostname, '/')).body);
}

describe('cron triggers', () => {
  it('fire in the minutes of their patterns, with pattern and time', async () => {
    const runs = await deploy('five', ['*/5 * * * *', '3 * * * *']);
    await cloud.cron.fire(sundayNoonMs);
    await cloud.cron.fire(sundayNoonMs + 60_000);
    expect(await runs()).toEqual([['*/5 * * * *', sundayNoonMs]]);
  });

  it('count weekdays from 1 for Sunday', async () => {
    const runs = await deploy('weekly', ['0 12 * * 1', '0 12 * * 2']);
    await cloud.cron.fire(sundayNoonMs);
    expect(await runs()).toEqual([['0 12 * * 1', sundayNoonMs]]);
  });

  it('do not overlap: a minute is skipped while a run is active', async () => {
    const runs = await deploy('slow', ['* * * * *'], 'yes');
    const first = cloud.cron.fire(sundayNoonMs);
    await expect.poll(runs).toHaveLength(1);
    await cloud.cron.fire(sundayNoonMs + 60_000);
    expect(await runs()).toHaveLength(1);
    await askEdge(cloud.edge, 'slow.freehold.localhost', '/release');
    await first;
    const third = cloud.cron.fire(sundayNoonMs + 120_000);
    await expect.poll(runs).toHaveLength(2);
    await askEdge(cloud.edge, 'slow.freehold.localhost', '/release');
    await third;
  });

  it('fire once at the start of each minute', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: sundayNoonMs - 500 });
    const fired: number[] = [];
    const fire = vi
      .spyOn(cloud.cron, 'fire')
      .mockImplementation(async (minuteMs) => void fired.push(minuteMs));
    try {
      cloud.cron.stop();
      cloud.cron.start(Date.now);
      vi.advanceTimersByTime(3 * 60_000);
      expect(fired).toEqual([sundayNoonMs, sundayNoonMs + 60_000, sundayNoonMs + 120_000]);
    } finally {
      cloud.cron.stop();
      fire.mockRestore();
      vi.useRealTimers();
    }
  });
});
