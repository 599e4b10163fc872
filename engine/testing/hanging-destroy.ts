import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectName } from '../../schema/factory/names.ts';
import { openFileStates } from '../states/file-states.ts';
import type { StackDeployment, StackStates } from '../states/stack-states.ts';
import type { PulumiProject } from './pulumi-project.ts';

/** A real `pulumi destroy` that holds the lock of its stack and never continues. */
export interface HangingDestroy {
  /** The process number in its lock. */
  readonly pid: number;
  /** Kills it, which leaves its lock behind, and waits for its end. */
  kill(): Promise<void>;
}

const waitMs = 20_000;

/**
 * Creates a stack with a resource whose provider never responds, starts to destroy it, and waits for its lock.
 *
 * @param runId Part of its command line, as in a run of the service.
 */
export async function startHangingDestroy(
  project: PulumiProject,
  states: StackStates,
  stack: string,
  runId = 'of-a-test',
): Promise<HangingDestroy> {
  await states.ensure(stack);
  await states.replace(stack, withHangingResource(stack));
  const silent = createServer((socket) => socket.on('error', () => {}));
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const { path, cwd, env } = project.command;
  const child = spawn(
    path,
    ['destroy', '--yes', '--skip-preview', '--non-interactive', `--stack=${stack}`, `--message=${runId}`],
    { cwd, env: { ...env, PULUMI_DEBUG_PROVIDERS: `hanging:${port}` }, stdio: 'ignore' },
  );
  const { pid } = child;
  if (pid === undefined) throw new Error('pulumi was not started');
  const gone = once(child, 'exit').finally(() => silent.close());
  const deadlineMs = Date.now() + waitMs;
  // Read from the folder, whichever states are tested: one process for each look would take too long.
  const folder = openFileStates(project, project.stateDirectory);
  while (!(await folder.locks(stack)).some((lock) => lock.pid === pid)) {
    if (Date.now() > deadlineMs) throw new Error(`pulumi did not take its lock within ${waitMs} ms`);
    await sleep(50);
  }
  return {
    pid,
    async kill() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await gone;
    },
  };
}

function withHangingResource(stack: string): StackDeployment {
  const urn = (type: string, name: string) => `urn:pulumi:${stack}::${projectName}::${type}::${name}`;
  const provider = urn('pulumi:providers:hanging', 'default');
  const providerId = '0f1e2d3c-4b5a-4697-8877-665544332211';
  const custom = { custom: true, inputs: {}, outputs: {} };
  return {
    version: 3,
    deployment: {
      manifest: { time: '2026-11-28T10:00:00Z', magic: '', version: '' },
      resources: [
        { ...custom, urn: provider, type: 'pulumi:providers:hanging', id: providerId },
        {
          ...custom,
          urn: urn('hanging:index:Thing', 'thing'),
          type: 'hanging:index:Thing',
          id: 'thing',
          provider: `${provider}::${providerId}`,
        },
      ],
    },
  };
}
