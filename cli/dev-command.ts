import { Command, InvalidArgumentError } from 'commander';
import { openReleaseReports } from '../engine/releases/release-reports.ts';
import { devPorts, type PortName, type PortWishes } from '../supervisor/port-plan.ts';
import { openService } from './client/service.ts';
import { CommandFailure, UsageFailure } from './command-failure.ts';
import { connect, type RunningFactory } from './connect.ts';
import type { CliContext } from './context.ts';
import { examples } from './examples.ts';
import { FIRST_FIRM } from './welcome/first-account.ts';

/** `freehold dev`, which is what `npm start` runs. */
export function devCommand(context: CliContext): Command {
  const command = new Command('dev')
    .description('run the whole factory on this machine until Ctrl-C')
    .option('--headless', 'for scripts: without the first sign-up; endpoints.json appears when all is ready')
    .option('--watch', 'roll saved changes of schema/, workers/ and infra/ out (default unless --headless)')
    .option('--no-watch', 'leave the platform and the first firm at their release')
    .option(
      '--inspect',
      'let DevTools attach to the Workers (FREEHOLD_CLOUD_INSPECT=1); /__local/debuggers lists them',
    );
  command.addHelpText(
    'after',
    examples(
      'npm start',
      'npm start -- --no-watch',
      'FREEHOLD_HOME=/tmp/mine npm start -- --headless --edge-port 0',
    ),
  );
  for (const { flag, variable, what, preferred } of Object.values(devPorts)) {
    const description = `port of ${what}, 0 for any (${variable}; default ${preferred})`;
    command.option(`--${flag} <port>`, description, parsePort);
  }
  return command.action(async (options: Record<string, unknown>) => {
    const headless = options.headless === true;
    const watches = options.watch ?? !headless;
    // The supervisor brings gRPC and more with it, which no other command needs.
    const { runFactory } = await import('../supervisor/run-factory.ts');
    const { welcome } = await import('./welcome/welcome.ts');
    const problem = await runFactory({
      home: context.home,
      env: options.inspect === true ? { ...context.env, FREEHOLD_CLOUD_INSPECT: '1' } : context.env,
      output: context.stdout,
      headless,
      ports: portWishes(options, context.env),
      async onReady(booted, signal) {
        if (!headless)
          await welcome({ ...booted, output: context.stdout, signal }, context.home, context.env);
        if (watches && !signal.aborted) await watch(context, booted, signal);
      },
    });
    if (problem !== undefined) throw new CommandFailure(problem);
  });
}

/** Rolls saved changes out until the factory stops. */
async function watch(context: CliContext, booted: RunningFactory, signal: AbortSignal): Promise<void> {
  const { watchAndRollOut } = await import('./watch/watch-and-roll-out.ts');
  await watchAndRollOut({
    service: openService(booted),
    reports: openReleaseReports({
      platformUrl: booted.endpoints.platform,
      secret: booted.secrets.automationSecret,
    }),
    platform: connect(booted),
    slug: FIRST_FIRM.slug,
    releases: context.home.releasesDirectory,
    env: context.env,
    output: context.stdout,
    signal,
  });
}

/** A flag wins over its variable; neither means the usual port. */
function portWishes(options: Record<string, unknown>, env: NodeJS.ProcessEnv): PortWishes {
  const wishes: Partial<Record<PortName, number>> = {};
  for (const [name, { flag, variable }] of Object.entries(devPorts)) {
    const asked = options[toOptionName(flag)] ?? parseVariable(variable, env[variable]);
    if (typeof asked === 'number') wishes[name as PortName] = asked;
  }
  return wishes;
}

function parseVariable(variable: string, value: string | undefined): number | undefined {
  if (value === undefined || value === '') return undefined;
  if (isPort(value)) return Number(value);
  throw new UsageFailure(`${variable} is "${value}", which is not a port: give 0 to 65535`);
}

function parsePort(text: string): number {
  if (!isPort(text)) throw new InvalidArgumentError('This must be a port, 0 to 65535.');
  return Number(text);
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

/** The name under which commander keeps `--edge-port`: `edgePort`. */
function toOptionName(flag: string): string {
  return flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
