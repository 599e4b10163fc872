import { join } from 'node:path';
import { formatDuration } from '../system/duration.ts';
import { describeReason } from '../system/file-trouble.ts';
import { removeEndpoints, writeEndpoints } from '../system/home/endpoints.ts';
import type { FreeholdHome } from '../system/home/home.ts';
import { prepareHome } from '../system/home/prepare-home.ts';
import type { Output } from '../system/output.ts';
import { tryLock } from '../system/process-lock.ts';
import { type Booted, bootFactory } from './boot-factory.ts';
import { endLeftOvers } from './left-overs.ts';
import { devPorts, type PortWishes } from './port-plan.ts';
import { type FactoryPorts, settleDevPorts } from './ports.ts';
import { createStopSignal, type StopSignal } from './stop-signal.ts';

/** How a factory is run. */
export interface RunFactoryOptions {
  readonly home: FreeholdHome;
  readonly env: NodeJS.ProcessEnv;
  readonly output: Output;
  /** For scripts: no first sign-up, and one line when all is ready. */
  readonly headless: boolean;
  readonly ports: PortWishes;
  /**
   * What is done once all is ready, for as long as the factory runs at most.
   *
   * @param signal Aborted when the factory stops meanwhile.
   */
  onReady?(booted: Booted, signal: AbortSignal): Promise<void>;
}

/**
 * Runs the whole factory on this machine until it receives a signal to stop, and leaves no process behind.
 *
 * @returns Undefined after a stop that was asked for, else why it could not run.
 */
export async function runFactory(options: RunFactoryOptions): Promise<string | undefined> {
  const { home } = options;
  const unusable = await prepareHome(home);
  if (unusable !== undefined) return unusable;
  const lock = await tryLock(join(home.root, 'supervisor.lock'));
  if ('holder' in lock) {
    const who =
      lock.holder === undefined ? '' : ` (process ${lock.holder.pid} since ${lock.holder.startedAt})`;
    return `a factory runs in ${home.root} already${who}: stop it first, or set FREEHOLD_HOME to another folder`;
  }
  const stop = createStopSignal();
  try {
    // One that was killed outright has left its endpoints behind, and nothing answers there any more.
    await removeEndpoints(home);
    const answer = await settleDevPorts(home, options.ports, {
      onWait: (ports) => options.output.write(`waiting a moment for ${ports.join(', ')}: in use\n`),
    });
    if (answer.kind === 'busy') {
      const { what, flag } = devPorts[answer.name];
      return `port ${answer.port} is in use by another program: give ${what} another one with --${flag}, or 0 for any`;
    }
    return await runOn(answer.settled, answer.notes, options, stop);
  } finally {
    await removeEndpoints(home);
    stop.dispose();
    lock.release();
  }
}

async function runOn(
  ports: FactoryPorts,
  notes: readonly string[],
  options: RunFactoryOptions,
  stop: StopSignal,
): Promise<string | undefined> {
  const { home, env, output, headless } = options;
  if (!headless) output.write(`Freehold in ${home.root}\n`);
  for (const note of notes) output.write(`  ${note}\n`);
  const factory = bootFactory({ home, env, output, headless, ports, onGivenUp: stop.fail });
  try {
    const booted = await Promise.race([factory.ready, stop.stopped]);
    if (!('endpoints' in booted)) return booted.problem;
    const { endpoints } = booted;
    await writeEndpoints(home, endpoints);
    output.write(`ready in ${formatDuration(process.uptime() * 1000)}: ${endpoints.platform}\n`);
    if (!headless) output.write('\n');
    await options.onReady?.(booted, stop.signal);
    const { cause, problem } = await stop.stopped;
    if (!headless) output.write(`\nstopping (${cause})…\n`);
    return problem;
  } catch (error) {
    return describeReason(error);
  } finally {
    await removeEndpoints(home);
    await factory.stop();
    await ports.release();
    await endLeftOvers(home);
  }
}
