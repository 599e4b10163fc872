import { operationEnded, signUp, startOperation } from '../../harness/client.ts';
import { runCommand } from '../../harness/command.ts';
import { Factory } from '../../harness/factory.ts';
import { projectRoot } from '../../harness/project-root.ts';
import { barePulumi, shellVariables } from '../../harness/pulumi.ts';
import { replaceAccountBundle } from '../../harness/releases.ts';
import { mintToken } from '../../harness/secrets.ts';
import { measureUsage, type Usage } from '../../harness/usage.ts';
import { summarise } from '../statistics.ts';
import type { Measurement, Suite } from '../suite.ts';

const RUNS = 10;

/** One account updated again and again: the cost of maintaining a fleet. */
export const updateSuite: Suite = {
  name: 'update',
  description: `${RUNS} updates of one account each way, in turn. "service": an operation, from its POST to its end. "documented": createOrSelectStack() and stack.up() of the Automation API on the same stack, plugins started by it. CPU is that of all processes involved.`,
  async run(say) {
    const factory = new Factory();
    const usages = new Map<string, Usage[]>();
    const calls = new Map<string, number[]>();
    try {
      await factory.start();
      const email = 'bench@harbourvale.example';
      const operator = await mintToken(factory, {
        email,
        audience: 'urn:freehold:platform',
        roles: ['operator'],
      });
      const { account, operation } = (await signUp(factory, operator, 'bench')).body;
      await operationEnded(factory, operator, operation.id);
      const variables = await shellVariables(factory);

      const byService = async (name: string) => {
        const usage = await measureUsage(factory.pid, async () => {
          const started = await startOperation(factory, operator, 'bench', { kind: 'upgrade' });
          const ended = await operationEnded(factory, operator, started.body.operation.id, { everyMs: 20 });
          if (ended.status !== 'succeeded') throw new Error(`${name} ended ${ended.status}: ${ended.reason}`);
          calls.set(name, [...(calls.get(name) ?? []), ended.apiCalls]);
        });
        keep(name, usage);
      };
      const byDocumentedPath = async (name: string) => {
        const usage = await measureUsage(process.pid, async () => {
          const result = await runCommand(process.execPath, ['bench/documented-up.ts', account.id], {
            cwd: projectRoot,
            env: { ...factory.environment, ...variables },
          });
          if (result.exitCode !== 0) throw new Error(`${name} failed: ${result.stdout}${result.stderr}`);
        });
        keep(name, usage);
      };
      // The service writes it into the stack's settings itself.
      const chooseRelease = async (release: string) => {
        const args = ['config', 'set', 'factory:release', release, '--stack', account.id];
        const chosen = await barePulumi(factory, args);
        if (chosen.exitCode !== 0) throw new Error(`no release was chosen: ${chosen.stderr}`);
      };
      const keep = (name: string, usage: Usage) => {
        usages.set(name, [...(usages.get(name) ?? []), usage]);
        say(`${name}: ${Math.round(usage.wallMs)} ms wall, ${Math.round(usage.cpuMs)} ms CPU`);
      };

      for (let run = 0; run < RUNS; run += 1) {
        await byService('no-op up, service');
        await byDocumentedPath('no-op up, documented');
        await replaceAccountBundle(factory);
        await byService('code-only up, service');
        await chooseRelease(await replaceAccountBundle(factory));
        await byDocumentedPath('code-only up, documented');
      }
    } finally {
      await factory.remove();
    }
    return [...usages].flatMap(([name, runs]) => toMeasurements(name, runs, calls.get(name)));
  },
};

function toMeasurements(
  name: string,
  runs: readonly Usage[],
  calls: readonly number[] | undefined,
): readonly Measurement[] {
  const aims = name === 'no-op up, service' ? { wall: 'aim: ≤ 1200', cpu: 'aim: ≤ 800' } : undefined;
  return [
    measurement(
      `${name}: wall`,
      'ms',
      runs.map((run) => run.wallMs),
      aims?.wall,
    ),
    measurement(
      `${name}: CPU`,
      'ms',
      runs.map((run) => run.cpuMs),
      aims?.cpu,
    ),
    measurement(
      `${name}: RSS of pulumi`,
      'MB',
      runs.map((run) => run.pulumiRssBytesMax / 1e6),
    ),
    ...(calls === undefined ? [] : [measurement(`${name}: API calls`, 'calls', calls)]),
  ];
}

function measurement(
  name: string,
  unit: Measurement['unit'],
  values: readonly number[],
  comparedTo?: string,
): Measurement {
  return { name, unit, value: summarise(values), ...(comparedTo === undefined ? {} : { comparedTo }) };
}
