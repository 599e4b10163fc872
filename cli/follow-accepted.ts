import { Option } from 'commander';
import type { PlatformClient } from '../clients/typescript/client.ts';
import { hasEnded } from '../schema/factory/operation-states.ts';
import { followOperation } from './client/follow-operation.ts';
import { formatResult } from './client/format-operation.ts';
import { type AcceptedOperation, findAccount, type ShownOperation } from './client/platform.ts';
import { CommandFailure } from './command-failure.ts';
import { type CliContext, print } from './context.ts';

/** How a command shows the operation that it has asked for. */
export interface FollowOptions {
  readonly wait: boolean;
  readonly json?: boolean;
}

export const jsonOption = () => new Option('--json', 'print JSON for scripts');
export const waitOption = () => new Option('--no-wait', 'do not wait until it is done');

/**
 * Shows an accepted operation to its end, or only says that it was accepted.
 *
 * @throws {CommandFailure} with the reason when it did not succeed.
 */
export async function followAccepted(
  context: CliContext,
  platform: PlatformClient,
  accepted: AcceptedOperation,
  { wait, json }: FollowOptions,
): Promise<void> {
  const { account, operation } = accepted;
  if (!wait) {
    const text = `${account.slug} (${account.id}): ${operation.kind} ${operation.status}, watch it with: freehold operation watch ${operation.id}`;
    print(context, json, accepted, () => text);
    return;
  }
  const ended = await followToEnd(context, platform, accepted, json);
  const now = (await findAccount(platform, account.id)) ?? account;
  print(context, json, { account: now, operation: ended }, () => formatResult(ended));
  requireSuccess(ended, account.slug);
}

/** Shows an accepted operation to its end. With `json` it prints nothing: the answer of the command is that of another. */
export async function followToSuccess(
  context: CliContext,
  platform: PlatformClient,
  accepted: AcceptedOperation,
  json: boolean | undefined,
): Promise<void> {
  const ended = await followToEnd(context, platform, accepted, json);
  if (!json) context.stdout.write(`${formatResult(ended)}\n`);
  requireSuccess(ended, accepted.account.slug);
}

async function followToEnd(
  context: CliContext,
  platform: PlatformClient,
  { account, operation }: AcceptedOperation,
  json: boolean | undefined,
): Promise<ShownOperation> {
  if (!json) context.stdout.write(`${operation.kind} ${account.slug} (${account.id}), ${operation.id}\n`);
  if (hasEnded(operation.status)) return operation;
  const quiet = { write: () => true };
  return context.untilInterrupted((signal) =>
    followOperation(platform, operation.id, json ? quiet : context.stdout, signal),
  );
}

function requireSuccess(ended: ShownOperation, slug: string): void {
  if (ended.status !== 'succeeded') {
    throw new CommandFailure(
      `${ended.kind} of ${slug} ${ended.status}: ${ended.reason ?? 'no reason given'}`,
    );
  }
}
