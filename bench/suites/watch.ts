import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { operationEnded, request, signUp } from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';
import { copyProject } from '../../harness/project-copy.ts';
import { mintToken } from '../../harness/secrets.ts';
import { measureUsage } from '../../harness/usage.ts';
import { summarise } from '../statistics.ts';
import type { Suite } from '../suite.ts';

const RUNS = 5;
const TIMEOUT_MS = 60_000;

/** The wait of a developer after each save. */
export const watchSuite: Suite = {
  name: 'watch',
  description: `${RUNS} changes of code that both Workers contain, each saved while npm start watches, until a request to the firm or the platform is answered by it.`,
  async run(say) {
    const copy = await copyProject();
    const factory = new Factory(undefined, copy.root);
    const firmMs: number[] = [];
    const platformMs: number[] = [];
    const cpuMs: number[] = [];
    try {
      await factory.start({}, ['--watch']);
      const person = { email: 'bench@harbourvale.example', audience: 'urn:freehold:platform' };
      const token = await mintToken(factory, person);
      const { operation } = (await signUp(factory, token, 'harbourvale')).body;
      await operationEnded(factory, token, operation.id);
      const readLog = () => readFile(join(factory.home, 'supervisor.log'), 'utf8');
      await until(async () => (await readLog()).includes('watching'));

      const file = join(copy.root, 'workers/http/api/health.ts');
      const text = await readFile(file, 'utf8');
      for (let run = 1; run <= RUNS; run += 1) {
        const served = (path: string) => async () =>
          (await request(`${factory.endpoints.edge}${path}`)).body.status === `change-${run}`;
        const savedMs = performance.now();
        await writeFile(file, text.replaceAll("status: 'ok'", `status: 'change-${run}'`));
        const { cpuMs: usedMs } = await measureUsage(factory.pid, () =>
          Promise.all([
            until(served('/a/harbourvale/livez')).then(() => firmMs.push(performance.now() - savedMs)),
            until(served('/livez')).then(() => platformMs.push(performance.now() - savedMs)),
          ]),
        );
        cpuMs.push(usedMs);
        await until(async () => (await readLog()).split(/^release /m).length > run);
        say((await readLog()).trimEnd().split('\n').at(-1) ?? '');
      }
    } finally {
      await factory.remove();
      await copy.remove();
    }
    return [
      { name: 'save to served by the firm', unit: 'ms', value: summarise(firmMs), comparedTo: 'aim: ≤ 2000' },
      { name: 'save to served by the platform', unit: 'ms', value: summarise(platformMs) },
      { name: 'CPU of all processes until both serve it', unit: 'ms', value: summarise(cpuMs) },
    ];
  },
};

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadlineMs = Date.now() + TIMEOUT_MS;
  while (!(await isSo())) {
    if (Date.now() > deadlineMs) throw new Error('the change was not served');
    await sleep(50);
  }
}
