import { Command } from 'commander';
import { openService, type ShownPlatform } from './client/service.ts';
import { CommandFailure, Interrupted } from './command-failure.ts';
import { findFactory } from './connect.ts';
import { type CliContext, print } from './context.ts';
import { examples } from './examples.ts';
import { type FollowOptions, jsonOption, waitOption } from './follow-accepted.ts';
import { followDeployment } from './follow-deployment.ts';

/** `freehold platform …` */
export function platformCommand(context: CliContext): Command {
  return new Command('platform')
    .description('deploy and show the platform, which all firms share')
    .addCommand(upCommand(context))
    .addCommand(showCommand(context));
}

function upCommand(context: CliContext): Command {
  return new Command('up')
    .description('deploy a release of the platform; the service never does that by itself')
    .option('--release <release>', 'its name (default: the current one)')
    .addHelpText('after', examples('freehold platform up', 'freehold platform up --release 3f0c92d41b7a6e58'))
    .addOption(waitOption())
    .addOption(jsonOption())
    .action(async ({ release, wait, json }: FollowOptions & { release?: string }) => {
      const service = openService(await findFactory(context));
      const accepted = await service.deployPlatform(release);
      if (!wait) {
        const text = `release ${accepted.release} is being deployed: freehold platform show tells how far it is`;
        print(context, json, accepted, () => text);
        return;
      }
      const ended = await context.untilInterrupted((signal) =>
        followDeployment(service, accepted, signal).catch((error: unknown) => {
          if (!signal.aborted) throw error;
          throw new Interrupted(
            `the deployment of release ${accepted.release} goes on, only the watching has ended: freehold platform show`,
          );
        }),
      );
      const { status, changes, reason } = ended;
      print(context, json, ended, () => `release ${ended.release}: ${status}${describeChanges(changes)}`);
      if (status !== 'succeeded')
        throw new CommandFailure(
          `the platform is not at release ${ended.release}: ${reason ?? 'no reason given'}`,
        );
    });
}

function showCommand(context: CliContext): Command {
  return new Command('show')
    .description('show the release of the platform, and how the last deployment ended')
    .addHelpText('after', examples('freehold platform show'))
    .addOption(jsonOption())
    .action(async ({ json }: { json?: boolean }) => {
      const status = await openService(await findFactory(context)).readPlatform();
      print(context, json, status, () => formatStatus(status));
    });
}

function formatStatus({ deployed, running, last }: ShownPlatform): string {
  return [
    `release  ${deployed?.release ?? 'none'}`,
    ...(running === undefined ? [] : [`running  ${running.release}`]),
    ...(last === undefined
      ? []
      : [`last     ${last.release} ${last.status}${last.reason === undefined ? '' : `: ${last.reason}`}`]),
  ].join('\n');
}

function describeChanges(changes: Readonly<Record<string, number>> | undefined): string {
  const counts = Object.entries(changes ?? {}).map(([kind, count]) => `${count} ${kind}`);
  return counts.length === 0 ? '' : `, ${counts.join(', ')}`;
}
