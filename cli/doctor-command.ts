import { styleText } from 'node:util';
import { Command } from 'commander';
import { CommandFailure } from './command-failure.ts';
import { readFactory } from './connect.ts';
import { type CliContext, print } from './context.ts';
import { checkAccounts } from './doctor/account-checks.ts';
import { checkCloudflareToken, checkEndpoints, checkPorts } from './doctor/factory-checks.ts';
import { type Finding, warn } from './doctor/finding.ts';
import { checkDisk, checkEngines, checkNode, checkPulumi } from './doctor/machine-checks.ts';
import { checkReleases } from './doctor/release-checks.ts';
import { examples } from './examples.ts';

/** `freehold doctor`: checks this machine and the running factory, and says what to do about each failure. */
export function doctorCommand(context: CliContext): Command {
  return new Command('doctor')
    .description('check this machine and the running factory; exit code 1 when a check fails')
    .option('--json', 'print JSON for scripts')
    .addHelpText('after', examples('freehold doctor'))
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await examine(context);
      print(context, json, findings, () => findings.map(formatFinding).join('\n'));
      const failed = findings.filter(({ status }) => status === 'fail').map(({ name }) => name);
      if (failed.length > 0)
        throw new CommandFailure(
          `${failed.length === 1 ? 'a check has' : 'checks have'} failed: ${failed.join(', ')}`,
        );
    });
}

async function examine(context: CliContext): Promise<Finding[]> {
  const machine = [
    checkNode(),
    ...(await checkPulumi(context.env, context.home)),
    ...checkEngines(),
    await checkDisk(context.home),
    await checkReleases(context.home),
  ];
  const factory = await readFactory(context);
  if (factory === undefined) {
    const idle = warn('factory', `none is running in ${context.home.root}`, 'start one with: npm start');
    return [...machine, await checkPorts(context.home), idle];
  }
  const [answers, token, accounts] = await Promise.all([
    checkEndpoints(factory.endpoints),
    checkCloudflareToken(factory.endpoints),
    checkAccounts(factory),
  ]);
  return [...machine, ...answers, token, ...accounts];
}

const COLOURS = { ok: 'green', warn: 'yellow', fail: 'red' } as const;

function formatFinding({ name, status, detail, todo }: Finding): string {
  const line = `${styleText(COLOURS[status], status.padEnd(4))}  ${name.padEnd(16)}  ${detail}`;
  return todo === undefined ? line : `${line}\n${' '.repeat(24)}→ ${todo}`;
}
